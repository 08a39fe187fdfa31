import { countryName, regionName } from './regions.js';

/* On a wall screen names are read from further away. */
const sizesFor = width => ({ own: Math.max(12, Math.min(16, width / 120)), small: Math.max(11, Math.min(14, width / 130)) });
const MOST = 80;
const GAP = 5;

/**
 * Writes names on a map where there is room: of the marks, the largest first, then of countries that have none.
 *
 * @param {Ground} ground
 * @param {View} view
 * @param {Object} colours
 * @param {Object[]} placed marks, the largest first
 */
export function namesOn(ground, view, colours, placed) {
  const sizes = sizesFor(view.width);
  const taken = placed.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const free = box =>
    box.left >= 2 &&
    box.top >= 2 &&
    box.right <= view.width - 2 &&
    box.bottom <= view.height - 2 &&
    !taken.some(other => overlap(box, other));
  for (const mark of placed.slice(0, MOST)) {
    const text = regionName(mark.tally.region);
    const spot = spots(mark, ground.widthOf(text, sizes.own, true)).find(({ box }) => free(box));
    if (!spot) continue;
    taken.push(spot.box);
    ground.write(text, { ...spot, size: sizes.own, strong: true }, colours);
  }
  const marked = new Set(placed.map(mark => mark.tally.region.code));
  for (const shape of ground.countries)
    if (shape.code && !marked.has(shape.code)) nameCountry(ground, view, colours, shape, { free, taken, size: sizes.small });
}

function nameCountry(ground, view, colours, shape, { free, taken, size }) {
  const room = shape.nameWidth * view.world;
  if (room < 24) return;
  const { x, y } = view.onScreen(shape.at);
  if (x < 0 || y < 0 || x > view.width || y > view.height) return;
  const text = countryName(shape.code);
  const width = ground.widthOf(text, size, false);
  const box = { left: x - width / 2, right: x + width / 2, top: y - 8, bottom: y + 8 };
  if (width > room * 0.9 || !free(box)) return;
  taken.push(box);
  ground.write(text, { x, y, align: 'center', size, strong: false }, colours);
}

/** Right of the mark, left of it, below, above. */
function spots({ x, y, radius, tally }, width) {
  const reach = radius * (tally.severity === 'MEDIUM' || tally.severity === 'LOW' ? 1 : 1.3) + GAP;
  const beside = left => ({ left, right: left + width, top: y - 8, bottom: y + 8 });
  const centred = middle => ({ left: x - width / 2, right: x + width / 2, top: middle - 8, bottom: middle + 8 });
  return [
    { x: x + reach, y, align: 'left', box: beside(x + reach) },
    { x: x - reach, y, align: 'right', box: beside(x - reach - width) },
    { x, y: y + reach + 6, align: 'center', box: centred(y + reach + 6) },
    { x, y: y - reach - 6, align: 'center', box: centred(y - reach - 6) },
  ];
}

function overlap(a, b) {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}
