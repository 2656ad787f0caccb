/** Every geometry field of an admin page gets its map; inline forms that are added later too. */
async function enlivenAll(root: ParentNode): Promise<void> {
  const boxes = [...root.querySelectorAll<HTMLElement>('[data-map-field]:not([data-ready])')];
  if (!boxes.length) return;
  const { enliven } = await import('./field');
  await Promise.all(boxes.map((box) => enliven(box)));
}

document.addEventListener('formset:added', (event) => {
  if (event.target instanceof HTMLElement) void enlivenAll(event.target);
});
void enlivenAll(document);
