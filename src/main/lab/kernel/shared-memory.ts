// WebAssembly memory that threads can share: what a kernel works in.

const PAGE = 2 ** 16

export interface SharedMemory extends WebAssembly.Memory {
  readonly buffer: SharedArrayBuffer & ArrayBuffer
}

/** @throws RangeError when the system has not so many bytes */
export function allocateShared(bytes: number): SharedMemory {
  const pages = Math.ceil(bytes / PAGE)
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true }) as SharedMemory
}
