// Brings a kernel to whoever asks for so much memory.
import type { BringKernel } from '#core/kernel/kernel-text-pass.ts'
import { instantiateKernel } from './instantiate-kernel.ts'
import { allocateShared } from './shared-memory.ts'

export function bringKernel(module: WebAssembly.Module): BringKernel {
  return (bytes) => {
    const memory = allocateShared(bytes)
    return { kernel: instantiateKernel(module, memory), buffer: memory.buffer }
  }
}
