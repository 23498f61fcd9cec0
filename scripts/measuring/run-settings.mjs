// The settings of a run that a measurement starts: the report's, without samples and snapshots.

/** @param {number} iterations @param {object} changes */
export function runSettings(iterations, changes = {}) {
  return {
    hiddenSize: 100,
    sequenceLength: 25,
    learningRate: 0.1,
    temperature: 1,
    clip: 5,
    seed: 0,
    iterations,
    sampleEvery: 0,
    snapshotEvery: 0,
    sampleLength: 200,
    sampleTemperature: null,
    ...changes,
  }
}

export const TEXT_OPTIONS = { encoding: 'auto', vocabularyOrder: 'sorted' }
