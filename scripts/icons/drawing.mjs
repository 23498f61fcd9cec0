// Draws an SVG of rounded rectangles and circles, which is all that the lab's sign is made of: every pixel's colour is
// the mean over a grid of points inside it. Plain arithmetic, so that every machine draws the same bytes.

const GRID = 8
/** In pictures of so many pixels nothing that the eye would miss lies between four equal corners of a pixel. */
const LARGE = 128

function attributesOf(tag) {
  return Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
}

function colourOf(fill) {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(fill ?? '')?.[1]
  if (!hex) throw new Error(`Not a colour of the form #rgb or #rrggbb: ${fill}`)
  const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
  return [0, 2, 4].map((start) => Number.parseInt(digits.slice(start, start + 2), 16))
}

const SHAPES = {
  rect({ x = 0, y = 0, width, height, rx = 0 }) {
    const [left, top, radius] = [Number(x), Number(y), Number(rx)]
    const [right, bottom] = [left + Number(width), top + Number(height)]
    return (px, py) => {
      if (px < left || px > right || py < top || py > bottom) return false
      const dx = Math.max(left + radius - px, px - (right - radius), 0)
      const dy = Math.max(top + radius - py, py - (bottom - radius), 0)
      return dx * dx + dy * dy <= radius * radius
    }
  },
  circle({ cx, cy, r }) {
    const [x, y, radius] = [Number(cx), Number(cy), Number(r)]
    return (px, py) => (px - x) ** 2 + (py - y) ** 2 <= radius * radius
  },
}

/** The SVG's shapes from back to front; one of another kind is an error, as it would be missing from the icon. */
export function parseSign(svg) {
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1])
  const shapes = [...svg.matchAll(/<([a-z]+)([^>]*)\/>/g)].map(([, kind, attributes]) => {
    if (!SHAPES[kind]) throw new Error(`The sign has a <${kind}>, which is not drawn here`)
    const parsed = attributesOf(attributes)
    return { contains: SHAPES[kind](parsed), colour: colourOf(parsed.fill) }
  })
  if (!size || shapes.length === 0) throw new Error('The sign is no square SVG with shapes in it')
  return { size, shapes }
}

/** The sign as one colour with its light parts cut out, for places that colour it themselves. */
export function silhouette({ size, shapes }) {
  const [ground, ...parts] = shapes
  const contains = (x, y) => ground.contains(x, y) && !parts.some((part) => part.contains(x, y))
  return { size, shapes: [{ contains, colour: [0, 0, 0] }] }
}

/** Offsets of the points within a pixel, in pixels. */
const POINTS = Array.from({ length: GRID * GRID }, (_, point) => [
  ((point % GRID) + 0.5) / GRID,
  (Math.floor(point / GRID) + 0.5) / GRID,
])
const CORNERS = [0, GRID - 1, GRID * (GRID - 1), GRID * GRID - 1].map((point) => POINTS[point])

/**
 * @param pixels side of the picture
 * @param margin free space on each side, as a share of it
 * @returns (pixels * pixels * 4) bytes RGBA, colours not multiplied by alpha
 */
export function draw({ size, shapes }, pixels, margin = 0) {
  const scale = size / (pixels * (1 - 2 * margin))
  const origin = pixels * margin
  const bytes = new Uint8Array(pixels * pixels * 4)
  const shapeUnder = (x, y) => {
    for (let index = shapes.length - 1; index >= 0; index--) if (shapes[index].contains(x, y)) return shapes[index]
    return undefined
  }
  for (let row = 0; row < pixels; row++) {
    for (let column = 0; column < pixels; column++) {
      const shapeAt = ([dx, dy]) => shapeUnder((column + dx - origin) * scale, (row + dy - origin) * scale)
      bytes.set(colourOfPixel(shapeAt, pixels >= LARGE), (row * pixels + column) * 4)
    }
  }
  return bytes
}

function colourOfPixel(shapeAt, isFine) {
  const [first, ...others] = CORNERS.map(shapeAt)
  const isPlain = isFine && others.every((shape) => shape === first)
  if (isPlain) return first ? [...first.colour, 255] : [0, 0, 0, 0]
  const hits = POINTS.map(shapeAt).filter((shape) => shape !== undefined)
  const mean = (channel) => Math.round(hits.reduce((sum, { colour }) => sum + colour[channel], 0) / hits.length)
  return [mean(0), mean(1), mean(2), Math.round((255 * hits.length) / POINTS.length)]
}
