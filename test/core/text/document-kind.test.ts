import { gzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { documentKind } from '#core/text/document-kind.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

it.each([
  ['a PDF', latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'), 'PDF'],
  ['rich text', latin1('{\\rtf1\\ansi hello}'), 'RTF'],
  ['an old Word document', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), 'DOC / XLS'],
  ['a new one', latin1('PK\x03\x04\x14\0word/document.xml'), 'ZIP / DOCX / XLSX / EPUB'],
  ['a compressed text', gzipSync('text'), 'GZIP'],
  ['a picture', readFileSync(resolve(ROOT, 'docs/train-light.png')), 'PNG'],
])('knows %s', (_, bytes, kind) => {
  expect(documentKind(bytes)).toBe(kind)
})

it.each(['', 'P', 'PK is how it begins', '%PDF', 'GIF', 'ÿØ', 'Romeo and Juliet', '{rtf'])(
  'takes %j for a text',
  (text) => {
    expect(documentKind(latin1(text))).toBeNull()
    expect(documentKind(new TextEncoder().encode(text))).toBeNull()
  },
)
