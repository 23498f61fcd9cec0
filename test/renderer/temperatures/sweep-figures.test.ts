import { describe, expect, it } from 'vitest'
import type { Sweep, SweepPoint } from '#core/contract/temperatures.ts'
import {
  bestPoint,
  curveOf,
  fractionOfTemperature,
  SWEEP_FIGURES,
  temperatureNear,
  textValueOf,
} from '../../../src/renderer/temperatures/sweep-figures.ts'

function point(temperature: number, distance: number | null, meanWordLength: number | null = 4): SweepPoint {
  const counts = { wordsInText: 0.5, distinctWords: 500, distinctBigrams: 900, meanLineLength: 30, repetition: 0.1 }
  return { temperature, distance, characters: 5000, entropyBits: 2, meanWordLength, ...counts }
}

function sweepOf(points: SweepPoint[], hasText = true): Sweep {
  const figures = { distinctWords: 600, distinctBigrams: 950, meanWordLength: 5, meanLineLength: 40, repetition: 0.2 }
  return {
    state: 'running',
    network: { title: 'net', iteration: 1, hiddenSize: 2, vocabularySize: 3, isLive: false },
    datasetId: 'text',
    reference: hasText ? { stretches: 4, length: 5000, mean: figures, deviation: figures } : null,
    length: 5000,
    temperatures: [0.1, 1, 10],
    points,
    failure: null,
  }
}

describe('the best point of a sweep', () => {
  it('is the one nearest to the text, so far', () => {
    expect(bestPoint(sweepOf([point(0.1, 9), point(1, 2), point(10, 30)]))!.temperature).toBe(1)
    expect(bestPoint(sweepOf([]))).toBeNull()
  })

  it('is none where nothing can be compared', () => {
    expect(bestPoint(sweepOf([point(0.1, null)], false))).toBeNull()
  })
})

describe('the figures of a sweep', () => {
  it('are curves over the temperatures, without what could not be counted', () => {
    expect(curveOf(sweepOf([point(0.1, 9, null), point(1, 2)]), 'meanWordLength')).toEqual([{ x: 1, y: 4 }])
  })

  it('are compared with the text where it has them', () => {
    const sweep = sweepOf([])
    const values = SWEEP_FIGURES.map((figure) => textValueOf(sweep, figure))
    expect(values).toEqual([1, null, null, 600, 950, 5, 40, 0.2])
    expect(textValueOf(sweepOf([], false), 'distance')).toBeNull()
  })

  it('are read at the nearest temperature that is done', () => {
    const sweep = sweepOf([point(0.1, 1), point(1, 1)])
    expect([0, 0.2, 0.3, 1].map((place) => temperatureNear(sweep, place))).toEqual([0.1, 0.1, 1, 1])
    expect(temperatureNear(sweepOf([]), 0.5)).toBeNull()
    expect([0.1, 1, 10].map((temperature) => fractionOfTemperature(sweep, temperature))).toEqual([0, 0.5, 1])
  })
})
