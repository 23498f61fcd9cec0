// A kernel over the memory that it is to work in. Each thread has an instance of its own.
import type { KernelExports } from '#core/kernel/kernel.ts'

export function instantiateKernel(module: WebAssembly.Module, memory: WebAssembly.Memory): KernelExports {
  return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as KernelExports
}
