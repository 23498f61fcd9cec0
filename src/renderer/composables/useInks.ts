// The colours of the theme as a canvas needs them: resolved, and anew when the theme changes.
import { shallowRef, watch } from 'vue'
import { OVERLAY_COLOURS, SHOWN_COLOUR, type SeriesColour } from '../charts/series-colours.ts'
import { useStores } from '../stores/stores.ts'

export type ChartInks = Record<SeriesColour, string> & Record<'raw' | 'grid' | 'text' | 'font', string>

/** A custom property keeps its text; only a real property of an element tells the colour that comes of it. */
function resolve(probe: HTMLElement, property: string): string {
  probe.style.color = `var(${property})`
  return getComputedStyle(probe).color
}

function readInks(): ChartInks {
  const probe = document.body.appendChild(document.createElement('span'))
  const curves = [SHOWN_COLOUR, ...OVERLAY_COLOURS].map((name) => [name, resolve(probe, `--ink-${name}`)])
  const inks = {
    ...(Object.fromEntries(curves) as Record<SeriesColour, string>),
    raw: resolve(probe, '--ink-raw'),
    grid: resolve(probe, '--grid'),
    text: resolve(probe, '--faint'),
    font: getComputedStyle(document.body).fontFamily,
  }
  probe.remove()
  return inks
}

export function useInks() {
  const { preferences } = useStores()
  const inks = shallowRef(readInks())
  // After the document took the theme on, hence after the flush.
  watch(preferences.theme, () => (inks.value = readInks()), { flush: 'post' })
  void document.fonts.ready.then(() => (inks.value = readInks()))
  return inks
}
