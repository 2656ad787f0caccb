/** Print and share: they need a script, so they appear only with one. */
export function offerTakeAway(root: ParentNode): void {
  for (const hidden of root.querySelectorAll<HTMLElement>('[data-needs-script]')) hidden.hidden = false;
  root.querySelector('[data-print]')?.addEventListener('click', () => {
    window.print();
  });
  const share = root.querySelector<HTMLButtonElement>('[data-share]');
  share?.addEventListener('click', () => {
    shareLink(share).catch(() => undefined);
  });
}

async function shareLink(button: HTMLButtonElement): Promise<void> {
  const link = { title: document.title, url: location.href };
  if ('share' in navigator && matchMedia('(pointer: coarse)').matches) {
    await navigator.share(link);
    return;
  }
  await navigator.clipboard.writeText(link.url);
  const text = button.querySelector('span');
  if (text) text.textContent = button.dataset.copied ?? '';
}
