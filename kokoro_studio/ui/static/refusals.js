// A request of the page that is refused or lost ends its waiting, with a sentence. Gradio says
// nothing of it to components, so the request itself is watched.
(() => {
  const SENTENCES = {
    403: 'The studio refused this page’s address. If a proxy stands in front of it, the proxy has to pass on the Host header.',
    413: 'The text is longer than this studio takes at once; send less.',
    429: 'Too much was asked in a short time; wait a minute, then try again.',
  };
  const OTHERWISE = 'The studio cannot be reached just now; try again in a moment.';
  const send = window.fetch;

  async function sentenceOf(reply) {
    const told = await reply.json().catch(() => null);
    return told?.error?.message ?? SENTENCES[reply.status] ?? OTHERWISE;
  }

  // The last input of whatever makes sound is the number of its request.
  function tell(body, sentence) {
    const request = JSON.parse(body).data?.at(-1);
    document.dispatchEvent(new CustomEvent('ks:refused', { detail: { request, sentence } }));
  }

  window.fetch = async (...asked) => {
    const address = String(asked[0]?.url ?? asked[0]).split('?')[0];
    const body = asked[1]?.body;
    if (!address.endsWith('/queue/join') || typeof body !== 'string') return send(...asked);
    try {
      const reply = await send(...asked);
      if (reply.ok) return reply;
      const sentence = await sentenceOf(reply);
      tell(body, sentence);
      // Gradio shows `detail`, and would show how it failed to read the page of a proxy.
      return Response.json({ detail: sentence }, { status: reply.status });
    } catch (error) {
      tell(body, OTHERWISE);
      throw error;
    }
  };
})();
