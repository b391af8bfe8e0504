// Words over their phonemes. Everything a person typed goes in as text, never as markup.
import { finder, make } from '../shell/dom.js';

/** @param {Mounted} component */
export function mount({ element, props, trigger, watch }) {
  const find = finder(element);
  const ruby = find('.ks-ruby');
  const silent = find('.ks-silent');
  const form = find('.ks-word-editor');
  const field = form.querySelector('input');
  let shown = null;
  let open = null;

  function wordNode(word) {
    if (!word.text) return null;
    // Marks are read as pauses or not at all: nothing to hear or to change.
    const plain = !word.silent && !/[\p{L}\p{N}]/u.test(word.text);
    const node = make(plain ? 'span' : 'button', 'ks-w');
    const top = make('span', 'ks-w-text', word.text);
    top.lang = shown.language;
    node.append(top);
    if (!shown.phonemic) {
      const said = plain || !word.phonemes ? '\u00a0' : word.phonemes;
      node.append(make('span', 'ks-w-ph', said));
    }
    node.dataset.start = word.start;
    node.classList.toggle('ks-guessed', word.guessed);
    node.classList.toggle('ks-struck', Boolean(word.silent));
    if (plain) node.classList.add('ks-mark-only');
    if (plain) return node;
    node.type = 'button';
    node.tabIndex = -1;
    if (word.silent) node.title = `Will not be spoken: ${word.silent}`;
    else if (word.guessed) node.title = 'Not in the dictionary: pronounced by rule';
    node.setAttribute(
      'aria-label',
      word.silent
        ? `${word.text}, will not be spoken: ${word.silent}`
        : `${word.text}, ${word.phonemes}${word.guessed ? ', a guess' : ''}`,
    );
    node.addEventListener('click', () => edit(word, node));
    return node;
  }

  function draw() {
    const value = props.value ?? {};
    shown = value;
    close();
    const nodes = [];
    for (const word of value.words ?? []) {
      const node = wordNode(word);
      if (node) nodes.push(node);
      const breaks = (word.after.match(/\n/g) ?? []).length;
      if (breaks) nodes.push(make('span', breaks > 1 ? 'ks-break ks-paragraph' : 'ks-break'));
      else if (word.after) nodes.push(document.createTextNode(' '));
    }
    if (!nodes.length) {
      nodes.push(
        make('p', 'ks-empty', 'Type something above: its phonemes appear here as you write.'),
      );
    }
    ruby.replaceChildren(...nodes);
    const first = ruby.querySelector('button');
    if (first) first.tabIndex = 0;
    silent.textContent = nodes.length && value.words?.length ? (value.silent ?? '') : '';
    silent.classList.toggle('ks-warns', Boolean(value.silent));
  }

  // One stop of the Tab key; arrows go from word to word.
  ruby.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || event.target.tagName !== 'BUTTON') return;
    event.preventDefault();
    const all = [...ruby.querySelectorAll('button')];
    const next = all[all.indexOf(event.target) + step];
    if (!next) return;
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });

  function edit(word, node) {
    open = { word, node };
    for (const other of ruby.querySelectorAll('.ks-open')) other.classList.remove('ks-open');
    node.classList.add('ks-open');
    form.querySelector('.ks-word-name').textContent = word.text;
    form.classList.toggle('ks-fixed', Boolean(shown.phonemic));
    field.value = word.phonemes;
    form.hidden = false;
    field.focus();
  }

  function close() {
    open?.node.classList.remove('ks-open');
    open = null;
    form.hidden = true;
  }

  const respell = phonemes => {
    const { start, end } = open.word;
    trigger('respell', { start, end, phonemes });
    close();
  };
  const hear = () => trigger('hear', { phonemes: field.value });
  form.querySelector('.ks-hear').addEventListener('click', hear);
  form.querySelector('.ks-reset').addEventListener('click', () => respell(''));
  form.querySelector('.ks-close').addEventListener('click', () => {
    const { node } = open;
    close();
    node.focus();
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (shown.phonemic) hear();
    else respell(field.value);
  });
  form.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    form.querySelector('.ks-close').click();
  });

  document.addEventListener('ks:word', ({ detail }) => {
    for (const node of ruby.querySelectorAll('.ks-now')) node.classList.remove('ks-now');
    if (!detail || detail.key !== shown?.key) return;
    const node = ruby.querySelector(`.ks-w[data-start="${detail.start}"]`);
    if (!node) return;
    node.classList.add('ks-now');
    const top = node.offsetTop - ruby.offsetTop;
    if (top < ruby.scrollTop || top + node.offsetHeight > ruby.scrollTop + ruby.clientHeight) {
      ruby.scrollTop = top - 20;
    }
  });

  watch('value', draw);
  draw();
}
