// Shows a mistake as Gradio shows the others.
document.addEventListener('ks:mistake', ({ detail }) => trigger('error', detail));
