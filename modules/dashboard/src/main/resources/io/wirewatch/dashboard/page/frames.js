import { h, replace } from './dom.js';

const STILL_MILLIS = 200;
const KEPT = 2_000;

/**
 * With `?frames` in the address: a meter that says how long frames take while something scrolls, in milliseconds. The same is in its
 * data attributes: longest, p95, frames.
 */
export function mount(body, { t }) {
  if (!new URLSearchParams(location.search).has('frames')) return;
  const meter = h('output', { id: 'frames', class: 'frames', dataset: { longest: '0', p95: '0', frames: '0' } });
  const times = [];
  let scrolled = -Infinity;
  let before = 0;
  const frame = now => {
    if (now - scrolled < STILL_MILLIS) {
      if (before) times.push(now - before);
      if (times.length > KEPT) times.shift();
      before = now;
      requestAnimationFrame(frame);
    } else {
      before = 0;
      say(meter, times, t); // only now: what the meter costs is not what it measures
    }
  };
  addEventListener(
    'scroll',
    () => {
      const resting = performance.now() - scrolled >= STILL_MILLIS;
      scrolled = performance.now();
      if (resting) requestAnimationFrame(frame);
    },
    { capture: true, passive: true },
  );
  body.append(meter);
  say(meter, times, t);
}

function say(meter, times, t) {
  const sorted = [...times].sort((a, b) => a - b);
  const longest = (sorted.at(-1) ?? 0).toFixed(1);
  const p95 = (sorted[Math.floor(sorted.length * 0.95)] ?? 0).toFixed(1);
  Object.assign(meter.dataset, { longest, p95, frames: String(times.length) });
  replace(meter, t('frames.say', p95, longest, times.length));
}
