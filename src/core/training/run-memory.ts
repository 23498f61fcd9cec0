// The shared memory of a run: one table of regions, from which its size and every view into it are made. Any
// thread given this memory can carry the run on exactly.
import { parameterCount, parameterViews, type NetworkSizes, type Parameters } from '../rnn/layout.ts'
import { workspaceLength, workspaceViews, type Workspace } from '../rnn/workspace.ts'
import { CONTROL_WORDS } from './control.ts'
import { METRICS } from './metrics-ring.ts'
import { runStateLength, runStateViews, type RunState } from './run-state.ts'
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
  { name: 'state', kind: 'float64', length: runStateLength },
  { name: 'published', kind: 'float64', length: runStateLength },
  { name: 'gradients', kind: 'float64', length: parameterCount },
  { name: 'workspace', kind: 'float64', length: (sizes) => workspaceLength(sizes, sizes.sequenceLength) },
  { name: 'metrics', kind: 'float64', length: () => METRICS_CAPACITY * METRICS.length },
  {
    name: 'samples',
    kind: 'int32',
    length: ({ sampleLength }) => SAMPLES_CAPACITY * (SAMPLE_HEADER + sampleLength),
  },
] as const satisfies readonly Region[]

type RegionName = (typeof REGIONS)[number]['name']

export interface RunMemory extends RunState {
  buffer: SharedArrayBuffer
  sizes: RunSizes
  /** (CONTROL_WORDS), see control.ts. */
  control: Int32Array
  /** The run's state in one array, whose parts are the fields of RunState. */
  stateValues: Float64Array
  /** As long as the state: the copy that readers may look at, see published.ts. */
  published: Float64Array
  /** Gradients in one array (P), and as the five arrays. */
  gradientValues: Float64Array
  gradients: Parameters
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
  const stateValues = float64('state')
  const gradientValues = float64('gradients')
  return {
    ...runStateViews(stateValues, sizes),
    buffer,
    sizes,
    control: int32('control'),
    stateValues,
    published: float64('published'),
    gradientValues,
    gradients: parameterViews(gradientValues, sizes),
    workspace: workspaceViews(float64('workspace'), sizes, sizes.sequenceLength),
    metrics: float64('metrics'),
    samples: int32('samples'),
  }
}
