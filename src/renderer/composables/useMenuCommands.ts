// What the user chooses in the desktop window's own menu.
import { useEventListener } from '@vueuse/core'
import { useOpenText } from './useOpenText.ts'

/** Sent to the page by the bridge when the user chose Open Text. */
const OPEN_TEXT_EVENT = 'charscope:open-text'

export function useMenuCommands(): void {
  const { open } = useOpenText()
  useEventListener(window, OPEN_TEXT_EVENT, () => void open())
}
