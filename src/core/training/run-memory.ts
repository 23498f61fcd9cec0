// The shared memory of a run: one table of regions, from which its size and every view into it are made. All that a
// run is, its generator's state included, lies here, so that any thread given this memory can carry it on exactly.
import { RANDOM_STATE_WORDS, type RandomStateMemory } from '../random/random-state.ts'
import { parameterCount, parameterViews, type NetworkSizes, type Parameters } from '../rnn/layout.ts'
import { workspaceLength, workspaceViews, type Workspace } from '../rnn/workspace.ts'
import { CONTROL_WORDS } from './control.ts'
import { METRICS } from './metrics-ring.ts'
import { SAMPLE_HEADER } from './sample-ring.ts'

/** Sizes that decide a run's memory: those of the network, characters a sequence and characters a sample. */
export interface RunSizes extends NetworkSizes {
  sequenceLength: number
  sampleLength: number
}

/** Slots of the rings between the training thread and its reader. */
export const METRICS_CAPACITY = 8192
export const SAMPLES_CAPACITY = 64

interface Region {
  name: string
  kind: 'float64' | 'int32'
  length: (sizes: RunSizes) => number
}

/** In the order in which the regions lie; each starts on a cache line of its own. */
const REGIONS = [
  { name: 'control', kind: 'int32', length: () => CONTROL_WORDS },
  { name: 'totals', kind: 'float64', length: () => 2 },
  { name: 'generatorWords', kind: 'int32', length: () => RANDOM_STATE_WORDS },
  { name: 'generatorGauss', kind: 'float64', length: () => 1 },
  { name: 'parameters', kind: 'float64', length: parameterCount },
  { name: 'adagradMemory', kind: 'float64', length: parameterCount },
  { name: 'gradients', kind: 'float64', length: parameterCount },
  { name: 'published', kind: 'float64', length: parameterCount },
  { name: 'hprev', kind: 'float64', length: ({ hiddenSize }) => hiddenSize },
  { name: 'workspace', kind: 'float64', length: (sizes) => workspaceLength(sizes, sizes.sequenceLength) },
  { name: 'metrics', kind: 'float64', length: () => METRICS_CAPACITY * METRICS.length },
  {
    name: 'samples',
    kind: 'int32',
    length: ({ sampleLength }) => SAMPLES_CAPACITY * (SAMPLE_HEADER + sampleLength),
  },
] as const satisfies readonly Region[]

type RegionName = (typeof REGIONS)[number]['name']

export interface RunMemory {
  buffer: SharedArrayBuffer
  sizes: RunSizes
  /** (CONTROL_WORDS), see control.ts. */
  control: Int32Array
  /** (2): the smooth loss in nats a sequence, and seconds spent training. */
  totals: Float64Array
  generator: RandomStateMemory
  /** All parameters in one array (P), and as the five arrays. */
  parameterValues: Float64Array
  parameters: Parameters
  /** (P) */
  adagradMemory: Float64Array
  gradientValues: Float64Array
  gradients: Parameters
  /** (P): the copy that readers may look at, see published.ts. */
  published: Float64Array
  /** (H): the state after the last sequence. */
  hprev: Float64Array
  workspace: Workspace
  /** (METRICS_CAPACITY, fields), see metrics-ring.ts. */
  metrics: Float64Array
  /** (SAMPLES_CAPACITY, header + sampleLength), see sample-ring.ts. */
  samples: Int32Array
}

const CACHE_LINE = 64

function placeRegions(sizes: RunSizes): { offsets: Map<RegionName, number>; bytes: number } {
  let bytes = 0
  const offsets = new Map<RegionName, number>()
  for (const { name, kind, length } of REGIONS) {
    offsets.set(name, bytes)
    const end = bytes + length(sizes) * (kind === 'float64' ? 8 : 4)
    bytes = Math.ceil(end / CACHE_LINE) * CACHE_LINE
  }
  return { offsets, bytes }
}

/** Bytes of shared memory that a run of these sizes takes. */
export function runMemoryBytes(sizes: RunSizes): number {
  return placeRegions(sizes).bytes
}

/** The views of a run into `buffer`, which has at least `runMemoryBytes(sizes)` bytes. */
export function runMemoryViews(buffer: SharedArrayBuffer, sizes: RunSizes): RunMemory {
  const { offsets } = placeRegions(sizes)
  const lengthOf = new Map<RegionName, number>(REGIONS.map(({ name, length }) => [name, length(sizes)]))
  const float64 = (name: RegionName): Float64Array => new Float64Array(buffer, offsets.get(name), lengthOf.get(name))
  const int32 = (name: RegionName): Int32Array => new Int32Array(buffer, offsets.get(name), lengthOf.get(name))
  const parameterValues = float64('parameters')
  const gradientValues = float64('gradients')
  return {
    buffer,
    sizes,
    control: int32('control'),
    totals: float64('totals'),
    generator: {
      words: new Uint32Array(buffer, offsets.get('generatorWords'), lengthOf.get('generatorWords')),
      gauss: float64('generatorGauss'),
    },
    parameterValues,
    parameters: parameterViews(parameterValues, sizes),
    adagradMemory: float64('adagradMemory'),
    gradientValues,
    gradients: parameterViews(gradientValues, sizes),
    published: float64('published'),
    hprev: float64('hprev'),
    workspace: workspaceViews(float64('workspace'), sizes, sizes.sequenceLength),
    metrics: float64('metrics'),
    samples: int32('samples'),
  }
}
