const SLICE_MILLIS = 8;

/**
 * Appends what is made of many items without holding up the page: as many as fit into a few milliseconds at once, the
 * others a frame at a time.
 *
 * @param {Element} parent
 * @param {Iterable<T>} items
 * @param {(item: T, index: number) => Node} make
 * @param {AbortSignal} [signal] ends it
 * @returns {Promise<boolean>} true when all are there, false when it was ended before
 * @template T
 */
export async function gradually(parent, items, make, signal) {
  let index = 0;
  let slice = document.createDocumentFragment();
  let until = performance.now() + SLICE_MILLIS;
  for (const item of items) {
    slice.append(make(item, index++));
    if (performance.now() < until) continue;
    parent.append(slice);
    await nextFrame();
    if (signal?.aborted) return false;
    slice = document.createDocumentFragment();
    until = performance.now() + SLICE_MILLIS;
  }
  parent.append(slice);
  return true;
}

/* A hidden tab has no frames; a timer lets it get done nevertheless. */
function nextFrame() {
  return new Promise(go => {
    if (document.hidden) setTimeout(go, 0);
    else requestAnimationFrame(() => go());
  });
}
