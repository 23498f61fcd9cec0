// Bundles the terminal front with its worker threads as the application has them, so that tests start the program that
// users start.
import { cp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { NODE_ENTRIES, WORKER_ENTRIES } from '../../../scripts/node-entries.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const CACHE = join(ROOT, 'node_modules/.cache')

/** @param name a folder of its own for each test file, since these run at the same time; returns the path of cli.js */
export async function buildCli(name: string): Promise<string> {
  const application = join(CACHE, `charscope-test-cli-${name}`)
  const bundles = join(application, 'out/main')
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node20',
      outDir: bundles,
      emptyOutDir: true,
      rolldownOptions: {
        input: { cli: NODE_ENTRIES.cli, ...WORKER_ENTRIES },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
    ssr: { noExternal: true },
  })
  await cp(join(ROOT, 'resources'), join(application, 'resources'), { recursive: true })
  return join(bundles, 'cli.js')
}
