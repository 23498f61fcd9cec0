// Takes the bytes of a text out of a request, no more than the lab would open.
import type { IncomingMessage } from 'node:http'
import { TEXT_LIMIT_MEBIBYTES } from '#core/contract/datasets.ts'
import type { ErrorValue } from '#core/contract/errors.ts'

const MEBIBYTE = 2 ** 20
const LIMIT_BYTES = TEXT_LIMIT_MEBIBYTES * MEBIBYTE
// Browsers read an answer only after sending everything, so what is too much is read and thrown away, up to here.
const PATIENCE_BYTES = 16 * LIMIT_BYTES

export type Upload =
  { ok: true; fileName: string; bytes: Uint8Array } | { ok: false; status: 400 | 413; error: ErrorValue }

/** The file's name without a folder, from the parameter `name`; null when there is no sensible one. */
function fileNameOf(url: URL): string | null {
  const name = url.searchParams.get('name')?.split(/[/\\]/).at(-1) ?? ''
  return name !== '' && name.length <= 255 ? name : null
}

/** Rejects only when the connection breaks. */
export async function readUpload(request: IncomingMessage, url: URL): Promise<Upload> {
  const fileName = fileNameOf(url)
  if (fileName === null) {
    const parameters = { operation: 'texts', detail: 'the parameter "name" is missing or too long' }
    return { ok: false, status: 400, error: { code: 'input-malformed', parameters } }
  }
  let received = 0
  let chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) {
    received += chunk.length
    if (received > PATIENCE_BYTES) break
    if (received <= LIMIT_BYTES) chunks.push(chunk)
    else chunks = []
  }
  if (received <= LIMIT_BYTES) return { ok: true, fileName, bytes: Buffer.concat(chunks) }
  const mebibytes = Math.ceil(received / MEBIBYTE)
  const parameters = { file: fileName, mebibytes, limit: TEXT_LIMIT_MEBIBYTES }
  return { ok: false, status: 413, error: { code: 'text-too-large', parameters } }
}
