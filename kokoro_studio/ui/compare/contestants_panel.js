// Who is compared in a blind test: a line for each, with its colour and a way out.
const list = element.querySelector('.ks-contestants ul');
const empty = element.querySelector('.ks-contestants-empty');

function line(row, index) {
  const item = document.createElement('li');
  const dot = document.createElement('i');
  dot.style.background = row.color || 'var(--ks-bar)';
  const name = document.createElement('b');
  name.textContent = row.name;
  const detail = document.createElement('span');
  detail.textContent = row.detail;
  const out = document.createElement('button');
  out.type = 'button';
  out.className = 'ks-quiet';
  out.textContent = '×';
  out.setAttribute('aria-label', `Remove ${row.name}`);
  out.addEventListener('click', () => trigger('remove', { index }));
  item.append(dot, name, detail, out);
  return item;
}

function show() {
  const rows = props.value?.rows ?? [];
  list.replaceChildren(...rows.map(line));
  empty.hidden = rows.length > 0;
}
watch('value', show);
show();
