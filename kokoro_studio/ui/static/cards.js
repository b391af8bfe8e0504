// Nine buttons; the small form is for those who have been here before.
const row = element.querySelector('.ks-card-row');
for (const card of facts.cards) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ks-card';
  button.dataset.language = card.code;
  button.style.setProperty('--ks-hue', `var(--ks-${card.code})`);
  const part = (name, text, tag) => {
    const span = document.createElement('span');
    span.className = name;
    span.textContent = text;
    if (tag) span.lang = tag;
    button.append(span);
  };
  part('ks-card-name', card.language);
  part('ks-card-text', card.text, card.tag);
  part('ks-card-voice', card.voice);
  button.title = card.text;
  button.addEventListener('click', () => {
    window.kokoroStudio.begin();
    trigger('choose', { language: card.code });
  });
  row.append(button);
}
const fit = () => row.parentElement.classList.toggle('ks-small', Boolean(props.value?.small));
watch('value', fit);
fit();
