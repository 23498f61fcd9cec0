// Runs the core's iterations from the states that write_trace.py wrote down, and says how far its results are from
// NumPy's. scripts/parity.mjs bundles and calls it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KERNELS, type KernelName } from '#core/contract/kernels.ts'
import { defaultTrainingSettings } from '#core/contract/settings.ts'
import { forward } from '#core/rnn/forward.ts'
import { parameterCount, parameterViews, type NetworkSizes } from '#core/rnn/layout.ts'
import { encodeIndices, vocabularyOf } from '#core/text/vocabulary.ts'
import { writeWord } from '#core/training/control.ts'
import { readMetrics } from '#core/training/metrics-ring.ts'
import { KernelStep } from '#core/training/kernel-step.ts'
import { ReferenceStep } from '#core/training/reference-step.ts'
import { runMemoryViews, type RunMemory } from '#core/training/run-memory.ts'
import { TOTALS } from '#core/training/run-state.ts'
import { beginRun, TrainingRun } from '#core/training/training-run.ts'
import type { TrainingStep } from '#core/training/training-step.ts'
import { chooseKernel } from '#lab/kernel/choose-kernel.ts'
import { instantiateKernel } from '#lab/kernel/instantiate-kernel.ts'
import { allocateRunMemory } from '#lab/runs/allocate.ts'

export { KERNELS }

interface TraceHeader extends NetworkSizes {
  sequenceLength: number
  learningRate: number
  clip: number
  temperature: number
  seed: number
  iterations: { position: number; inputs: number[]; targets: number[] }[]
}

type Length = (header: TraceHeader) => number
const states: Length = ({ sequenceLength, hiddenSize }) => sequenceLength * hiddenSize
const probabilities: Length = ({ sequenceLength, vocabularySize }) => sequenceLength * vocabularySize
const hidden: Length = ({ hiddenSize }) => hiddenSize
const single: Length = () => 1

/** What trace.bin holds of each iteration, in this order. */
const FIELDS = {
  parameters: parameterCount,
  adagradMemory: parameterCount,
  hprev: hidden,
  smoothLoss: single,
  hs: states,
  ps: probabilities,
  gradients: parameterCount,
  loss: single,
  parametersAfter: parameterCount,
  adagradMemoryAfter: parameterCount,
  hprevAfter: hidden,
  smoothLossAfter: single,
} as const satisfies Record<string, Length>

type Fields = Record<keyof typeof FIELDS, Float64Array>

export interface TraceDifference {
  name: string
  /** Greatest relative difference of an entry, in the measure that the name tells. */
  difference: number
}

function readFields(values: Float64Array, header: TraceHeader): Fields[] {
  let start = 0
  const take = (length: number): Float64Array => values.subarray(start, (start += length))
  return header.iterations.map(
    () => Object.fromEntries(Object.entries(FIELDS).map(([name, length]) => [name, take(length(header))])) as Fields,
  )
}

/** The greatest quotient |ours - theirs| / scale; infinite when an entry is not a number or a length differs. */
function worst(ours: ArrayLike<number>, theirs: ArrayLike<number>, scale: (index: number) => number): number {
  if (ours.length !== theirs.length) return Infinity
  let greatest = 0
  for (let i = 0; i < ours.length; i++) {
    if (ours[i] === theirs[i]) continue
    const difference = Math.abs(ours[i]! - theirs[i]!) / scale(i)
    if (!(difference <= greatest)) greatest = Number.isNaN(difference) ? Infinity : difference
  }
  return greatest
}

type Measure = (ours: ArrayLike<number>, theirs: ArrayLike<number>) => number

const entryByEntry: Measure = (ours, theirs) => worst(ours, theirs, (index) => Math.abs(theirs[index]!))

/**
 * For gradients of a network that has begun to learn: where a unit is saturated, 1 - h * h keeps few digits whoever
 * computes it, and sums of entries that cancel keep as few, so that an entry by itself says nothing.
 */
const byGreatestEntry: Measure = (ours, theirs) => {
  let greatest = 0
  for (let i = 0; i < theirs.length; i++) greatest = Math.max(greatest, Math.abs(theirs[i]!))
  return worst(ours, theirs, () => greatest)
}

function joined(rows: readonly Float64Array[]): number[] {
  return rows.flatMap((row) => [...row])
}

function loadState(memory: RunMemory, fields: Fields, iteration: number, position: number): void {
  memory.parameterValues.set(fields.parameters)
  memory.adagradMemory.set(fields.adagradMemory)
  memory.hprev.set(fields.hprev)
  memory.totals[TOTALS.smoothLoss] = fields.smoothLoss[0]!
  writeWord(memory.control, 'iteration', iteration)
  writeWord(memory.control, 'position', position)
}

interface ComparedRun {
  memory: RunMemory
  step: TrainingStep
  run: TrainingRun
  /** Whether it is the reference, which leaves states and gradients where they can be compared by themselves. */
  reference: boolean
}

/** The differences of one iteration, run from NumPy's state. */
function compareIteration(
  { memory, step, run, reference }: ComparedRun,
  fields: Fields,
  iteration: number,
  header: TraceHeader,
  measure: Measure,
): Map<string, number> {
  const { position, inputs, targets } = header.iterations[iteration]!
  loadState(memory, fields, iteration, position)
  const { workspace, parameters, sizes } = memory
  const differences = new Map<string, number>()
  if (reference) {
    workspace.hs[0]!.set(fields.hprev)
    forward(parameters, inputs, targets, header.temperature, workspace)
    differences.set('hidden states', measure(joined(workspace.hsAfter), fields.hs))
    differences.set('probabilities', measure(joined(workspace.ps), fields.ps))
  }
  step.load()
  run.iterate()
  run.store()
  readMetrics(memory, ({ loss, smoothLoss }) => {
    differences.set('loss and smooth loss', measure([loss, smoothLoss], [fields.loss[0]!, fields.smoothLossAfter[0]!]))
  })
  const expected = parameterViews(fields.gradients, sizes)
  for (const [name, gradient] of reference ? Object.entries(memory.gradients) : []) {
    differences.set(`clipped gradient d${name}`, measure(gradient, expected[name as keyof typeof expected]))
  }
  differences.set('parameters afterwards', measure(memory.parameterValues, fields.parametersAfter))
  differences.set('Adagrad memory afterwards', measure(memory.adagradMemory, fields.adagradMemoryAfter))
  differences.set('state carried on', measure(memory.hprev, fields.hprevAfter))
  return differences
}

function textIndices(file: string): Uint16Array {
  const bytes = readFileSync(file)
  const indices = new Uint16Array(bytes.length)
  encodeIndices(bytes, vocabularyOf(bytes, 'sorted'), indices)
  return indices
}

/**
 * Compares with the trace in `folder` over the text `file`: the first iteration by itself, then the worst of the others.
 * null when the kernel is not to be had on this machine.
 */
export function compareTrace(folder: string, file: string, kernel: KernelName): TraceDifference[] | null {
  const { name, module } = chooseKernel(kernel)
  if (name !== kernel) return null
  const header = JSON.parse(readFileSync(join(folder, 'trace.json'), 'utf8')) as TraceHeader
  const bytes = readFileSync(join(folder, 'trace.bin'))
  const iterations = readFields(new Float64Array(new Uint8Array(bytes).buffer), header)
  const sizes = { ...header, batch: 1, sampleLength: 1, threads: 1 }
  const shared = allocateRunMemory(sizes)
  const memory = runMemoryViews(shared.buffer, sizes)
  beginRun(memory, header.seed)
  const initial = entryByEntry(memory.parameterValues, iterations[0]!.parameters)
  const settings = { ...defaultTrainingSettings(), ...header, sampleEvery: 0 }
  const step = module
    ? new KernelStep(instantiateKernel(module, shared), memory, settings)
    : new ReferenceStep(memory, settings)
  const run = new TrainingRun(memory, textIndices(file), settings, step)
  const compared = { memory, step, run, reference: module === null }

  const compare = (n: number, measure: Measure): Map<string, number> =>
    compareIteration(compared, iterations[n]!, n, header, measure)
  const first = compare(0, entryByEntry)
  const others = iterations.slice(1).map((_, index) => compare(index + 1, byGreatestEntry))
  return [
    { name: 'initial parameters', difference: initial },
    ...[...first].map(([name, difference]) => ({ name: `first iteration, ${name}`, difference })),
    ...[...first.keys()].map((name) => ({
      name: `next ${others.length}, ${name}`,
      difference: Math.max(...others.map((differences) => differences.get(name)!)),
    })),
  ]
}
