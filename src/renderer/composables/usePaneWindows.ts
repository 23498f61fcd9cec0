// Whether the panes stand in windows of their own. The desktop's lab opens and closes those as its comparison says; in a
// browser the page opens pop-ups beside its panes, as far as the browser lets it.
import { computed, ref } from 'vue'
import type { Comparison } from '#core/contract/temperatures.ts'
import { tile } from '#core/geometry/tiling.ts'
import { useStores } from '../stores/stores.ts'

interface ScreenWithPlace extends Screen {
  availLeft?: number
  availTop?: number
}

/** False when the browser blocked one of them. */
function openPopUps(paneIds: readonly string[]): boolean {
  const { availLeft = 0, availTop = 0, availWidth, availHeight } = window.screen as ScreenWithPlace
  const tiles = tile({ x: availLeft, y: availTop, width: availWidth, height: availHeight }, paneIds.length)
  const opened = paneIds.map((id, i) => {
    const { x, y, width, height } = tiles[i]!
    const features = `popup,left=${x},top=${y},width=${width},height=${height}`
    return window.open(`/?pane=${encodeURIComponent(id)}`, `pane-${id}`, features)
  })
  return opened.every((popUp) => popUp !== null)
}

export function usePaneWindows(comparison: () => Comparison) {
  const { temperatures } = useStores()
  const isBlocked = ref(false)
  const areApart = computed(() => comparison().settings.layout === 'windows')

  function toggle(): void {
    if (temperatures.hasPaneWindows) void temperatures.change({ layout: areApart.value ? 'panes' : 'windows' })
    else isBlocked.value = !openPopUps(comparison().panes.map(({ id }) => id))
  }

  return { areApart, isBlocked, toggle }
}
