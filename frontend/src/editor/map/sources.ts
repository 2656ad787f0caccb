/**
 * The features of one kind of space. While the pointer drags some of them, these are drawn on a layer of their own and
 * the layer of all the others rests: ten thousand zones are not drawn anew for each move of the mouse.
 */
import type Feature from 'ol/Feature.js';
import VectorSource from 'ol/source/Vector.js';

export class SpaceSource extends VectorSource {
  /** What is being dragged, and not yet in the journal. */
  private readonly dragged = new Set<Feature>();
  private writing = false;

  constructor(private readonly live: VectorSource) {
    super();
    this.on('changefeature', ({ feature }) => {
      if (feature && !this.writing) this.lift(feature);
    });
  }

  /** Whether the feature is drawn elsewhere now. */
  isDragged(feature: unknown): boolean {
    return this.dragged.has(feature as Feature);
  }

  /** Does what the journal says: drawn once, after all of it, with everything in its place again. */
  write(change: () => void): void {
    this.writing = true;
    try {
      change();
    } finally {
      this.writing = false;
      for (const feature of this.dragged) this.live.removeFeature(feature);
      this.dragged.clear();
      super.changed();
    }
  }

  override changed(): void {
    if (!this.writing && !this.dragged.size) super.changed();
  }

  private lift(feature: Feature): void {
    if (this.dragged.has(feature)) return;
    this.dragged.add(feature);
    this.live.addFeature(feature);
    super.changed();
  }
}
