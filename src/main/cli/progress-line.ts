// One line that tells how far a run has come.
import type { Language } from '#core/contract/errors.ts'
import type { RunSummary } from '#core/contract/runs.ts'
import { barLine } from './bar-line.ts'
import { formatDuration, formatNumber } from './localised.ts'
import { messageText } from './messages.ts'

function progressParts(run: RunSummary, language: Language): string[] {
  const { iteration, smoothLoss, iterationsPerSecond: speed, settings } = run
  const number = (value: number, decimals = 0): string => formatNumber(value, language, decimals)
  const target = number(settings.iterations)
  const counts = { iteration: number(iteration).padStart(target.length), target }
  const parts = [messageText('bar-iteration', language, counts)]
  if (smoothLoss !== null) parts.push(messageText('bar-smooth-loss', language, { smoothLoss: number(smoothLoss, 2) }))
  if (speed > 0) {
    const duration = formatDuration((settings.iterations - iteration) / speed, language)
    parts.push(messageText('bar-speed', language, { speed: number(speed) }))
    parts.push(messageText('bar-time-left', language, { duration }))
  }
  return parts
}

/** Fewer than `columns` columns wide. */
export function progressLine(run: RunSummary, columns: number, language: Language): string {
  return barLine(Math.min(1, run.iteration / run.settings.iterations), progressParts(run, language), columns)
}
