/** Pixels as a PNG, which every browser draws and keeps without reading the file again. */
export async function picture(data: ImageData): Promise<Blob> {
  const canvas = new OffscreenCanvas(data.width, data.height);
  canvas.getContext('2d')?.putImageData(data, 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}
