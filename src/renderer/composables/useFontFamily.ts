// A font of the window as a canvas needs it: a new value once it has been loaded, so that what was drawn before is drawn
// again.
import { shallowRef, type Ref } from 'vue'

/** @param property a custom property of styles/tokens.css, as --sans */
export function useFontFamily(property: '--sans' | '--mono'): Readonly<Ref<{ family: string }>> {
  const read = () => ({ family: getComputedStyle(document.documentElement).getPropertyValue(property) })
  const font = shallowRef(read())
  void document.fonts.ready.then(() => (font.value = read()))
  return font
}
