// The inks of what is written and outlined in a heat-map.
import { computed } from 'vue'
import type { HeatInks } from '../charts/heat-map/heat-picture.ts'
import { useFontFamily } from './useFontFamily.ts'
import { useThemeColours } from './useThemeColours.ts'

const PROPERTIES = {
  text: '--faint',
  strong: '--ink',
  accent: '--accent',
  panel: '--panel',
  grid: '--heat-border',
} as const

export function useHeatInks() {
  const colours = useThemeColours(PROPERTIES)
  const font = useFontFamily('--mono')
  return computed<HeatInks>(() => ({ ...colours.value, font: font.value.family }))
}
