// Shared memory for a run: WebAssembly memory, so that a kernel can be given the very same bytes.
import { runMemoryBytes, type RunSizes } from '#core/training/run-memory.ts'
import { allocateShared, type SharedMemory } from '../kernel/shared-memory.ts'
import { LabError } from '../lab-error.ts'

const MEBIBYTE = 2 ** 20
const LIMIT_MEBIBYTES = 512

/** @throws LabError when the network is larger than the lab allows, or than the system has memory for */
export function allocateRunMemory(sizes: RunSizes): SharedMemory {
  const bytes = runMemoryBytes(sizes)
  const { hiddenSize, vocabularySize } = sizes
  const tooLarge = { hiddenSize, vocabularySize, mebibytes: Math.ceil(bytes / MEBIBYTE), limit: LIMIT_MEBIBYTES }
  if (bytes > LIMIT_MEBIBYTES * MEBIBYTE) throw new LabError('network-too-large', tooLarge)
  try {
    return allocateShared(bytes)
  } catch {
    throw new LabError('network-too-large', tooLarge)
  }
}
