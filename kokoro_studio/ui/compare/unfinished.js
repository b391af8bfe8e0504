// Tests that were left before their end: a button for each leads back to it.
const list = element.querySelector('.ks-unfinished');

function line({ session, words, who }) {
  const node = document.createElement('button');
  node.type = 'button';
  node.className = 'ks-quiet';
  const detail = document.createElement('small');
  detail.textContent = who;
  node.append(words, detail);
  node.addEventListener('click', () => trigger('resume', { session }));
  return node;
}

function show() {
  list.replaceChildren(...(props.value?.tests ?? []).map(line));
}
watch('value', show);
show();
