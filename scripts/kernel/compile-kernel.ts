// Compiles the kernel from its AssemblyScript, in two builds: with relaxed SIMD, whose product and sum can be one
// operation, and without. What was compiled before from the same source is kept in node_modules/.cache.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { main, version } from 'assemblyscript/asc'

/** Paths from the repository's root. */
const SOURCE = 'src/core/kernel/assembly'
const CACHE = 'node_modules/.cache/charscope-kernel'

const OPTIONS = [
  ...['--runtime', 'stub', '--optimizeLevel', '3', '--noAssert'],
  // The warning that v128 cannot be given to JavaScript; nothing that exchanges it is exported.
  ...['--disableWarning', '112'],
  // The memory is given to it: shared between threads, and as large as a run may need.
  ...['--importMemory', '--noExportMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
  ...['--enable', 'threads', '--enable', 'simd'],
]

const BUILDS = {
  fused: [...OPTIONS, '--enable', 'relaxed-simd'],
  plain: OPTIONS,
} as const

export type KernelBuild = keyof typeof BUILDS
export const KERNEL_BUILDS = Object.keys(BUILDS) as KernelBuild[]

/** The files of the kernel, as absolute paths. */
export async function kernelSources(root: string): Promise<string[]> {
  const names = await readdir(join(root, SOURCE))
  return names.filter((name) => name.endsWith('.ts')).map((name) => join(root, SOURCE, name))
}

async function readSources(root: string): Promise<Map<string, string>> {
  const files = (await kernelSources(root)).sort()
  return new Map(await Promise.all(files.map(async (file) => [basename(file), await readFile(file, 'utf8')] as const)))
}

/**
 * @param root the repository's folder
 * @throws Error with the compiler's messages when the source has a mistake, or the compiler warns of one
 */
export async function compileKernel(root: string, build: KernelBuild): Promise<Uint8Array> {
  const files = await readSources(root)
  const hash = createHash('sha256').update(JSON.stringify([version, BUILDS[build], ...files]))
  const cached = join(root, CACHE, `${build}-${hash.digest('hex').slice(0, 16)}.wasm`)
  const known = await readFile(cached).catch(() => null)
  if (known) return known
  const binary = await compile(files, BUILDS[build])
  await mkdir(join(root, CACHE), { recursive: true })
  const temporary = `${cached}.${process.pid}`
  await writeFile(temporary, binary)
  await rename(temporary, cached)
  return binary
}

async function compile(files: Map<string, string>, options: readonly string[]): Promise<Uint8Array> {
  const written: Uint8Array[] = []
  const { error, stderr } = await main(['index.ts', '--outFile', 'kernel.wasm', ...options], {
    readFile: (name) => files.get(name) ?? null,
    writeFile: (_, contents) => void written.push(contents as Uint8Array),
    listFiles: () => [],
  })
  const messages = stderr.toString()
  if (error || messages !== '') throw new Error(`The kernel does not compile:\n${messages}`, { cause: error })
  return written[0]!
}
