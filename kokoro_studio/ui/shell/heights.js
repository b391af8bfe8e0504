// What the server fills a moment after the page is there is as high from the start as it was at the
// end of the visit before, so that nothing below it jumps.

const KEY = 'kokoro-studio-heights';
const FILLED = ['#ks-text textarea', '#ks-preview .ks-reading', '#ks-mix .ks-rows'];
const HELD_MILLISECONDS = 3000; // after which all is filled

export function holdHeights() {
  addEventListener('pagehide', () => {
    const heights = FILLED.map(
      part => /** @type {HTMLElement} */ (document.querySelector(part))?.offsetHeight ?? 0,
    );
    if (heights.every(Boolean)) {
      localStorage.setItem(KEY, JSON.stringify({ width: innerWidth, heights }));
    }
  });

  let kept = null;
  try {
    kept = JSON.parse(localStorage.getItem(KEY));
  } catch {
    /* as at a first visit */
  }
  if (kept?.width !== innerWidth) return;
  const held = document.createElement('style');
  held.textContent = FILLED.map(
    (part, i) => `${part} { min-height: ${Number(kept.heights[i])}px; }`,
  ).join('\n');
  document.head.append(held);
  const watch = setInterval(() => {
    if (document.body?.dataset.ksReady !== 'yes') return;
    clearInterval(watch);
    setTimeout(() => held.remove(), HELD_MILLISECONDS);
  }, 200);
}
