import Control from 'ol/control/Control.js';
import ScaleLine from 'ol/control/ScaleLine.js';
import Zoom from 'ol/control/Zoom.js';

import type { Labels } from './data';

/** Zoom, "whole route", the scale, whose streets these are, and that the base is a sketch; all named in the page's language. */
export function controls(labels: Labels, showAll: () => void, attribution = ''): Control[] {
  return [
    ...(attribution ? [new Control({ element: sign(attribution, 'credit') })] : []),
    new Zoom({ zoomInTipLabel: labels.zoomIn, zoomOutTipLabel: labels.zoomOut }),
    new Control({ element: fitButton(labels.fit, showAll) }),
    new ScaleLine({ minWidth: 60 }),
    new Control({ element: sign(labels.schematic, 'schematic') }),
  ];
}

/** A plus and a minus are no names: screen readers and voice control get words. */
export function nameZoomButtons(container: HTMLElement, labels: Labels): void {
  container.querySelector('.ol-zoom-in')?.setAttribute('aria-label', labels.zoomIn);
  container.querySelector('.ol-zoom-out')?.setAttribute('aria-label', labels.zoomOut);
}

function fitButton(text: string, showAll: () => void): HTMLElement {
  const box = document.createElement('div');
  box.className = 'fit-route ol-control';
  const button = document.createElement('button');
  button.type = 'button';
  button.title = text;
  button.setAttribute('aria-label', text);
  button.textContent = '⤢';
  button.addEventListener('click', showAll);
  box.append(button);
  return box;
}

function sign(text: string, kind: string): HTMLElement {
  const box = document.createElement('div');
  box.className = `${kind} ol-control`;
  box.textContent = text;
  return box;
}
