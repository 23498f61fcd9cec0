import { expect, it } from 'vitest'
import { parameterCount, parameterViews } from '#core/rnn/layout.ts'

const SNAPSHOT = { hiddenSize: 250, vocabularySize: 62 }

it('counts HV + HH + VH + H + V parameters', () => {
  expect(parameterCount(SNAPSHOT)).toBe(250 * 62 + 250 * 250 + 62 * 250 + 250 + 62)
})

it('lays the five arrays one after the other without gap or overlap', () => {
  const values = new Float64Array(parameterCount(SNAPSHOT))
  const views = parameterViews(values, SNAPSHOT)
  Object.values(views).forEach((view, order) => view.fill(order + 1))
  expect(Object.keys(views)).toEqual(['Wxh', 'Whh', 'Why', 'bh', 'by'])
  const lengths = [250 * 62, 250 * 250, 62 * 250, 250, 62]
  expect(Array.from(values)).toEqual(lengths.flatMap((length, order) => Array<number>(length).fill(order + 1)))
})
