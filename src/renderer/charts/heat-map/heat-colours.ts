// From values to colours: a table of colours along the scale, with one more at each end for what lies beyond it, so
// that a value that was clipped is never taken for one that was not. The stops themselves are in styles/tokens.css.
import type { ColourLimit } from '../colour-limit.ts'

/** Colours between zero and the limit; more could not be told apart. */
const STEPS = 255

export type Rgb = readonly [red: number, green: number, blue: number]

/** The colours of the theme, from zero outwards; the last of each side is for values beyond the limit. */
export interface HeatStops {
  negative: readonly Rgb[]
  positive: readonly Rgb[]
  /** From zero up, for values without a sign. */
  amount: readonly Rgb[]
}

export interface HeatScale extends ColourLimit {
  /** RGBA, four entries a colour: beyond below, `from` to `limit`, beyond above. */
  colours: Uint8ClampedArray
}

/** True for scales with a colour for each sign. */
export function isSigned({ from }: Pick<HeatScale, 'from'>): boolean {
  return from < 0
}

/** Reads what a browser answers for a colour: rgb(1, 2, 3). */
export function parseRgb(text: string): Rgb {
  const [red = 0, green = 0, blue = 0] = (text.match(/[\d.]+/g) ?? []).map(Number)
  return [red, green, blue]
}

/** The colour at a share of the way through evenly spaced stops. */
function colourAt(stops: readonly Rgb[], share: number): Rgb {
  const place = share * (stops.length - 1)
  const before = Math.min(stops.length - 2, Math.floor(place))
  const [one, other] = [stops[before]!, stops[before + 1]!]
  const mixed = one.map((channel, i) => channel + (place - before) * (other[i]! - channel))
  return mixed as unknown as Rgb
}

/** Colours from zero to the limit, zero's first. */
function ramp(stops: readonly Rgb[]): Rgb[] {
  const within = stops.slice(0, -1)
  return Array.from({ length: STEPS + 1 }, (_, step) => colourAt(within, step / STEPS))
}

export function heatScale(limit: ColourLimit, { negative, positive, amount }: HeatStops): HeatScale {
  const upper = isSigned(limit) ? positive : amount
  const lower = isSigned(limit) ? [negative.at(-1)!, ...ramp(negative).slice(1).reverse()] : [amount[0]!]
  const colours = [...lower, ...ramp(upper), upper.at(-1)!]
  const bytes = colours.flatMap(([red, green, blue]) => [red, green, blue, 255])
  return { ...limit, colours: Uint8ClampedArray.from(bytes) }
}

/** The place of a value between zero (or `from`, on a logarithmic scale) at 0 and the limit at 1; the sign is kept. */
export function shareOfLimit(value: number, { range, from, limit }: ColourLimit): number {
  if (range !== 'logarithmic') return value / limit
  return value > 0 && from < limit ? Math.log(value / from) / Math.log(limit / from) : value === limit ? 1 : -1
}

/** Where in `colours` a value's colour is, in colours. */
function colourIndex(value: number, scale: HeatScale): number {
  const share = shareOfLimit(value, scale)
  if (value > scale.limit) return scale.colours.length / 4 - 1
  if (share < (isSigned(scale) ? -1 : 0)) return 0
  return Math.round(Math.min(1, share) * STEPS) + (isSigned(scale) ? STEPS + 1 : 1)
}

/** Writes the colour of each value into `pixels`, four bytes a value. */
export function paint(pixels: Uint8ClampedArray, values: Float64Array, scale: HeatScale): void {
  for (let i = 0; i < values.length; i++) {
    const colour = 4 * colourIndex(values[i]!, scale)
    for (let channel = 0; channel < 4; channel++) pixels[4 * i + channel] = scale.colours[colour + channel]!
  }
}

/** The colour of one value, as CSS has it. */
export function colourText(value: number, scale: HeatScale): string {
  const at = 4 * colourIndex(value, scale)
  return `rgb(${scale.colours.subarray(at, at + 3).join(', ')})`
}

/** True for colours on which dark writing reads better than white. */
export function isLight(value: number, scale: HeatScale): boolean {
  const at = 4 * colourIndex(value, scale)
  const [red = 0, green = 0, blue = 0] = scale.colours.subarray(at, at + 3)
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140
}
