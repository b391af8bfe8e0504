// The tab that was open is opened again after a reload; a link to a mix opens Mix.

const KEY = 'kokoro-studio-tab';
const TABS = ['speak', 'mix', 'compare'];

/** @param {string} tab */
export function openTab(tab) {
  document.getElementById(`ks-tab-${tab}-button`).click();
}

export function rememberTabs() {
  document.addEventListener('click', event => {
    const target = /** @type {Element} */ (event.target);
    const tab = target.closest?.('[role=tab]')?.id.match(/^ks-tab-(\w+)-button$/)?.[1];
    if (tab) sessionStorage.setItem(KEY, tab);
  });
}

export function reopenTab() {
  const linked = new URLSearchParams(location.search).has('mix');
  const tab = linked ? 'mix' : sessionStorage.getItem(KEY);
  if (TABS.includes(tab)) openTab(tab);
}
