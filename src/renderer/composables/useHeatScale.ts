// The colours in which an array is shown, with the magnitude at which they end.
import { computed, reactive, type Ref } from 'vue'
import { COLOUR_RANGES, colourLimit, type ColourRange } from '../charts/colour-limit.ts'
import type { HeatArray } from '../charts/heat-map/heat-array.ts'
import { heatScale, parseRgb, type HeatScale, type HeatStops } from '../charts/heat-map/heat-colours.ts'
import { useThemeColours } from './useThemeColours.ts'

/** The stops of each ramp in styles/tokens.css, as --heat-<ramp>-<stop>, after those that all share. */
const RAMPS = {
  negative: ['--heat-zero', 'negative-1', 'negative-2', 'negative-3', 'negative-4', 'negative-beyond'],
  positive: ['--heat-zero', 'positive-1', 'positive-2', 'positive-3', 'positive-4', 'positive-beyond'],
  amount: ['amount-0', 'amount-1', 'amount-2', 'amount-3', 'amount-4', 'amount-beyond'],
} as const satisfies Record<keyof HeatStops, readonly string[]>

const PROPERTIES = Object.fromEntries(
  Object.values(RAMPS)
    .flat()
    .map((name) => [name, name.startsWith('--') ? name : `--heat-${name}`]),
)

export function useHeatStops(): Readonly<Ref<HeatStops>> {
  const colours = useThemeColours(PROPERTIES)
  return computed(() => {
    const ramps = Object.entries(RAMPS).map(([ramp, stops]) => [
      ramp,
      stops.map((name) => parseRgb(colours.value[name] ?? '')),
    ])
    return Object.fromEntries(ramps) as unknown as HeatStops
  })
}

/** The scale of an array, and how the user would have it: kept apart for arrays with and without a sign. */
export function useHeatScale(array: () => Pick<HeatArray, 'figures' | 'isSigned'>) {
  const stops = useHeatStops()
  const ranges = reactive<Record<keyof typeof COLOUR_RANGES, ColourRange>>({ signed: 'usual', amount: 'logarithmic' })
  const kind = computed(() => (array().isSigned ? 'signed' : 'amount'))
  return {
    scale: computed<HeatScale>(() => heatScale(colourLimit(array().figures, ranges[kind.value]), stops.value)),
    range: computed<ColourRange>({
      get: () => ranges[kind.value],
      set: (range) => (ranges[kind.value] = range),
    }),
  }
}
