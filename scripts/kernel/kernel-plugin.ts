// Lets the lab import the compiled kernel as `virtual:kernel`: its builds as base64 text inside the bundle, so that
// there is no file to be found at run time, wherever the bundle lies.
import type { Plugin } from 'vite'
import { compileKernel, KERNEL_BUILDS, kernelSources } from './compile-kernel.ts'

const NAME = 'virtual:kernel'
const RESOLVED = `\0${NAME}`

/** @param root the repository's folder */
export function kernelPlugin(root: string): Plugin {
  return {
    name: 'kernel',
    resolveId: (id) => (id === NAME ? RESOLVED : null),
    async load(id) {
      if (id !== RESOLVED) return null
      for (const file of await kernelSources(root)) this.addWatchFile(file)
      const builds = await Promise.all(
        KERNEL_BUILDS.map(async (build) => [build, Buffer.from(await compileKernel(root, build)).toString('base64')]),
      )
      return `export const KERNEL_BINARIES = ${JSON.stringify(Object.fromEntries(builds))}`
    },
  }
}
