// RandomState against NumPy's legacy generator, draw for draw: the expected values are NumPy's own (see
// test/fixtures/random/make_random_fixtures.py).
import { describe, expect, test } from 'vitest'
import { RANDOM_STATE_WORDS, RandomState, allocateRandomStateMemory } from '#core/random/random-state.ts'
import fixture from '../../fixtures/random/random-state.json' with { type: 'json' }
import { sha256 } from './sha256.ts'

function seeded(seed: number): RandomState {
  const random = new RandomState(allocateRandomStateMemory())
  random.seed(seed)
  return random
}

function times<Value>(count: number, draw: () => Value): Value[] {
  return Array.from({ length: count }, draw)
}

describe.each(fixture.seeds)('seed $seed', ({ seed, randn, randomSample, longRandn, longRandomSample }) => {
  test('first draws', () => {
    const normal = seeded(seed)
    expect(times(randn.length, () => normal.randn())).toEqual(randn)
    const uniform = seeded(seed)
    expect(times(randomSample.length, () => uniform.randomSample())).toEqual(randomSample)
  })

  test(`${longRandn.count} normal draws`, () => {
    const random = seeded(seed)
    expect(sha256(new Float64Array(longRandn.count).map(() => random.randn()))).toBe(longRandn.sha256)
  })

  test(`${longRandomSample.count} uniform draws`, () => {
    const random = seeded(seed)
    const draws = new Float64Array(longRandomSample.count).map(() => random.randomSample())
    expect(sha256(draws)).toBe(longRandomSample.sha256)
  })
})

describe.each(fixture.mixed)('kinds in turn, seed $seed', ({ seed, cycle, probabilities, values, state }) => {
  const p = Float64Array.from(probabilities)
  const draw = (random: RandomState, kind: string | undefined): number =>
    kind === 'choice' ? random.choice(p) : kind === 'randn' ? random.randn() : random.randomSample()

  test('the draws and the state they leave are NumPy’s', () => {
    const memory = allocateRandomStateMemory()
    const random = new RandomState(memory)
    random.seed(seed)
    expect(values.map((_, i) => draw(random, cycle[i % cycle.length]))).toEqual(values)
    expect({
      keySha256: sha256(memory.words.subarray(0, 624)),
      position: memory.words[624],
      hasGauss: memory.words[625],
      gauss: memory.gauss[0],
    }).toEqual(state)
  })

  test('a copy of the memory carries on exactly, after any draw', () => {
    let memory = allocateRandomStateMemory()
    new RandomState(memory).seed(seed)
    const draws = values.map((_, i) => {
      memory = { words: memory.words.slice(), gauss: memory.gauss.slice() }
      return draw(new RandomState(memory), cycle[i % cycle.length])
    })
    expect(draws).toEqual(values)
  })
})

describe('choice', () => {
  test.each(fixture.choices)('$name', ({ probabilities, indices, long }) => {
    const p = Float64Array.from(probabilities)
    const first = seeded(0)
    expect(times(indices.length, () => first.choice(p))).toEqual(indices)
    const random = seeded(1)
    expect(sha256(new Int32Array(long.count).map(() => random.choice(p)))).toBe(long.sha256)
    expect(p).toEqual(Float64Array.from(probabilities))
  })

  test.each(fixture.acceptances)('$probabilities accepted: $accepted', ({ probabilities, accepted }) => {
    const draw = () => seeded(0).choice(Float64Array.from(probabilities))
    if (accepted) expect(draw).not.toThrow()
    else expect(draw).toThrow(RangeError)
  })

  test.each([[[]], [[NaN, 1]], [[1, NaN]], [[Infinity, 1]], [[-Infinity, 1]]])('refuses %j', (probabilities) => {
    expect(() => seeded(0).choice(Float64Array.from(probabilities))).toThrow(RangeError)
  })

  test('a refusal draws nothing', () => {
    const random = seeded(0)
    expect(() => random.choice(Float64Array.of(0.5, 0.4))).toThrow(RangeError)
    expect(random.randomSample()).toBe(fixture.seeds[0]?.randomSample[0])
  })
})

describe('seed', () => {
  test.each([-1, 2 ** 32, 0.5, NaN, Infinity])('refuses %d', (seed) => {
    expect(() => seeded(seed)).toThrow(RangeError)
  })

  test('forgets the kept normal draw', () => {
    const random = seeded(1)
    random.randn()
    random.seed(0)
    expect(random.randn()).toBe(fixture.seeds[0]?.randn[0])
  })
})

describe('memory', () => {
  test('two states over one shared buffer are one generator', () => {
    const buffer = new SharedArrayBuffer(8 + 4 * RANDOM_STATE_WORDS)
    const memory = () => ({ gauss: new Float64Array(buffer, 0, 1), words: new Uint32Array(buffer, 8) })
    const [one, other] = [new RandomState(memory()), new RandomState(memory())]
    one.seed(0)
    const draws = [one.randn(), other.randn(), other.randn(), one.randn()]
    expect(draws).toEqual(fixture.seeds[0]?.randn.slice(0, 4))
  })

  test('of another size is refused', () => {
    expect(() => new RandomState({ words: new Uint32Array(625), gauss: new Float64Array(1) })).toThrow(RangeError)
    expect(() => new RandomState({ words: new Uint32Array(626), gauss: new Float64Array(0) })).toThrow(RangeError)
  })

  test('that was never seeded gives no draws', () => {
    expect(() => new RandomState(allocateRandomStateMemory()).randn()).toThrow('before it was seeded')
  })
})
