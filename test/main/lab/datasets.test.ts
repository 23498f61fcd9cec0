// Texts: the bundled ones, those that are opened, and every file that must be refused with its own message.
import { chmodSync, mkdirSync, openSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { errorMessage } from '#core/contract/errors.ts'
import { writeNpz } from '#core/formats/npz.ts'
import { DEFAULT_TEXT_OPTIONS } from '#core/contract/settings.ts'
import { codeOf, openLab, temporaryFolder, textFile, valueOf } from './open-lab.ts'

describe('the list', () => {
  it('has the bundled texts, the small one first', async () => {
    const { bundled, recent } = valueOf(await (await openLab()).call('datasets.list', {}))
    expect(bundled.map(({ id }) => id)).toEqual(['patterns', 'chronicle-play', 'chinese-sentences'])
    expect(recent).toEqual([])
  })

  it('keeps what was opened over a restart, the latest first and once', async () => {
    const dataFolder = temporaryFolder()
    const first = await openLab(dataFolder)
    const [one, two] = [textFile('first text', 'one.txt'), textFile('second text', 'two.txt')]
    for (const file of [one, two, one]) valueOf(await first.openTextFile(file))
    await first.close()
    const second = await openLab(dataFolder)
    const { recent } = valueOf(await second.call('datasets.list', {}))
    expect(recent.map(({ fileName }) => fileName)).toEqual(['one.txt', 'two.txt'])

    rmSync(two)
    const missing = valueOf(await second.call('datasets.list', {})).recent[1]!
    expect(missing.available).toBe(false)
    const described = await second.call('datasets.describe', { datasetId: missing.id, options: DEFAULT_TEXT_OPTIONS })
    expect(codeOf(described)).toBe('file-missing')
    const { recent: left } = valueOf(await second.call('datasets.forget', { datasetId: missing.id }))
    expect(left.map(({ fileName }) => fileName)).toEqual(['one.txt'])
  })

  it('keeps a copy of a text that came as bytes, until it is forgotten', async () => {
    const lab = await openLab()
    const imported = valueOf(await lab.importText('../../notes.txt', new TextEncoder().encode('some notes')))
    expect(imported).toMatchObject({ kind: 'imported', fileName: 'notes.txt', location: null })
    const question = { datasetId: imported.id, options: DEFAULT_TEXT_OPTIONS }
    expect(valueOf(await lab.call('datasets.describe', question)).characters).toBe(10)
    await lab.call('datasets.forget', { datasetId: imported.id })
    expect(codeOf(await lab.call('datasets.describe', question))).toBe('dataset-unknown')
  })
})

describe('a description', () => {
  it('counts code points, finds the encoding and mentions line breaks', async () => {
    const lab = await openLab()
    const { id } = valueOf(await lab.openTextFile(textFile('\ufeff学而时习之\r\n学:\n🙂')))
    const description = valueOf(await lab.call('datasets.describe', { datasetId: id, options: DEFAULT_TEXT_OPTIONS }))
    expect(description).toMatchObject({
      encoding: 'utf-8',
      hasByteOrderMark: true,
      // 3 for the mark, 6 times 3, 4 for the face, 4 of one byte.
      bytes: 29,
      characters: 11,
      lineBreaks: { lf: 1, crlf: 1, cr: 0 },
      firstLines: ['学而时习之', '学:', '🙂'],
    })
    expect(description.counts.slice(0, 2)).toEqual([
      { character: '\n', count: 2 },
      { character: '学', count: 2 },
    ])
    const asBytes = { encoding: 'bytes', vocabularyOrder: 'sorted' } as const
    expect(valueOf(await lab.call('datasets.describe', { datasetId: id, options: asBytes })).characters).toBe(29)
  })

  it('has the hash that other programs compute', async () => {
    const lab = await openLab()
    const { id } = valueOf(await lab.openTextFile(textFile('abc')))
    const { sha256 } = valueOf(await lab.call('datasets.describe', { datasetId: id, options: DEFAULT_TEXT_OPTIONS }))
    // FIPS 180-4's example.
    expect(sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})

describe('refused', () => {
  const manyCharacters = Array.from({ length: 4097 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('')
  const large = (): string => {
    const file = textFile('ab', 'large.txt')
    truncateSync(file, 64 * 2 ** 20 + 1)
    return file
  }
  const folder = (): string => {
    const path = join(temporaryFolder(), 'folder')
    mkdirSync(path)
    return path
  }
  const pipe = (): string => {
    const path = join(temporaryFolder(), 'pipe')
    execFileSync('mkfifo', [path])
    return path
  }

  it.each([
    ['text-empty', 'an empty file', () => textFile('')],
    ['text-empty', 'a byte order mark alone', () => textFile('\ufeff')],
    ['text-single-character', 'one distinct character', () => textFile('aaaa')],
    ['text-too-large', 'more than 64 MiB', large],
    ['text-too-many-characters', 'more than 4,096 distinct characters', () => textFile(manyCharacters)],
    ['text-is-document', 'a PDF', () => textFile('%PDF-1.7\n1 0 obj\n'.repeat(9), 'report.pdf')],
    ['file-is-folder', 'a folder', folder],
    ['file-missing', 'a path without a file', () => join(temporaryFolder(), 'nothing.txt')],
    ['file-unreadable', 'a name with a NUL', () => 'a\0b'],
  ])('%s: %s', async (code, _, make) => {
    const lab = await openLab()
    const result = await lab.openTextFile(make())
    expect(codeOf(result)).toBe(code)
    if (result.ok) return
    for (const language of ['en', 'zh'] as const) expect(errorMessage(result.error, language)).not.toMatch(/[{}]/)
    expect(valueOf(await lab.call('datasets.list', {})).recent).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('a named pipe, without waiting for its writer', async () => {
    const lab = await openLab()
    expect(codeOf(await lab.openTextFile(pipe()))).toBe('file-unreadable')
  })

  // Root may read everything.
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a file without permission', async () => {
    const file = textFile('secret')
    chmodSync(file, 0)
    expect(codeOf(await (await openLab()).openTextFile(file))).toBe('file-unreadable')
  })

  it('a document that is dropped, by what it is', async () => {
    const document = writeNpz(new Map([['word/document.xml', new Uint8Array(3)]]))
    const lab = await openLab()
    expect(codeOf(await lab.openFile(textFile(document, 'report.docx')))).toBe('text-is-document')
    expect(codeOf(await lab.importFile('report.docx', document))).toBe('text-is-document')
  })

  it('bytes that are no text, of which no copy is kept', async () => {
    const dataFolder = temporaryFolder()
    const lab = await openLab(dataFolder)
    expect(codeOf(await lab.importText('empty.txt', new Uint8Array(0)))).toBe('text-empty')
    expect(() => openSync(join(dataFolder, 'texts'), 'r')).not.toThrow()
    expect(valueOf(await lab.call('datasets.list', {})).recent).toEqual([])
  })

  it('what is asked to be UTF-8 and is not, with the place', async () => {
    const file = textFile(Uint8Array.of(0x61, 0x62, 0xe9))
    const lab = await openLab()
    const { id } = valueOf(await lab.openTextFile(file))
    const options = { encoding: 'utf-8', vocabularyOrder: 'sorted' } as const
    const result = await lab.call('datasets.describe', { datasetId: id, options })
    expect(result).toMatchObject({ ok: false, error: { code: 'text-not-in-encoding', parameters: { offset: 2 } } })
  })
})

it('opens a file of a mebibyte without holding up the process', async () => {
  const lab = await openLab()
  const file = textFile('')
  writeFileSync(file, 'the quick brown fox jumps over the lazy dog\n'.repeat(24_000))
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  valueOf(await lab.openTextFile(file))
  clearInterval(watch)
  expect(longest).toBeLessThan(250)
})
