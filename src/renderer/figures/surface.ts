// What figures are drawn on: a handful of marks in CSS pixels, the same for the screen, for a PNG and for an SVG. A
// figure is a function that draws its data on whatever surface it is given.

export type Anchor = 'start' | 'middle' | 'end'

export interface TextStyle {
  ink: string
  /** In pixels. */
  size: number
  anchor?: Anchor
  /** Written from below upwards, for the name of a vertical axis. */
  isVertical?: boolean
  isMonospaced?: boolean
}

export interface Surface {
  rectangle(x: number, y: number, width: number, height: number, ink: string): void
  /** Filled, or with `ring` an outline alone. */
  circle(x: number, y: number, radius: number, ink: string, ring?: boolean): void
  /** Through the points, x and y in turn. */
  line(points: readonly number[], ink: string, width: number, dash?: readonly number[]): void
  /** The baseline is at y. */
  text(content: string, x: number, y: number, style: TextStyle): void
}

/** Colours of the theme and fonts, as a canvas or a file needs them: resolved. */
export interface FigureInks {
  ground: string
  ink: string
  soft: string
  grid: string
  first: string
  second: string
  third: string
  muted: string
  sans: string
  mono: string
}

export interface FigureSize {
  /** In CSS pixels. */
  width: number
  height: number
}

/** Draws a figure that fills `size`; its data are the function's own. */
export type Figure = (surface: Surface, size: FigureSize, inks: FigureInks) => void
