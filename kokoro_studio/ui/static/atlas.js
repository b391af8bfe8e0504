// Plotly reports clicks on points only; a click on the plane is told by its place in the plot.
function land(plot, event) {
  const { xaxis, yaxis } = plot._fullLayout;
  const box = plot.querySelector('.nsewdrag').getBoundingClientRect();
  const x = xaxis.p2d(event.clientX - box.left);
  const y = yaxis.p2d(event.clientY - box.top);
  if (Number.isFinite(x) && Number.isFinite(y)) trigger('land', { x, y });
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
    trigger('pick', { voice });
  });
  plot.addEventListener('click', event => {
    if (!event.target.closest?.('.nsewdrag')) return;
    setTimeout(() => { if (performance.now() - picked > 200) land(plot, event); }, 60);
  });
}
new MutationObserver(hook).observe(document.body, { childList: true, subtree: true });
hook();
