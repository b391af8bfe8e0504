// A request of the page that is refused, lost or answered with a mistake is told of, and ends its
// waiting. Gradio tells components nothing of it, and shows no message of an event outside its
// queue, so the requests themselves are watched.
import { announce } from './dom.js';

const SENTENCES = {
  403: 'The studio refused this page’s address. If a proxy stands in front of it, the proxy has to pass on the Host header.',
  413: 'The text is longer than this studio takes at once; send less.',
  429: 'Too much was asked in a short time; wait a minute, then try again.',
  500: 'That did not work because of a fault in the studio; try again, or reload the page.',
};
const OTHERWISE = 'The studio cannot be reached just now; try again in a moment.';
// Gradio loads the page anew once it reaches the studio again, and this sentence with it.
const RETURNED = 'The studio is back. Your text and settings are as you left them; press Speak.';
const LOST = 'kokoro-studio-lost';
const SAME_MILLISECONDS = 5000; // a sentence is not repeated so soon: changes are asked for twice

async function sentenceOf(reply) {
  const told = await reply.json().catch(() => null);
  const sentence = told?.error?.message ?? told?.error;
  return typeof sentence === 'string' ? sentence : (SENTENCES[reply.status] ?? OTHERWISE);
}

// The last input of whatever makes sound is the number of its request.
function refused(body, sentence) {
  const request = JSON.parse(body).data?.at(-1);
  announce('ks:refused', { request, sentence });
}

// What to say of a connection that was lost before this page was loaded: '' if none was.
export function afterLoss() {
  const lost = sessionStorage.getItem(LOST) !== null;
  sessionStorage.removeItem(LOST);
  return lost ? RETURNED : '';
}

export function watchRequests() {
  const send = window.fetch;
  const shown = new Map(); // sentence -> when

  function show(sentence) {
    const now = Date.now();
    if (now - (shown.get(sentence) ?? -Infinity) < SAME_MILLISECONDS) return;
    shown.set(sentence, now);
    announce('ks:mistake', sentence);
  }

  /**
   * @param {Parameters<typeof fetch>} asked
   * @param {(sentence: string) => void} told is called if it fails
   */
  async function watched(asked, told) {
    try {
      const reply = await send(...asked);
      if (reply.ok) return reply;
      const sentence = await sentenceOf(reply);
      told(sentence);
      // Gradio shows `detail`, and would show how it failed to read the page of a proxy.
      return Response.json({ detail: sentence, error: sentence }, { status: reply.status });
    } catch (error) {
      sessionStorage.setItem(LOST, 'yes');
      told(OTHERWISE);
      throw error;
    }
  }

  window.fetch = (...asked) => {
    const address = String(asked[0] instanceof Request ? asked[0].url : asked[0]).split('?')[0];
    const body = asked[1]?.body;
    if (typeof body !== 'string') return send(...asked);
    if (address.endsWith('/queue/join')) return watched(asked, words => refused(body, words));
    if (address.includes('/gradio_api/run/')) return watched(asked, show);
    return send(...asked);
  };
}
