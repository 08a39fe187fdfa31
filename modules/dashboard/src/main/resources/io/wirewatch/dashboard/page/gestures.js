const CLICK_PIXELS = 5;
const STEP_PIXELS = 80;
const WHEEL_STEP = 0.0024;

/**
 * Mouse, fingers and keys on a map.
 *
 * @param {HTMLElement} surface which takes the focus
 * @param {{drag: function(number, number), zoom: function(number, number=, number=, boolean=), home: function()}} map what they do: drag by
 *     pixels; zoom by steps at a point (the middle where none is given), all at once or not
 */
export function gestures(surface, map) {
  const fingers = new Map();
  let travelled = 0;
  const at = event => {
    const box = surface.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  surface.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    if (fingers.size === 0) travelled = 0;
    fingers.set(event.pointerId, at(event));
  });
  surface.addEventListener('pointermove', event => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = at(event);
    travelled += Math.hypot(now.x - before.x, now.y - before.y);
    if (travelled < CLICK_PIXELS && fingers.size === 1) return;
    // Only now: a pointer that is captured at once takes the click away from the mark under it.
    if (!surface.hasPointerCapture(event.pointerId)) surface.setPointerCapture(event.pointerId);
    surface.dataset.dragging = '';
    if (fingers.size === 1) map.drag(now.x - before.x, now.y - before.y);
    else pinch(fingers, event.pointerId, now, map);
    fingers.set(event.pointerId, now);
  });
  const lift = event => {
    fingers.delete(event.pointerId);
    if (fingers.size === 0) delete surface.dataset.dragging;
  };
  surface.addEventListener('pointerup', lift);
  surface.addEventListener('pointercancel', lift);
  surface.addEventListener('lostpointercapture', lift);
  surface.addEventListener(
    'click',
    event => travelled >= CLICK_PIXELS && (event.stopPropagation(), event.preventDefault()),
    true,
  );
  surface.addEventListener('dblclick', event => map.zoom(1, at(event).x, at(event).y));
  surface.addEventListener('wheel', event => wheel(event, at(event), map), { passive: false });
  surface.addEventListener('keydown', event => event.target === surface && key(event, map));
}

function pinch(fingers, moved, now, map) {
  const [other] = [...fingers].find(([id]) => id !== moved).slice(1);
  const before = fingers.get(moved);
  const spread = point => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
  map.drag((now.x - before.x) / 2, (now.y - before.y) / 2);
  map.zoom(Math.log2(spread(now) / spread(before)), (now.x + other.x) / 2, (now.y + other.y) / 2, true);
}

function wheel(event, { x, y }, map) {
  event.preventDefault();
  const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : 1);
  // A pinch on a touch pad comes as a wheel with Ctrl, in small steps.
  const steps = -pixels * WHEEL_STEP * (event.ctrlKey ? 4 : 1);
  map.zoom(Math.max(-1, Math.min(1, steps)), x, y, true);
}

function key(event, map) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const keys = {
    ArrowLeft: () => map.drag(STEP_PIXELS, 0),
    ArrowRight: () => map.drag(-STEP_PIXELS, 0),
    ArrowUp: () => map.drag(0, STEP_PIXELS),
    ArrowDown: () => map.drag(0, -STEP_PIXELS),
    '+': () => map.zoom(0.75),
    '=': () => map.zoom(0.75),
    '-': () => map.zoom(-0.75),
    0: () => map.home(),
  };
  if (!(event.key in keys)) return;
  event.preventDefault();
  event.stopPropagation();
  keys[event.key]();
}
