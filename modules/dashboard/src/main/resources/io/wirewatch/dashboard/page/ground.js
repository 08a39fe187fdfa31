/* Paths are drawn in units of this part of the plane, in which a float of the graphics library is precise enough at every zoom. */
const UNITS = 4096;
const FONT = '"Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif';

/** Paints what lies under the marks: sea, land, borders, the shade of places with alerts, names. */
export class Ground {
  countries = [];
  provinces = [];

  #canvas;
  #context;
  #inner = null;
  #widths = new Map();

  constructor(canvas) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
  }

  /** @param {{shapes: Object[]}} outlines of geo.js */
  setCountries({ shapes }) {
    this.countries = shapes.map(withPath);
  }

  setProvinces({ shapes, inner }) {
    this.provinces = shapes.map(withPath);
    this.#inner = new Path2D();
    inner.forEach(line => trace(this.#inner, line));
  }

  /**
   * Paints a view.
   *
   * @param {View} view
   * @param {Object} colours sea, land, border, province, text, halo, accent, and one for each severity
   * @param {{shaded: Map<string, string>, chosen: Set<string>, hovered: ?string, detailed: boolean}} what severity by code of what
   *     is shaded, codes with a ring around, and whether provinces are drawn
   */
  paint(view, colours, what) {
    const scale = this.#fit(view);
    const context = this.#context;
    const zoom = (view.world / UNITS) * scale;
    const shift = [(view.width / 2 - view.x * view.world) * scale, (view.height / 2 - view.y * view.world) * scale];
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = colours.sea;
    context.fillRect(0, 0, this.#canvas.width, this.#canvas.height);
    context.setTransform(zoom, 0, 0, zoom, ...shift);
    context.lineJoin = 'round';
    const pixel = scale / zoom;
    const seen = this.countries.filter(shape => meets(shape.box, view.box));
    this.#land(seen, colours, pixel);
    const detail = what.detailed ? this.provinces.filter(shape => meets(shape.box, view.box)) : [];
    this.#shades(what.detailed ? [...seen, ...detail] : seen, colours, what);
    if (what.detailed && this.#inner) this.#stroke([this.#inner], colours.province, pixel * 0.8);
    this.#stroke(
      seen.map(shape => shape.path),
      colours.border,
      pixel,
    );
    this.#rings([...seen, ...detail], colours, what, pixel);
    context.setTransform(scale, 0, 0, scale, 0, 0);
  }

  /**
   * Writes a name where nothing else stands yet.
   *
   * @param {string} text
   * @param {{x: number, y: number, align: string, size: number, strong: boolean}} place in pixels of the map
   * @param {Object} colours
   */
  write(text, { x, y, align, size, strong }, colours) {
    const context = this.#context;
    context.font = fontOf(size, strong);
    context.textAlign = align;
    context.textBaseline = 'middle';
    context.lineWidth = 3;
    context.strokeStyle = colours.halo;
    context.strokeText(text, x, y);
    context.fillStyle = strong ? colours.text : colours.faint;
    context.fillText(text, x, y);
  }

  /** How wide a text is, in pixels. */
  widthOf(text, size, strong) {
    const key = `${size}${strong}${text}`;
    if (!this.#widths.has(key)) {
      if (this.#widths.size > 4000) this.#widths.clear();
      this.#context.font = fontOf(size, strong);
      this.#widths.set(key, this.#context.measureText(text).width);
    }
    return this.#widths.get(key);
  }

  #fit(view) {
    const scale = Math.min(window.devicePixelRatio || 1, 2);
    const [width, height] = [Math.round(view.width * scale), Math.round(view.height * scale)];
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
    return scale;
  }

  #land(shapes, colours) {
    this.#context.fillStyle = colours.land;
    for (const shape of shapes) this.#context.fill(shape.path, 'evenodd');
  }

  #shades(shapes, colours, { shaded, hovered }) {
    const context = this.#context;
    for (const shape of shapes) {
      const severity = shaded.get(shape.code);
      if (!severity) continue;
      context.globalAlpha = shape.code === hovered ? 0.34 : 0.17;
      context.fillStyle = colours[severity];
      context.fill(shape.path, 'evenodd');
    }
    context.globalAlpha = 1;
  }

  #rings(shapes, colours, { chosen, hovered }, pixel) {
    const of = test => shapes.filter(test).map(shape => shape.path);
    this.#stroke(
      of(shape => shape.code && shape.code === hovered),
      colours.text,
      pixel * 1.4,
    );
    this.#stroke(
      of(shape => chosen.has(shape.code)),
      colours.accent,
      pixel * 2.4,
    );
  }

  #stroke(paths, colour, width) {
    this.#context.strokeStyle = colour;
    this.#context.lineWidth = width;
    for (const path of paths) this.#context.stroke(path);
  }
}

function fontOf(size, strong) {
  return `${strong ? 600 : 400} ${size}px ${FONT}`;
}

function withPath(shape) {
  const path = new Path2D();
  for (const ring of shape.rings) {
    trace(path, ring);
    path.closePath();
  }
  return { ...shape, path };
}

function trace(path, points) {
  path.moveTo(points[0] * UNITS, points[1] * UNITS);
  for (let k = 2; k < points.length; k += 2) path.lineTo(points[k] * UNITS, points[k + 1] * UNITS);
}

function meets(a, b) {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}
