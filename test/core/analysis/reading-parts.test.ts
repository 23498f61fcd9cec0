// A long text read in two parts: ahead, where the network forgets in what state it began, and once more where it does not.
// What is found must be what one pass finds, to the bit.
import { describe, expect, it } from 'vitest'
import { allocateReading, LONG_TEXT, type ReadingMemory } from '#core/analysis/reading-memory.ts'
import { partsMeet, readAhead, readPart } from '#core/analysis/text-reading.ts'
import { parameterCount, parameterViews, type NetworkSizes, type Parameters } from '#core/rnn/layout.ts'
import { referenceTextPass } from '#core/rnn/text-pass.ts'
import { randomBelow, randomNetwork } from './random-networks.ts'
import { endOf } from './small-net.ts'

interface Case {
  sizes: NetworkSizes
  parameters: Parameters
  text: Uint16Array
}

/** A network whose states are soon those of the last few characters, since Whh shrinks every difference. */
function forgetful(): Case {
  const { sizes, parameters, random } = randomNetwork(3)
  const greatest = Math.max(...parameters.Whh.map(Math.abs))
  const Whh = parameters.Whh.map((weight) => weight / (2 * greatest * sizes.hiddenSize))
  const text = Uint16Array.from({ length: LONG_TEXT + 500 }, () => randomBelow(random, sizes.vocabularySize))
  return { sizes, parameters: { ...parameters, Whh }, text }
}

/** One unit that the first character sets for good: from h = 0, which nothing else moves, it never gets there. */
function latched(): Case {
  const sizes = { hiddenSize: 1, vocabularySize: 3 }
  const parameters = parameterViews(new Float64Array(parameterCount(sizes)), sizes)
  parameters.Wxh[0] = 2
  parameters.Whh[0] = 3
  parameters.Why.set([1, -1, 0.5])
  const text = Uint16Array.from({ length: LONG_TEXT + 500 }, (_, position) => (position === 0 ? 0 : 1 + (position % 2)))
  return { sizes, parameters, text }
}

function readInOnePass({ sizes, parameters, text }: Case): ReadingMemory {
  const memory = allocateReading(sizes, text)
  const pass = referenceTextPass(parameters, sizes)
  for (const part of memory.parts.keys()) endOf(readPart(memory, part, pass))
  return memory
}

describe('a text in two parts', () => {
  it('is one that is longer than a few blocks', () => {
    const { sizes, text } = forgetful()
    expect(allocateReading(sizes, text.subarray(0, LONG_TEXT + 1)).parts.map(({ from, to }) => [from, to])).toEqual([
      [0, LONG_TEXT],
    ])
    expect(allocateReading(sizes, text).parts.map(({ from, to }) => [from, to])).toEqual([
      [0, 4345],
      [4345, 8691],
    ])
  })

  it('has in its second part, read ahead, what one pass finds there, when the network forgets', () => {
    const { sizes, parameters, text } = forgetful()
    const memory = allocateReading(sizes, text)
    endOf(readAhead(memory, 1, referenceTextPass(parameters, sizes)))
    endOf(readPart(memory, 0, referenceTextPass(parameters, sizes)))
    expect(partsMeet(memory, 1)).toBe(true)
    expect(memory).toEqual(readInOnePass({ sizes, parameters, text }))
  })

  it('does not meet when the network remembers, and is then read as in one pass', () => {
    const { sizes, parameters, text } = latched()
    const memory = allocateReading(sizes, text)
    endOf(readAhead(memory, 1, referenceTextPass(parameters, sizes)))
    const pass = referenceTextPass(parameters, sizes)
    endOf(readPart(memory, 0, pass))
    expect(memory.parts[0]!.lastState[0]).toBeGreaterThan(0.9)
    expect(partsMeet(memory, 1)).toBe(false)
    expect(memory).not.toEqual(readInOnePass({ sizes, parameters, text }))
    endOf(readPart(memory, 1, pass))
    expect(memory).toEqual(readInOnePass({ sizes, parameters, text }))
  })

  it('does not meet when only the sign of a zero differs', () => {
    const memory = allocateReading({ hiddenSize: 1, vocabularySize: 3 }, latched().text)
    memory.parts[0]!.lastState[0] = -0
    expect(partsMeet(memory, 1)).toBe(false)
  })
})
