import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ICONS_FOLDER, makeIcons } from '../../scripts/icons/icons.mjs'

const there = (name: string): Buffer => readFileSync(join(ICONS_FOLDER, name))

/** The pixel at a row and column of a PNG that has one IDAT chunk and no filters. */
function pixel(file: Buffer, row: number, column: number): number[] {
  const width = file.readUInt32BE(16)
  const start = file.indexOf('IDAT') + 4
  const rows = inflateSync(file.subarray(start, start + file.readUInt32BE(start - 8)))
  const at = row * (width * 4 + 1) + 1 + column * 4
  return [...rows.subarray(at, at + 4)]
}

describe('the icons', () => {
  it('are those that the script draws, and no others', () => {
    const made = makeIcons()
    expect(readdirSync(ICONS_FOLDER).sort()).toEqual(Object.keys(made).sort())
    for (const [name, bytes] of Object.entries(made)) expect(there(name).equals(bytes), name).toBe(true)
  })

  it('show the colon on its blue ground, with the corners free', () => {
    const file = there('256x256.png')
    expect(pixel(file, 0, 0)).toEqual([0, 0, 0, 0])
    expect(pixel(file, 128, 20)).toEqual([0x0b, 0x62, 0xb5, 255])
    expect(pixel(file, 91, 128)).toEqual([255, 255, 255, 255])
    expect(pixel(file, 165, 128)).toEqual([255, 255, 255, 255])
    expect(pixel(file, 128, 128)).toEqual([0x0b, 0x62, 0xb5, 255])
  })

  it('come in the sizes that Windows and macOS ask for', () => {
    const ico = there('icon.ico')
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => ico[6 + 16 * index]! || 256)
    expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256])
    const icns = there('icon.icns')
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    const types: string[] = []
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) types.push(icns.toString('latin1', at, at + 4))
    expect(types).toEqual(['icp4', 'icp5', 'ic07', 'ic08', 'ic09', 'ic10', 'ic11', 'ic12', 'ic13', 'ic14'])
  })
})
