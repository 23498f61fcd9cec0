// Bundles programs and threads from the source as the application has them, so that tests start what users start.
import { resolve } from 'node:path'
import { build } from 'vite'
import { kernelPlugin } from '../scripts/kernel/kernel-plugin.ts'
import { entriesIn } from '../scripts/node-entries.ts'

export const ROOT = resolve(import.meta.dirname, '..')
export const BUNDLES_CACHE = resolve(ROOT, 'node_modules/.cache')

/** Bundles `entries` (paths from the root) flat into `folder`, with everything they need inside. */
export async function bundle(entries: Record<string, string>, folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [kernelPlugin(ROOT)],
    define: { CHARSCOPE_RELEASES: 'null' },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: entriesIn(ROOT, entries),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
}
