// Batches and threads, two runs at once, and what a batch learns in the time that one stream takes.
import { runCharscope } from './programs.mjs'
import { compare, median } from './rounds.mjs'

const HIDDEN = 250
const BATCHES = [
  { batch: 1, threads: 1, iterations: 1000 },
  { batch: 8, threads: 1, iterations: 200 },
  { batch: 8, threads: 2, iterations: 300 },
  { batch: 32, threads: 1, iterations: 50 },
  { batch: 32, threads: 2, iterations: 100 },
]
/**
 * An average over 32 streams makes fewer and steadier steps than one stream; at Adagrad's 0.1 its first ones are too
 * long. About a minute: the smooth loss itself forgets where it began only after some thousand iterations.
 */
const LEARNING = { batch: 32, threads: 2, learningRate: 0.05, iterations: 6000 }

const calm = ['--hidden', String(HIDDEN), '--sample-every', '0', '--snapshot-every', '0']
const flags = ({ batch, threads, iterations }) =>
  Object.entries({ batch, threads, iterations }).flatMap(([name, value]) => [`--${name}`, String(value)])

/** @param {string} text path of the text @param {number} rounds */
export async function measureBatches(text, rounds) {
  const train = async (options) => (await runCharscope([text, ...calm, ...options])).closing
  const speedOf = (options) => async () => (await train(flags(options))).charactersPerSecond
  const nameOf = ({ batch, threads }) => `batch ${batch}, ${threads === 1 ? 'one thread' : `${threads} threads`}`
  const programs = Object.fromEntries(BATCHES.map((options) => [nameOf(options), speedOf(options)]))
  const alone = BATCHES[0]
  programs['two runs of batch 1 at once, together'] = async () => {
    const both = await Promise.all([alone, alone].map((options) => train(flags(options))))
    return both[0].charactersPerSecond + both[1].charactersPerSecond
  }
  const base = nameOf(alone)
  const results = await compare(programs, base, rounds)
  return [
    { title: `Batches, H=${HIDDEN}`, unit: 'characters/s', base, results },
    await measureLearning(text, median(results[0].speeds), base),
  ]
}

/** The smooth loss that each has come to when the batch has trained its iterations. */
async function measureLearning(text, charactersPerSecond, base) {
  const { learningRate } = LEARNING
  const rate = ['--learning-rate', String(learningRate)]
  const batch = await runCharscope([text, ...calm, ...flags(LEARNING), ...rate, '--log-every', '1'])
  const iterations = Math.round((batch.closing.seconds * charactersPerSecond) / 25)
  const one = await runCharscope([text, ...calm, ...flags({ batch: 1, threads: 1, iterations }), '--log-every', '1'])
  const row = (name, { losses, closing }) => {
    const { smoothLoss } = losses.at(-1)
    const detail = `${losses.length} iterations in ${closing.seconds.toFixed(0)} s`
    return { name: `${name} (${detail})`, speeds: [smoothLoss], median: smoothLoss, ratios: [], ratio: null }
  }
  return {
    title: `Smooth loss after the same time, H=${HIDDEN}`,
    unit: 'nats/sequence',
    base,
    results: [row(`${base}, learning rate 0.1`, one), row(`batch 32, 2 threads, learning rate ${learningRate}`, batch)],
  }
}
