// One line that tells how far a run has come, fitted into the width of a terminal.
import type { Language } from '#core/contract/errors.ts'
import type { RunSummary } from '#core/contract/runs.ts'
import { formatDuration, formatNumber } from './localised.ts'
import { messageText } from './messages.ts'
import { textColumns } from './text-columns.ts'

const GAP = '  '
const WIDEST_BAR = 20
const NARROWEST_BAR = 8

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

/** Fewer than `columns` columns wide: a terminal breaks the line after the last. What does not fit is left out. */
export function progressLine(run: RunSummary, columns: number, language: Language): string {
  const done = Math.min(1, run.iteration / run.settings.iterations)
  const share = `${String(Math.floor(100 * done)).padStart(3)}%`
  const parts = [share, ...progressParts(run, language)]
  const room = (): number => columns - 1 - '[]'.length - GAP.length - textColumns(parts.join(GAP))
  while (parts.length > 1 && room() < NARROWEST_BAR) parts.pop()
  const barWidth = Math.min(WIDEST_BAR, room())
  if (barWidth < 1) return columns > share.length ? share : ''
  const filled = Math.floor(barWidth * done)
  return [`[${'#'.repeat(filled)}${'-'.repeat(barWidth - filled)}]`, ...parts].join(GAP)
}
