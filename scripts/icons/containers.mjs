// The files that icons come in: PNG, and the two containers of PNGs that Windows (ICO) and macOS (ICNS) take.
import { crc32 } from 'node:zlib'
// Not Node's zlib, whose output differs between versions and processors.
import { zlibSync } from 'fflate'

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** @param rgba (pixels * pixels * 4) bytes */
export function png(rgba, pixels) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(pixels, 0)
  header.writeUInt32BE(pixels, 4)
  header.set([8, 6], 8) // 8 bits a channel, RGBA
  const rows = Buffer.alloc(pixels * (pixels * 4 + 1))
  for (let row = 0; row < pixels; row++) {
    rows.set(rgba.subarray(row * pixels * 4, (row + 1) * pixels * 4), row * (pixels * 4 + 1) + 1)
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = Buffer.from(zlibSync(rows, { level: 9 }))
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

/** @param pictures `{ pixels, file }`, at most 256 pixels each */
export function ico(pictures) {
  const directory = Buffer.alloc(6 + 16 * pictures.length)
  directory.writeUInt16LE(1, 2)
  directory.writeUInt16LE(pictures.length, 4)
  let offset = directory.length
  pictures.forEach(({ pixels, file }, index) => {
    const entry = 6 + 16 * index
    directory.set([pixels % 256, pixels % 256], entry) // 0 stands for 256
    directory.writeUInt16LE(1, entry + 4)
    directory.writeUInt16LE(32, entry + 6)
    directory.writeUInt32LE(file.length, entry + 8)
    directory.writeUInt32LE(offset, entry + 12)
    offset += file.length
  })
  return Buffer.concat([directory, ...pictures.map(({ file }) => file)])
}

/** @param pictures `{ type, file }`, where the type names the size (`ic07` is 128 pixels) */
export function icns(pictures) {
  const blocks = pictures.map(({ type, file }) => {
    const header = Buffer.alloc(8)
    header.write(type, 0, 'latin1')
    header.writeUInt32BE(file.length + 8, 4)
    return Buffer.concat([header, file])
  })
  const body = Buffer.concat(blocks)
  const header = Buffer.alloc(8)
  header.write('icns', 0, 'latin1')
  header.writeUInt32BE(body.length + 8, 4)
  return Buffer.concat([header, body])
}
