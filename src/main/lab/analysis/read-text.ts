// Reads a text with a network. A long one is read by two threads at once: the second half is begun from a guess, in a
// thread of its own, and read again only where the first half shows that the guess was wrong.
import { workerData } from 'node:worker_threads'
import { allocateReading, type ReadingMemory } from '#core/analysis/reading-memory.ts'
import { partsMeet, readPart, TextReading } from '#core/analysis/text-reading.ts'
import { chooseKernel } from '../kernel/choose-kernel.ts'
import { textPassWith } from '../kernel/text-pass.ts'
import { LabError } from '../lab-error.ts'
import type { Network } from '../networks/network.ts'
import { RequestThread, type ThreadData } from '../threads/request-thread.ts'
import type { AheadWork } from './ahead-work.ts'
import { allocateJob, cancelJob, doneShare, follow, inTurns } from './jobs.ts'
import { textInVocabulary, type UnknownCharacters } from './known-characters.ts'

export interface TextMaterial {
  key: string
  fileName: string
  /** (characters) uint16 indices into codePoints. */
  indices: SharedArrayBuffer
  codePoints: number[]
  limit: number | null
}

export interface Reading {
  network: Network
  reading: TextReading
  unknown: UnknownCharacters
  seconds: number
}

const makeTextPass = textPassWith(chooseKernel())
const aheadThread = new RequestThread<AheadWork>((workerData as ThreadData).workersFolder, 'ahead-worker.js')

/** @throws LabError when it was cancelled, or hardly a character is known */
export async function readText(network: Network, text: TextMaterial, job: SharedArrayBuffer | null): Promise<Reading> {
  const startMs = performance.now()
  const { characters, unknown } = textInVocabulary(text, network.codePoints)
  if (characters.length < 2) throw new LabError('text-not-known', { file: text.fileName })
  const memory = allocateReading(network.sizes, characters)
  await (memory.parts.length === 1 ? readAlone(network, memory, job) : readTogether(network, memory, job))
  return { network, reading: new TextReading(memory), unknown, seconds: (performance.now() - startMs) / 1000 }
}

async function readAlone(
  { parameters, sizes }: Network,
  memory: ReadingMemory,
  job: SharedArrayBuffer | null,
): Promise<void> {
  await inTurns(readPart(memory, 0, makeTextPass(parameters, sizes)), job)
}

async function readTogether(
  { parameters, sizes }: Network,
  memory: ReadingMemory,
  job: SharedArrayBuffer | null,
): Promise<void> {
  const ahead = allocateJob()
  // A thread that cannot do it leaves it to this one.
  const isReadAhead = aheadThread.ask('read', { memory, part: 1, parameters, job: ahead }).then(
    () => true,
    () => false,
  )
  try {
    const pass = makeTextPass(parameters, sizes)
    await inTurns(
      shareOf(readPart(memory, 0, pass), () => doneShare(ahead)),
      job,
    )
    if (partsMeet(memory, 1) && (await follow(isReadAhead, job, () => (1 + doneShare(ahead)) / 2))) return
    cancelJob(ahead)
    await isReadAhead
    await inTurns(
      shareOf(readPart(memory, 1, pass), () => 1),
      job,
    )
  } finally {
    cancelJob(ahead)
  }
}

/** Work that is one half of the whole, of whose other half so much is done. */
function* shareOf(work: Generator<number, void>, otherShare: () => number): Generator<number, void> {
  for (const done of work) yield (done + otherShare()) / 2
}
