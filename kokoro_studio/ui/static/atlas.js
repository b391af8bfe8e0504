// Plotly reports clicks on points only; a click on the plane is told by its place in the plot.
function spot(plot, event) {
  const { xaxis, yaxis } = plot._fullLayout;
  const box = plot.querySelector('.nsewdrag').getBoundingClientRect();
  return { x: xaxis.p2d(event.clientX - box.left), y: yaxis.p2d(event.clientY - box.top) };
}

function hook() {
  const plot = document.querySelector('#ks-map .js-plotly-plot');
  if (!plot?.on || plot.ksHooked) return;
  plot.ksHooked = true;
  let picked = 0;
  plot.on('plotly_click', event => {
    const voice = event.points[0]?.customdata;
    if (!voice) return;
    picked = performance.now();
    window.kokoroEdits.change('mix', edit => trigger('pick', { voice, edit }));
  });
  plot.addEventListener('click', event => {
    if (!event.target.closest?.('.nsewdrag')) return;
    const place = spot(plot, event); // at once: the plot may be drawn anew in a moment
    setTimeout(() => {
      if (performance.now() - picked <= 200) return;
      window.kokoroEdits.change('mix', edit => trigger('land', { ...place, edit }));
    }, 60);
  });
}
new MutationObserver(hook).observe(document.body, { childList: true, subtree: true });
hook();
