/** What a page tells the map. Positions are WGS 84 [lon, lat], radii are metres; names are in the page's language. */
export type LonLat = [number, number];

export interface Stop {
  n: number;
  id: string;
  name: string;
  lonlat: LonLat;
  accuracy_m: number;
}

export interface Spot {
  id: string;
  name: string;
  lonlat: LonLat;
  accuracy_m: number;
  address: string;
  outline: LonLat[][];
}

export interface Leg {
  mode: string;
  estimated: boolean;
  coordinates: LonLat[];
}

export interface End {
  name: string;
  lonlat: LonLat;
}

export interface Labels {
  schematic: string;
  zoomIn: string;
  zoomOut: string;
  fit: string;
  map: string;
}

export interface MapData {
  stops: Stop[];
  legs: Leg[];
  ends: End[];
  spots?: Spot[];
  /** Whom to name for the streets that legs follow; empty where none does. */
  attribution?: string;
  labels: Labels;
  /** Positions that the map is to show too. */
  frame?: LonLat[];
}

/** The data block that Django's `json_script` wrote beside the map. */
export function readMapData(container: HTMLElement): MapData {
  const source = document.getElementById(container.dataset.source ?? '');
  if (!source?.textContent) throw new Error(`no map data in #${container.dataset.source ?? ''}`);
  return JSON.parse(source.textContent) as MapData;
}
