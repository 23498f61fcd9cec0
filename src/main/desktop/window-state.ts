// The remembered size and place of the window: what it is, and where that lets the window open. Keeping it is
// state-file.ts's work, what the window does with it main-window.ts's.
import { z } from 'zod'

/** In the system's device-independent pixels. */
export const MINIMUM_SIZE = { width: 900, height: 600 } as const
const DEFAULT_SIZE = { width: 1280, height: 800 } as const
// So much of the window, in both directions, has to lie on a display for the user to find and move it.
const VISIBLE_PART = 100

const rectangleSchema = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
export const windowStateSchema = z.object({ bounds: rectangleSchema, maximised: z.boolean() })

export type Rectangle = z.infer<typeof rectangleSchema>
export type WindowState = z.infer<typeof windowStateSchema>

/** Length of the part that two intervals share; negative when there is none. */
function shared(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart)
}

function visibleOn(area: Rectangle, bounds: Rectangle): boolean {
  const across = shared(area.x, area.width, bounds.x, bounds.width)
  const down = shared(area.y, area.height, bounds.y, bounds.height)
  // The title bar is at the top: with that above the display the window could not be moved.
  return across >= VISIBLE_PART && down >= VISIBLE_PART && bounds.y >= area.y
}

/**
 * Where to put the window: where it was, as far as the displays of today still allow that, otherwise centred.
 *
 * @param workAreas of every display, the primary one first
 * @returns without `x` and `y` when the system should place the window
 */
export function placeWindow(
  remembered: Rectangle | null,
  workAreas: readonly Rectangle[],
  minimumSize: { width: number; height: number } = MINIMUM_SIZE,
): { x?: number; y?: number; width: number; height: number } {
  const area = remembered ? workAreas.find((candidate) => visibleOn(candidate, remembered)) : undefined
  const limits = area ?? workAreas[0] ?? { x: 0, y: 0, ...DEFAULT_SIZE }
  const wanted = remembered ?? DEFAULT_SIZE
  const size = {
    width: Math.max(Math.min(wanted.width, limits.width), Math.min(minimumSize.width, limits.width)),
    height: Math.max(Math.min(wanted.height, limits.height), Math.min(minimumSize.height, limits.height)),
  }
  return area && remembered ? { x: remembered.x, y: remembered.y, ...size } : size
}
