// What can compute a run's iterations. Each gives the same bits every time, and not quite those of the others.

/**
 * `fused` is the kernel whose products and sums are rounded once, `plain` the kernel that rounds them twice, where the
 * processor or the engine cannot fuse, and `reference` plain TypeScript, where there is no WebAssembly SIMD.
 */
export const KERNELS = ['fused', 'plain', 'reference'] as const
export type KernelName = (typeof KERNELS)[number]
