import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWindowFile, windowHeaders } from '../../../src/main/lab/window-files.ts'

let parent: string
let folder: string

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'charscope-window-'))
  folder = join(parent, 'renderer')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(parent, 'secret.html'), 'secret')
  await writeFile(join(folder, 'index.html'), 'page')
  await writeFile(join(folder, 'notes.txt'), 'of no known type')
  await writeFile(join(folder, '.hidden.js'), 'hidden')
  await writeFile(join(folder, 'assets/index-a_B-1.js'), 'script')
})

afterAll(() => rm(parent, { recursive: true }))

describe('readWindowFile', () => {
  it.each([
    ['/', 'page', 'text/html; charset=utf-8'],
    ['/index.html', 'page', 'text/html; charset=utf-8'],
    ['/assets/index-a_B-1.js', 'script', 'text/javascript; charset=utf-8'],
  ])('%s is served with its type', async (path, text, contentType) => {
    const file = await readWindowFile(folder, path)
    expect(String(file?.bytes)).toBe(text)
    expect(file?.contentType).toBe(contentType)
  })

  it.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/..\\secret.html',
    '//secret.html',
    '/assets//index-a_B-1.js',
    '/.hidden.js',
    '/notes.txt',
    '/assets',
    '/missing.js',
    '/index.html/x.js',
    '/index.html\0.js',
    'index.html',
    '',
  ])('%j is no file of the window', async (path) => {
    expect(await readWindowFile(folder, path)).toBeNull()
  })
})

describe('windowHeaders', () => {
  it('allow scripts and styles of the page’s own origin alone', () => {
    const policy = windowHeaders()['Content-Security-Policy']
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';")
    expect(policy).not.toContain('unsafe')
    expect(windowHeaders(['ws://127.0.0.1:1'])['Content-Security-Policy']).toContain(
      "connect-src 'self' ws://127.0.0.1:1;",
    )
  })
})
