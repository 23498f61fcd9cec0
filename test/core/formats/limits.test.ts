import { expect, it } from 'vitest'
import { Budget, MEBIBYTE, requireFileSize } from '#core/formats/limits.ts'
import { refusalOf } from './refusal.ts'

it('accepts a file of 384 MiB and refuses a larger one', () => {
  expect(refusalOf(() => requireFileSize(384 * MEBIBYTE))).toBeNull()
  const parameters = { mebibytes: 385, limit: 384 }
  expect(refusalOf(() => requireFileSize(384 * MEBIBYTE + 1))).toEqual({ code: 'file-too-large', parameters })
})

it('a budget is for all that is spent together', () => {
  const budget = new Budget()
  budget.spend(384 * MEBIBYTE - 1)
  budget.spend(1)
  expect(refusalOf(() => budget.spend(1))?.code).toBe('contents-too-large')
})
