// What is told of the model closes by Escape, and by a click beside it.
const about = element.querySelector('.ks-weights');
about.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || !about.open) return;
  event.preventDefault();
  about.open = false;
  about.querySelector('summary').focus();
});
document.addEventListener('pointerdown', ({ target }) => {
  if (!about.contains(target)) about.open = false;
});
