/* Put into the page before its own scripts: notes when it has shown what, and which tasks were long. */
(() => {
  const desk = (window.desk = { first: 0, whole: 0, tasks: [] });
  new PerformanceObserver(list => {
    for (const task of list.getEntries()) desk.tasks.push(task.duration);
  }).observe({ type: 'longtask', buffered: true });
  let before = 0;
  const has = css => document.querySelector(css) !== null;
  const look = now => {
    if (!desk.first && has('#alerts .row[data-incident]')) desk.first = performance.now();
    const drawn =
      has('#connection[data-connection="live"]') && has('#map .map-marks button') && has('.facet-region .option') && has('.timeline-legend li');
    if (!desk.whole && drawn && now - before < 50) desk.whole = performance.now();
    before = now;
    if (!desk.whole) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
