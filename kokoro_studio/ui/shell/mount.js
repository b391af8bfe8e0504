// Brings a component to life; its `js_on_load` is one call of this.

/**
 * @param {string} name of the component's module, such as 'mix/desk.js'
 * @param {Mounted & { sends: string[] }} component `sends` are the events that Python listens to:
 *   Gradio drops any other without a word.
 */
export function mountComponent(name, { sends, trigger, ...given }) {
  window.kokoroModules[name].mount({
    ...given,
    trigger(event, data) {
      if (!sends.includes(event)) {
        throw new Error(`${name} triggers '${event}', which its component does not list`);
      }
      trigger(event, data);
    },
  });
}
