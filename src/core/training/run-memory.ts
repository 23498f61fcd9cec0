// The shared memory of a run: one table of regions, from which its size and every view into it are made. Any
// thread given this memory can carry the run on exactly.
import { parameterCount, parameterViews, type Parameters } from '../rnn/layout.ts'
import { scratchLength, TRAINING_ARRAYS } from '../kernel/kernel-memory.ts'
import { regionBytes, regionViews, type RegionTable, type RegionViews } from '../kernel/regions.ts'
import { workspaceLength, workspaceViews, type Workspace } from '../rnn/workspace.ts'
import { CONTROL_WORDS } from './control.ts'
import { CREW_WORDS } from './crew.ts'
import { METRICS } from './metrics-ring.ts'
import { runStateLength, runStateViews, type RunState, type StateSizes } from './run-state.ts'
import { SAMPLE_HEADER } from './sample-ring.ts'

/** Sizes that decide a run's memory: those of its state, characters a sequence and a sample, and threads. */
export interface RunSizes extends StateSizes {
  sequenceLength: number
  sampleLength: number
  threads: number
}

/** Slots of the rings between the training thread and its reader. */
export const METRICS_CAPACITY = 8192
export const SAMPLES_CAPACITY = 64

/** In the order in which the regions lie. */
const REGIONS = {
  control: { kind: 'int32', length: () => CONTROL_WORDS },
  state: { kind: 'float64', length: runStateLength },
  published: { kind: 'float64', length: runStateLength },
  gradients: { kind: 'float64', length: parameterCount },
  workspace: { kind: 'float64', length: (sizes) => workspaceLength(sizes, sizes.sequenceLength) },
  metrics: { kind: 'float64', length: () => METRICS_CAPACITY * METRICS.length },
  samples: { kind: 'int32', length: ({ sampleLength }) => SAMPLES_CAPACITY * (SAMPLE_HEADER + sampleLength) },
  crew: { kind: 'int32', length: () => CREW_WORDS },
  scratch: { kind: 'float64', length: (sizes) => sizes.threads * scratchLength(sizes) },
  kernel: { kind: 'float64', length: (sizes) => regionBytes(TRAINING_ARRAYS, kernelSizes(sizes)) / 8 },
} as const satisfies RegionTable<RunSizes>

/** A row for every character of the sequences, and one to sample with. */
function kernelSizes(sizes: RunSizes): RunSizes & { rows: number } {
  return { ...sizes, rows: sizes.batch * sizes.sequenceLength + 1 }
}

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
  /** (CREW_WORDS), see crew.ts. */
  crew: Int32Array
  /** (threads, scratchLength): the kernel's place for gradients. */
  scratch: Float64Array
  /** The kernel's arrays, see kernel-memory.ts. They are not touched where the reference serves. */
  kernel: RegionViews<typeof TRAINING_ARRAYS>
}

/** Bytes of shared memory that a run of these sizes takes. */
export function runMemoryBytes(sizes: RunSizes): number {
  return regionBytes(REGIONS, sizes)
}

/** The views of a run into `buffer`, which has at least `runMemoryBytes(sizes)` bytes. */
export function runMemoryViews(buffer: SharedArrayBuffer, sizes: RunSizes): RunMemory {
  const views = regionViews(REGIONS, buffer, 0, sizes)
  return {
    ...runStateViews(views.state, sizes),
    buffer,
    sizes,
    control: views.control,
    stateValues: views.state,
    published: views.published,
    gradientValues: views.gradients,
    gradients: parameterViews(views.gradients, sizes),
    workspace: workspaceViews(views.workspace, sizes, sizes.sequenceLength),
    metrics: views.metrics,
    samples: views.samples,
    crew: views.crew,
    scratch: views.scratch,
    kernel: regionViews(TRAINING_ARRAYS, buffer, views.kernel.byteOffset, kernelSizes(sizes)),
  }
}
