// The packed application as files: what is in it, and what its Electron has been told never to do. All of this holds for
// the build that is shipped too, but for the one fuse that Playwright needs here; debian-package.test.ts reads that.
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENABLED, SHIPPED_FUSES } from './fuses.ts'
import { ELECTRON, temporaryFolder } from './surroundings.ts'

describe.skipIf(!ELECTRON || process.platform !== 'linux')('the packed application', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>
  beforeAll(async () => (temporary = await temporaryFolder()))
  afterAll(() => temporary.remove())

  const resources = join(dirname(ELECTRON), 'resources')

  it('holds what runs and nothing else', () => {
    const files = listPackage(join(resources, 'app.asar'), { isPack: false }).filter((path) => /\.\w+$/.test(path))
    const expected = [
      /^\/package\.json$/,
      /^\/out\/main\/[\w-]+\.(js|wasm)$/,
      /^\/out\/preload\/preload\.cjs$/,
      /^\/out\/renderer\/(index\.html|licences\.json|assets\/[\w-]+\.(js|css|woff2|svg|json|wasm))$/,
      /^\/resources\/(datasets|snapshots)\/[\w-]+\.(txt|json|npz)$/,
      /^\/resources\/icons\/[\w@]+\.png$/,
    ]
    expect(files.filter((path) => !expected.some((pattern) => pattern.test(path)))).toEqual([])
    expect(files).toContain('/out/main/training-worker.js')
    expect(files).not.toContain('/out/main/web.js')
    expect(files).not.toContain('/out/main/cli.js')
    expect(existsSync(join(resources, 'default_app.asar'))).toBe(false)
    expect(existsSync(join(resources, 'app'))).toBe(false)
  })

  it('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(ELECTRON)
    const expected = { ...SHIPPED_FUSES, [FuseV1Options.EnableNodeCliInspectArguments]: ENABLED }
    expect(wire).toMatchObject(expected)
  })

  it('runs as no Node and takes no options of Node', async () => {
    const mark = join(temporary.folder, 'mark')
    const script = join(temporary.folder, 'script.cjs')
    await writeFile(script, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, ''); process.exit(7)`)
    const attempts: [environment: Record<string, string>, parameters: string[]][] = [
      [{ ELECTRON_RUN_AS_NODE: '1' }, [script]],
      [{ NODE_OPTIONS: `--require ${script}` }, ['--version']],
      [{}, ['--require', script, '--version']],
    ]
    for (const [environment, parameters] of attempts) {
      spawnSync(ELECTRON, ['--no-sandbox', ...parameters], {
        env: { ...process.env, CHARSCOPE_DATA: join(temporary.folder, 'data'), ...environment },
        stdio: 'ignore',
        timeout: 3000,
      })
      expect(existsSync(mark), JSON.stringify(environment)).toBe(false)
    }
  })
})
