// Drawing from networks of files, which may hold any numbers: that some give no probabilities is the user's to know of.
import { LabError } from './lab-error.ts'

/** What `draw` answers. @throws LabError when the network's probabilities are not numbers */
export function drawing<Drawn>(draw: () => Drawn): Drawn {
  try {
    return draw()
  } catch (error) {
    if (error instanceof RangeError) throw new LabError('network-not-finite')
    throw error
  }
}
