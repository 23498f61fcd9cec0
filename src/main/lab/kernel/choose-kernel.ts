// Which kernel serves on this machine: decided once, when the lab opens, by what the engine takes and the processor does.
import { setFlagsFromString } from 'node:v8'
import { KERNEL_BINARIES } from 'virtual:kernel'
import type { KernelName } from '#core/contract/kernels.ts'
import { instantiateKernel } from './instantiate-kernel.ts'

export interface ChosenKernel {
  name: KernelName
  /** Compiled, for every thread to instantiate; null for the reference. */
  module: WebAssembly.Module | null
}

const REFERENCE: ChosenKernel = { name: 'reference', module: null }

/** The fastest kernel that works here, or the fastest that is not faster than `fastest`. */
export function chooseKernel(fastest: KernelName = 'fused'): ChosenKernel {
  if (fastest === 'reference') return REFERENCE
  const fused = fastest === 'fused' ? compileFused() : null
  if (fused) return { name: 'fused', module: fused }
  const plain = binaryOf('plain')
  return WebAssembly.validate(plain) ? { name: 'plain', module: new WebAssembly.Module(plain) } : REFERENCE
}

function binaryOf(build: keyof typeof KERNEL_BINARIES): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(KERNEL_BINARIES[build], 'base64'))
}

/** null where relaxed SIMD is unknown, or the processor has no fused operation. */
function compileFused(): WebAssembly.Module | null {
  const binary = binaryOf('fused')
  // Node 20 has relaxed SIMD behind a flag, which holds for all threads of the process; later it needs none.
  if (!WebAssembly.validate(binary)) setFlagsFromString('--experimental-wasm-relaxed-simd')
  if (!WebAssembly.validate(binary)) return null
  const module = new WebAssembly.Module(binary)
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })
  return instantiateKernel(module, memory).isFused() ? module : null
}
