/** The operator's raster tiles under a map, loaded only where a base map is set. */
export async function backdrop(address: string | undefined) {
  if (!address) return [];
  const { rasterLayer } = await import('./raster');
  return [rasterLayer(address)];
}
