// Two bars and a sentence; the words carry what the colours say.
function show() {
  const value = props.value ?? {};
  if (!value.halves) return;
  element.querySelector('.ks-meter').dataset.level = value.level;
  element.querySelector('.ks-meter-words').textContent = value.sentence;
  for (const [name, half] of Object.entries(value.halves)) {
    const row = element.querySelector(`[data-half="${name}"]`);
    row.dataset.level = half.level;
    row.querySelector('i').style.width = `${half.fill * 100}%`;
    row.querySelector('output').textContent = half.words;
  }
}
watch('value', show);
show();
