// Runs in the page before its own scripts: notes when the spaces are shown, how often a frame is drawn, how fast a click shows.
(() => {
  const probe = { loaded: 0, chosen: 0, frames: [], moves: [], watching: false };
  window.probe = probe;
  const drawn = (note) => requestAnimationFrame(() => requestAnimationFrame(() => note(performance.now())));

  // The state of the work leaves "loading" once every space is in the map; the frame after that shows them.
  new MutationObserver(() => {
    const state = document.querySelector('.ed-sync')?.dataset.sync;
    if (probe.loaded || !state || state === 'loading') return;
    probe.loaded = -1;
    drawn((now) => (probe.loaded = now));
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-sync'] });

  const tick = (now) => {
    if (probe.watching) probe.frames.push(now);
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  const moved = () => probe.watching && probe.moves.push(performance.now());
  addEventListener('pointermove', moved, { capture: true, passive: true });

  // From the click, as the browser stamped it, to the end of the frame that shows the form of what was clicked.
  probe.choose = () => {
    const clicked = (event) => {
      const seen = new MutationObserver(() => {
        seen.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => (probe.answer = performance.now() - event.timeStamp);
          port2.postMessage(0);
        });
      });
      seen.observe(document.querySelector('#ed-panel'), { subtree: true, childList: true, characterData: true });
    };
    addEventListener('pointerup', clicked, { capture: true, once: true });
  };
})();
