// The map is read by its own presses: Plotly tells of those on points only, and on a touch screen
// it would keep the page from scrolling. Only a short press counts: not a drag, and not a swipe,
// which the browser takes for itself (pointercancel).
import { finder } from '../shell/dom.js';
import { edits } from '../shell/edits.js';

const MOST_MOVED = 6; // pixels between pressing and letting go
const REACH = { mouse: 9, pen: 14, touch: 22 }; // pixels from a voice within which it is meant

const drawing = plot => plot.querySelector('.nsewdrag')?.getBoundingClientRect();

function nearestVoice(plot, box, event) {
  const { xaxis, yaxis } = plot._fullLayout;
  const reach = REACH[event.pointerType] ?? REACH.mouse;
  let best = { distance: reach, voice: null };
  for (const { customdata, x, y } of plot._fullData) {
    (customdata ?? []).forEach((voice, index) => {
      const distance = Math.hypot(
        box.left + xaxis.d2p(x[index]) - event.clientX,
        box.top + yaxis.d2p(y[index]) - event.clientY,
      );
      if (distance < best.distance) best = { distance, voice };
    });
  }
  return best.voice;
}

/** @param {Mounted} component */
export function mount({ element, props, trigger, watch }) {
  const offer = finder(element)('.ks-map-offer');
  let pressed = null; // {plot, id, x, y}
  let asked = { tap: 0, place: null };

  function press(plot, event) {
    const box = drawing(plot);
    if (!box) return;
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    if (x < 0 || y < 0 || x > box.width || y > box.height) return;
    const voice = nearestVoice(plot, box, event);
    offer.hidden = true;
    asked = { tap: asked.tap + 1, place: null };
    if (voice) {
      edits.change('mix', edit => trigger('pick', { voice, edit }));
      return;
    }
    const { xaxis, yaxis } = plot._fullLayout;
    asked.place = { x: xaxis.p2d(x), y: yaxis.p2d(y) };
    trigger('ask', { ...asked.place, tap: asked.tap });
  }

  window.addEventListener(
    'pointerup',
    event => {
      const begun = pressed;
      pressed = null;
      if (!begun || begun.id !== event.pointerId || event.button > 0) return;
      const moved = Math.hypot(event.clientX - begun.x, event.clientY - begun.y);
      if (moved <= MOST_MOVED) press(begun.plot, event);
    },
    true,
  );
  window.addEventListener(
    'pointercancel',
    () => {
      pressed = null;
    },
    true,
  );

  offer.querySelector('button').addEventListener('click', () => {
    offer.hidden = true;
    const { place } = asked;
    if (place) edits.change('mix', edit => trigger('land', { ...place, edit }));
  });

  function hook() {
    /** @type {any} */
    const plot = document.querySelector('#ks-map .js-plotly-plot');
    if (!plot?.on || plot.ksHooked) return;
    plot.ksHooked = true;
    plot.addEventListener('pointerdown', event => {
      pressed = event.isPrimary
        ? { plot, id: event.pointerId, x: event.clientX, y: event.clientY }
        : null;
    });
    // Plotly forbids what the browser would do with a touch: the page could not be scrolled.
    plot.addEventListener('touchstart', event => event.stopPropagation(), true);
  }
  new MutationObserver(hook).observe(document.body, { childList: true, subtree: true });
  hook();

  watch('value', () => {
    const value = props.value ?? {};
    if (value.tap !== asked.tap || !asked.place) return;
    offer.querySelector('span').textContent = value.words;
    offer.hidden = false;
  });
}
