// A network's step by the kernel: what core/rnn/network-step.ts does, several times as fast. A few networks lie in the
// kernel's own memory at the same time; one that comes later takes the place of the one that came first.
import type { NetworkSizes, Parameters } from '../rnn/layout.ts'
import { referenceNetworkStep, type MakeNetworkStep } from '../rnn/network-step.ts'
import { placeArrays, type KernelExports } from './kernel.ts'
import { FORWARD_ARRAYS, packedParameters } from './kernel-memory.ts'
import type { BringKernel } from './kernel-text-pass.ts'
import { pack } from './panels.ts'
import { regionBytes, regionViews, type RegionViews } from './regions.ts'

/** As many as panes that write from different moments of a run; each place is as large as its network. */
const PLACES = 4

interface Place {
  kernel: KernelExports
  views: RegionViews<typeof FORWARD_ARRAYS>
  sizes: NetworkSizes
  /** Whose network lies there now. */
  parameters: Parameters
}

/** Makes the steps of one thread, which share its places. */
export function kernelNetworkSteps(bring: BringKernel): MakeNetworkStep {
  /** Who came first stands first. */
  const places: Place[] = []

  function newPlace(sizes: NetworkSizes, parameters: Parameters): Place {
    const forwardSizes = { ...sizes, rows: 1 }
    const { kernel, buffer } = bring(regionBytes(FORWARD_ARRAYS, forwardSizes))
    const views = regionViews(FORWARD_ARRAYS, buffer, 0, forwardSizes)
    placeArrays(kernel, views, sizes)
    return { kernel, views, sizes, parameters }
  }

  function placeOf(parameters: Parameters, sizes: NetworkSizes): Place {
    const own = places.find((place) => place.parameters === parameters)
    if (own) return own
    const oldest = places.length === PLACES ? places.shift()! : null
    const fits = oldest?.sizes.hiddenSize === sizes.hiddenSize && oldest.sizes.vocabularySize === sizes.vocabularySize
    const place = oldest && fits ? oldest : newPlace(sizes, parameters)
    place.parameters = parameters
    pack(packedParameters(place.views), parameters, sizes)
    places.push(place)
    return place
  }

  return (parameters, sizes) => {
    const { hiddenSize, vocabularySize } = sizes
    const reference = referenceNetworkStep(parameters, sizes)
    let place = placeOf(parameters, sizes)
    const here = (): Place => (place.parameters === parameters ? place : (place = placeOf(parameters, sizes)))
    return {
      read(h, character) {
        const { kernel, views } = here()
        views.inputs[0] = character
        views.hsBefore.set(h)
        kernel.hiddenStates(0, 1, 1)
        h.set(views.hsAfter.subarray(0, hiddenSize))
      },
      probabilities(h, temperature) {
        // Which of two logits is greater can be lost in their exponentials.
        if (temperature === 0) return reference.probabilities(h, 0)
        const { kernel, views } = here()
        views.hsAfter.set(h)
        kernel.probabilities(0, 1, temperature)
        return views.ys.subarray(0, vocabularySize)
      },
    }
  }
}
