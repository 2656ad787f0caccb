/** What lies under the spaces: a picture or lines that this browser keeps, or tiles of the operator's. */
import type { Crs } from './crs';
import type { Box } from './world-file';

/** What a file became: ready to be drawn, so that nothing has to be decoded again. */
export type Content =
  | { readonly kind: 'image'; readonly picture: Blob; readonly box: Box; readonly crs: Crs }
  | { readonly kind: 'vector'; readonly geojson: string };

/** A file as it is kept. */
export interface Kept {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly content: Content;
}

/** How a backdrop is seen; remembered for each user. */
export interface Sight {
  readonly visible: boolean;
  readonly opacity: number;
}

/** What the operator offers. */
export interface Offered {
  readonly id: string;
  readonly kind: 'xyz' | 'wmts' | 'wms';
  readonly url: string;
  readonly layer: string;
  readonly matrix_set: string;
  readonly format: string;
  readonly title: string;
  readonly attribution: string;
}

export type FaultCode =
  | 'unknown-kind'
  | 'too-big'
  | 'too-many'
  | 'damaged'
  | 'empty'
  | 'unknown-crs'
  | 'no-crs'
  | 'no-world-file'
  | 'bad-world-file'
  | 'turned'
  | 'not-kept';

/** A file that cannot be a backdrop; `detail` is what it says of itself. */
export class BadFile extends Error {
  constructor(
    readonly code: FaultCode,
    readonly file: string,
    readonly detail = '',
  ) {
    super(`${file}: ${code} ${detail}`);
  }
}
