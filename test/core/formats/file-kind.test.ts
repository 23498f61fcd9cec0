import { expect, it } from 'vitest'
import { fileKindOf } from '#core/formats/file-kind.ts'

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

it.each([
  ['PK\x03\x04\x14', 'npz'],
  [`PK\x03\x04${'\0'.repeat(26)}Wxh.npy`, 'npz'],
  [`PK\x03\x04${'\0'.repeat(26)}words.npy`, 'npz'],
  ['PK\x05\x06', 'npz'],
  ['\x93NUMPY\x01\x00', 'npy'],
  ['\x80\x02}q\x00', 'pickle'],
  ['\x80\x05\x95', 'pickle'],
  ["(dp0\nS'Wxh'\n", 'pickle'],
  ["(dp1\nS'Wxh'\n", 'pickle'],
  ['(lp0\n.', 'pickle'],
  ['}q\x00(U\x03Wxh', 'pickle'],
  ['}(X', 'pickle'],
  ['cposix\nsystem\np0\n', 'pickle'],
  ["(S'true'\nios\nsystem\n.", 'pickle'],
])('%j is of kind %s', (start, kind) => {
  expect(fileKindOf(latin1(start))).toBe(kind)
})

it.each([
  '',
  '(',
  'First Citizen:\nBefore we proceed any further, hear me speak.\n',
  '(don’t know)',
  '(lovely weather, is it not?)\n',
  'crown\n',
  '}\n',
  '\x89PNG\r\n\x1a\n',
  '\x1f\x8b\x08\x00',
  `PK\x03\x04${'\0'.repeat(26)}[Content_Types].xml`,
  `PK\x03\x04${'\0'.repeat(26)}word/document.xml`,
  `PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/epub+zip`,
  '\x89HDF\r\n\x1a\n',
  '{"Wxh": [[1]]}',
])('%j is none of them', (start) => {
  expect(fileKindOf(latin1(start))).toBeNull()
})
