/**
 * Runs something at most once in a while: at once where it has not run for so long, else when that is over, once for all that asked.
 *
 * @param {function()} run
 * @param {number} millis between runs
 * @returns {function()} asks for it
 */
export function calmly(run, millis) {
  let timer = 0;
  let last = -Infinity;
  const now = () => {
    timer = 0;
    last = performance.now();
    run();
  };
  return () => {
    if (timer) return;
    const wait = last + millis - performance.now();
    if (wait <= 0) now();
    else timer = setTimeout(now, wait);
  };
}
