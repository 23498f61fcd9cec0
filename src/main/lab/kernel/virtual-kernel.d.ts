// The compiled kernel, put into the bundle by scripts/kernel/kernel-plugin.ts: each build as base64 text.
declare module 'virtual:kernel' {
  export const KERNEL_BINARIES: { fused: string; plain: string }
}
