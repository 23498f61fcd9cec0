// The progress bar's line: what it tells, and that it fits.
import { describe, expect, it } from 'vitest'
import type { Language } from '#core/contract/errors.ts'
import type { RunSummary } from '#core/contract/runs.ts'
import { defaultTrainingSettings } from '#core/contract/settings.ts'
import { progressLine } from '../../../src/main/cli/progress-line.ts'
import { textColumns } from '../../../src/main/cli/text-columns.ts'

function runAt(iteration: number): RunSummary {
  const settings = { ...defaultTrainingSettings(), iterations: 10_000 }
  return { settings, iteration, smoothLoss: 54.321, iterationsPerSecond: 1000 } as RunSummary
}

describe('progressLine', () => {
  it('tells how far the run is, how well it does and how long it will take', () => {
    expect(progressLine(runAt(2500), 120, 'en')).toBe(
      '[#####---------------]   25%  iteration  2,500 of 10,000  smooth loss 54.32  1,000 it/s  8 s left',
    )
  })

  it('gives longer times in two units', () => {
    const slow = { ...runAt(2500), iterationsPerSecond: 1.5 }
    expect(progressLine(slow, 120, 'en')).toContain('1 h 23 min left')
  })

  it('leaves out what a run without an iteration does not know', () => {
    const fresh = { ...runAt(0), smoothLoss: null, iterationsPerSecond: 0 }
    expect(progressLine(fresh, 120, 'en')).toBe('[--------------------]    0%  iteration      0 of 10,000')
  })

  it.each(['en', 'zh'] satisfies Language[])('is narrower than the terminal at every width (%s)', (language) => {
    for (let columns = 1; columns < 150; columns++) {
      expect(textColumns(progressLine(runAt(9999), columns, language))).toBeLessThan(columns)
    }
  })
})
