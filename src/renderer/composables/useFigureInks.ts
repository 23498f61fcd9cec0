// The inks of figures, in the theme of the moment.
import { computed, type ComputedRef } from 'vue'
import type { FigureInks } from '../figures/surface.ts'
import { useFontFamily } from './useFontFamily.ts'
import { useThemeColours } from './useThemeColours.ts'

const PROPERTIES = {
  ground: '--panel',
  ink: '--ink',
  soft: '--faint',
  grid: '--grid',
  first: '--ink-blue',
  second: '--ink-vermillion',
  third: '--ink-green',
  muted: '--ink-bars',
} as const

export function useFigureInks(): ComputedRef<FigureInks> {
  const colours = useThemeColours(PROPERTIES)
  const [sans, mono] = [useFontFamily('--sans'), useFontFamily('--mono')]
  return computed(() => ({ ...colours.value, sans: sans.value.family, mono: mono.value.family }))
}
