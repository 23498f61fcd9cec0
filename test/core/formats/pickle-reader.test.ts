// Pickled values as Python 2's pickle and cPickle and Python 3 wrote them, against what went in.
import { describe, expect, it } from 'vitest'
import { readPickle } from '#core/formats/pickle-reader.ts'
import { writePickle } from '#core/formats/pickle-writer.ts'
import ofPython2 from '../../fixtures/formats/python-2-values.json' with { type: 'json' }
import ofPython3 from '../../fixtures/formats/python-3-values.json' with { type: 'json' }
import { refusalOf } from './refusal.ts'
import { fromBase64, tagged, type Tagged } from './tagged.ts'

interface Values {
  name: string
  pickles: Record<string, string>
  expected: Tagged
}

const FIXTURES: [string, Values[]][] = [
  ['Python 2', ofPython2 as unknown as Values[]],
  ['Python 3', ofPython3 as unknown as Values[]],
]

describe.each(FIXTURES)('%s', (_, values) => {
  describe.each(values)('$name', ({ pickles, expected }) => {
    it.each(Object.entries(pickles))('%s', (_, pickle) => {
      const value = readPickle(fromBase64(pickle))
      expect(tagged(value)).toEqual(expected)
      expect(tagged(readPickle(writePickle(value))), 'written and read again').toEqual(expected)
    })

    it('is refused, and nothing worse, when cut anywhere', () => {
      for (const pickle of Object.values(pickles)) {
        const bytes = fromBase64(pickle)
        const step = Math.ceil(bytes.length / 100)
        for (let length = 0; length < bytes.length; length += step) {
          expect(
            refusalOf(() => readPickle(bytes.subarray(0, length))),
            `${length} bytes`,
          ).not.toBeNull()
        }
      }
    })
  })
})

it('writes what is there twice once, so that it is one and the same again', () => {
  const shared = [1n]
  const read = readPickle(writePickle([shared, shared])) as unknown[]
  expect(read[0]).toBe(read[1])
})
