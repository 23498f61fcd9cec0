// A box that follows the end of what grows in it, until its reader scrolls back or holds it.
import { useEventListener } from '@vueuse/core'
import { ref, type Ref } from 'vue'

/** So near to the end counts as at the end. */
const NEAR_PIXELS = 12

export function useFollowing(box: Readonly<Ref<HTMLElement | null>>, isHeld: () => boolean) {
  const isFollowing = ref(true)
  /** Where the box stood, and how high its content was, when it was last looked at. */
  let last = { top: 0, height: 0 }

  function look({ scrollTop, scrollHeight }: HTMLElement): void {
    last = { top: scrollTop, height: scrollHeight }
  }

  function isAtEnd(element: HTMLElement): boolean {
    return element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PIXELS
  }

  useEventListener(box, 'scroll', () => {
    const element = box.value
    if (!element) return
    // More may have been added, or old text taken away, since the box was moved: not to be at the end does not mean that
    // its reader left it.
    const wentBack = element.scrollTop < last.top - 1 && element.scrollHeight >= last.height
    if (isAtEnd(element)) isFollowing.value = true
    else if (wentBack) isFollowing.value = false
    look(element)
  })

  function goToEnd(element: HTMLElement): void {
    element.scrollTop = element.scrollHeight
    look(element)
  }

  /** To be called when something was added. */
  function keepUp(): void {
    if (box.value && isFollowing.value && !isHeld()) goToEnd(box.value)
  }

  function follow(): void {
    isFollowing.value = true
    if (box.value) goToEnd(box.value)
  }

  return { isFollowing, keepUp, follow }
}
