// Drawing once a frame, however often it is asked for, and only in frames that are shown.
import { onScopeDispose } from 'vue'

/** Returns what asks for a redraw. */
export function useRedraw(draw: () => void): () => void {
  let frame = 0

  function run(): void {
    frame = 0
    draw()
  }

  onScopeDispose(() => cancelAnimationFrame(frame))
  return () => {
    if (frame === 0) frame = requestAnimationFrame(run)
  }
}
