// The inks of the charts.
import { computed } from 'vue'
import { OVERLAY_COLOURS, SHOWN_COLOUR, type SeriesColour } from '../charts/series-colours.ts'
import { useFontFamily } from './useFontFamily.ts'
import { useThemeColours } from './useThemeColours.ts'

export type ChartInks = Record<SeriesColour, string> & Record<'raw' | 'grid' | 'text' | 'font', string>

const SERIES = Object.fromEntries([SHOWN_COLOUR, ...OVERLAY_COLOURS].map((name) => [name, `--ink-${name}`])) as Record<
  SeriesColour,
  string
>

export function useInks() {
  const colours = useThemeColours({ ...SERIES, raw: '--ink-raw', grid: '--grid', text: '--faint' })
  const font = useFontFamily('--sans')
  return computed<ChartInks>(() => ({ ...colours.value, font: font.value.family }))
}
