/* Arguments: how many frames at most, how many pixels each (0: at rest), a callback. Scrolls to and fro for at most ten seconds, and
 * says how long frames took. */
const [frames, pixels, done] = arguments;
const grid = document.querySelector('.list-grid');
const times = [];
let before = 0;
let left = frames;
let direction = 1;
const end = performance.now() + 10_000;
desk.tasks.length = 0;
grid.scrollTop = 0;
const frame = now => {
  if (before) times.push(now - before);
  before = now;
  if (pixels > 0) {
    const most = grid.scrollHeight - grid.clientHeight;
    if (grid.scrollTop + direction * pixels > most || grid.scrollTop + direction * pixels < 0) direction = -direction;
    grid.scrollTop += direction * pixels;
  }
  if (left-- > 0 && now < end) requestAnimationFrame(frame);
  else setTimeout(() => done({ times, tasks: desk.tasks }), 400);
};
requestAnimationFrame(frame);
