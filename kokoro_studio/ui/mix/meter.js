// Two bars and a sentence; the words carry what the colours say.
function show() {
  const value = props.value ?? {};
  if (!value.halves) return;
  element.querySelector('.ks-meter-figures').hidden = !value.figures;
  element.querySelector('.ks-meter-figures p').textContent = value.figures;
  element.querySelector('.ks-meter').dataset.level = value.level;
  element.querySelector('.ks-meter-words').textContent = value.sentence;
  for (const row of element.querySelectorAll('[data-half]')) {
    const half = value.halves[row.dataset.half];
    row.hidden = !half;
    if (!half) continue;
    row.dataset.level = half.level;
    row.querySelector('i').style.width = `${half.fill * 100}%`;
    row.querySelector('output').textContent = half.words;
  }
}
watch('value', show);
show();
