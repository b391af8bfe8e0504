// The link to a mix, and the mix that a link took the place of.
import { edits } from '../shell/edits.js';
import { kept } from './kept.js';

export function shareFrom(desk) {
  desk.find('.ks-share').addEventListener('click', async () => {
    const told = desk.find('.ks-shared');
    const box = desk.find('.ks-link-box');
    const value = await settledValue();
    box.hidden = true;
    if (!value)
      told.textContent = 'The studio is still at work on this mix; try again in a moment.';
    else if (value.problem)
      told.textContent = 'The formula has a mistake; mend it, then copy the link.';
    else if (!value.portable)
      told.textContent = 'Nothing is heard in this mix, so there is nothing to share.';
    else {
      const link = new URL(location.href.split(/[?#]/)[0]);
      link.searchParams.set('mix', value.portable);
      box.hidden = false;
      box.value = link.href;
      box.select();
      const copied = await navigator.clipboard.writeText(link.href).then(
        () => true,
        () => false,
      );
      const how = copied ? 'Copied.' : 'Copy this link.';
      told.textContent = value.stay.length
        ? `${how} It opens in this studio alone: no other has ${value.stay.join(', ')}. ` +
          'For others, download the mix as a voice card below and send them that file.'
        : `${how} Whoever opens it finds this mix.`;
    }
  });

  // What the server says of the formula as it is now; null if that takes too long.
  async function settledValue() {
    for (let wait = 0; wait < 60; wait += 1) {
      const value = desk.props.value ?? {};
      const formula = value.formula ?? value.problem?.formula;
      if (edits.current('mix', formula)) return value;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    return null;
  }

  // The mix that a link took the place of.
  function showBefore() {
    desk.find('.ks-from-link').hidden = !kept.before();
  }
  document.addEventListener('ks:before', showBefore);
  desk.find('.ks-back').addEventListener('click', () => {
    const { formula: mine, state } = kept.takeBefore();
    desk.left = [state];
    showBefore();
    edits.change('mix', edit => desk.trigger('start', { formula: mine, edit }));
  });
  desk.find('.ks-keep-link').addEventListener('click', () => {
    kept.forgetBefore();
    showBefore();
  });
  showBefore();
}
