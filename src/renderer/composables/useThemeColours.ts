// Colours of the theme as a canvas needs them: resolved, and anew when the theme changes.
import { shallowRef, watch, type Ref } from 'vue'
import { useStores } from '../stores/stores.ts'

/** A custom property keeps its text; only a real property of an element tells the colour that comes of it. */
function resolveAll<Name extends string>(properties: Readonly<Record<Name, string>>): Record<Name, string> {
  const probe = document.body.appendChild(document.createElement('span'))
  const resolved = Object.entries<string>(properties).map(([name, property]) => {
    probe.style.color = `var(${property})`
    return [name, getComputedStyle(probe).color]
  })
  probe.remove()
  return Object.fromEntries(resolved) as Record<Name, string>
}

/** @param properties a custom property of styles/tokens.css for each name, as --accent */
export function useThemeColours<Name extends string>(
  properties: Readonly<Record<Name, string>>,
): Readonly<Ref<Record<Name, string>>> {
  const { preferences } = useStores()
  const colours: Ref<Record<Name, string>> = shallowRef(resolveAll(properties))
  // After the document took the theme on, hence after the flush.
  watch(preferences.theme, () => (colours.value = resolveAll(properties)), { flush: 'post' })
  return colours
}
