// Reads a pane's text from the lab for as long as it is shown: a piece at a time, the next only when the last has come,
// so that a window which is slow is merely behind.
import type { ErrorValue } from '#core/contract/errors.ts'
import type { Result } from '#core/contract/operations.ts'
import { CHUNK_LIMIT, type PaneStatistics, type Written, type WrittenRequest } from '#core/contract/temperatures.ts'
import { WrittenText } from './written-text.ts'

/** Between two pieces of a text that flows fast, and of one that trickles. */
const FLOWING_MS = 25
const TRICKLING_MS = 60
/** More characters than that at once are a fast flow. */
const FAST = 50
/** A pane that writes nothing is asked less and less often, until it is woken. */
const LONGEST_REST_MS = 1000

export interface PaneReading {
  text: WrittenText
  statistics: PaneStatistics | null
  problem: ErrorValue | null
}

type Ask = (request: Omit<WrittenRequest, 'paneId'>) => Promise<Result<Written>>

export interface PaneReader {
  /** Asks at once: something may have changed. */
  wake(): void
  end(): void
}

/** Calls `onReading` with every piece; the text is the same object as long as it goes on. */
export function readPane(ask: Ask, onReading: (reading: PaneReading) => void): PaneReader {
  let text = new WrittenText()
  let epoch = 0
  let restMs = TRICKLING_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAsking = false
  let hasEnded = false

  async function readOn(): Promise<void> {
    timer = undefined
    isAsking = true
    const result = await ask({ epoch, from: text.end, limit: CHUNK_LIMIT })
    isAsking = false
    if (hasEnded) return
    if (result.ok) take(result.value)
    else onReading({ text, statistics: null, problem: result.error })
    timer = setTimeout(() => void readOn(), delayAfter(result.ok ? result.value.characters.length : 0))
  }

  function delayAfter(characters: number): number {
    restMs = characters > 0 ? TRICKLING_MS : Math.min(2 * restMs, LONGEST_REST_MS)
    return characters > FAST ? FLOWING_MS : restMs
  }

  function take(written: Written): void {
    if (written.epoch !== epoch) text = new WrittenText()
    epoch = written.epoch
    text.append(written)
    onReading({ text, statistics: written.statistics, problem: null })
  }

  void readOn()
  return {
    wake() {
      restMs = TRICKLING_MS
      if (isAsking || hasEnded) return
      clearTimeout(timer)
      void readOn()
    },
    end() {
      hasEnded = true
      clearTimeout(timer)
    },
  }
}
