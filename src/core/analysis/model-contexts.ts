// Contexts that the network makes for itself: it writes, and the states before the target are kept. What it expects there
// owes nothing to any text.
import { allocateRandomStateMemory, RandomState } from '../random/random-state.ts'
import type { NetworkStep } from '../rnn/network-step.ts'

/** The network may never write the target; it is not waited for longer. */
const WRITTEN_LIMIT = 60_000
/** Between two yields. */
const CHUNK = 500

/**
 * The states (contexts, H) before the last character of `target` wherever the network, writing at temperature 1 from the
 * character `first` and h = 0, has written the target: at most `most` of them. Yields the share that is done.
 *
 * @param target vocabulary indices, at least one
 */
export function* modelContexts(
  step: NetworkStep,
  hiddenSize: number,
  target: readonly number[],
  first: number,
  most: number,
  seed: number,
): Generator<number, Float64Array> {
  const random = new RandomState(allocateRandomStateMemory())
  random.seed(seed)
  const kept: Float64Array[] = []
  const written = [first]
  let hprev = new Float64Array(hiddenSize)
  for (let length = 0; length < WRITTEN_LIMIT && kept.length < most; length++) {
    const h = hprev.slice()
    if (target.every((character, i) => written.at(i - target.length) === character)) kept.push(hprev)
    step.read(h, written.at(-1)!)
    written.push(random.choice(step.probabilities(h, 1)))
    if (written.length > target.length) written.shift()
    hprev = h
    if (length % CHUNK === 0) yield Math.max(length / WRITTEN_LIMIT, kept.length / most)
  }
  const states = new Float64Array(kept.length * hiddenSize)
  kept.forEach((state, i) => states.set(state, i * hiddenSize))
  return states
}
