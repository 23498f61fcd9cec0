// Asks where new versions are published for the newest one: the only thing for which the lab ever uses a network, and only
// when its user wants it. Nothing is sent but the question, and nothing is fetched but a version's number.
import { z } from 'zod'
import { LabError } from '../lab-error.ts'

const TIME_LIMIT_MS = 8000
const LIMIT_BYTES = 16 * 1024
const MOST_REDIRECTS = 3

/** Further fields are allowed, and ignored. */
const answerSchema = z.object({ version: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/) })

/** Why one address gave no version. */
type Failure = 'update-unreachable' | 'update-malformed'

/**
 * The newest version that the first of the addresses names which answers at all.
 *
 * @param addresses of a JSON file `{"version": "1.2.3"}` each, the same in different places
 * @throws LabError when none of them answered, or one answered something else
 */
export async function newestVersion(addresses: readonly string[], timeLimitMs = TIME_LIMIT_MS): Promise<string> {
  let failure: Failure = 'update-unreachable'
  for (const address of addresses) {
    const answer = await read(address, timeLimitMs)
    if (answer !== null) {
      const { success, data } = answerSchema.safeParse(jsonOf(answer))
      if (success) return data.version
      failure = 'update-malformed'
    }
  }
  throw new LabError(failure)
}

/** True when `version` comes after `current`; both are three numbers. */
export function isNewer(version: string, current: string): boolean {
  const [one, other] = [version, current].map((name) => name.split('.').map(Number))
  const differing = one!.findIndex((number, place) => number !== other![place])
  return differing >= 0 && one![differing]! > other![differing]!
}

/** What an address answers, at most LIMIT_BYTES of it; null when it does not, or sends elsewhere than it may. */
async function read(address: string, timeLimitMs: number): Promise<string | null> {
  const signal = AbortSignal.timeout(timeLimitMs)
  let url = new URL(address)
  try {
    for (let redirects = 0; redirects <= MOST_REDIRECTS && mayBeAsked(url); redirects++) {
      const response = await fetch(url, { redirect: 'manual', credentials: 'omit', signal })
      const elsewhere = response.headers.get('location')
      if (elsewhere === null) return response.ok ? await beginningOf(response) : null
      url = new URL(elsewhere, url)
    }
  } catch {
    return null
  }
  return null
}

/** Encrypted, or this very machine. */
function mayBeAsked({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1')
}

/** As much of the answer as a version takes; one that is longer is none. */
async function beginningOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body ?? []) {
    chunks.push(chunk)
    bytes += chunk.byteLength
    if (bytes > LIMIT_BYTES) return ''
  }
  return Buffer.concat(chunks).toString('utf8')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
