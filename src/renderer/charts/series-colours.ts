// The inks of the curves: Okabe and Ito's palette, which the colour-blind can tell apart. Their values for light and
// dark are in styles/tokens.css, as --ink-<name>.

export const SHOWN_COLOUR = 'blue'

/** In the order in which overlaid runs take them. */
export const OVERLAY_COLOURS = ['vermillion', 'green', 'purple', 'orange', 'sky'] as const
export type OverlayColour = (typeof OVERLAY_COLOURS)[number]
export type SeriesColour = typeof SHOWN_COLOUR | OverlayColour
