// Eight panes that stream at full speed beside a training run: how late the lab's main process gets, how fast the panes
// write, and whether the memory stays where it is. Each pane is read over a socket of its own, as a window reads it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { ROOT } from './programs.mjs'

const TEMPERATURES = [0.2, 0.5, 0.8, 1, 1.2, 1.5, 2, 5]
const SETTINGS = {
  hiddenSize: 100,
  sequenceLength: 25,
  learningRate: 0.1,
  temperature: 1,
  clip: 5,
  seed: 0,
  iterations: 2_000_000_000,
  sampleEvery: 100,
  snapshotEvery: 1000,
  sampleLength: 200,
  sampleTemperature: null,
}
/** As a window pauses between two pieces. */
const PAUSE_MS = 25
const LIMIT = 2000

async function startLab(dataFolder) {
  const parameters = ['--import', join(ROOT, 'scripts/measuring/loop-delay.mjs'), join(ROOT, 'out/main/web.js')]
  const lab = spawn(process.execPath, [...parameters, '--no-open'], {
    env: { ...process.env, LC_ALL: 'C', CHARSCOPE_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  let printed = ''
  const address = await new Promise((resolve, reject) => {
    lab.once('exit', () => reject(new Error(`The lab ended: ${printed}`)))
    lab.stdout.setEncoding('utf8').on('data', (text) => {
      printed += text
      const found = /http:\/\/\S+/.exec(printed)
      if (found) resolve(found[0])
    })
  })
  return { lab, address }
}

/** The lab to one reader: numbered calls, and events that are acknowledged. */
async function connect(address, cookie) {
  const { host, origin } = new URL(address)
  const socket = new WebSocket(`ws://${host}/lab`, { headers: { Cookie: cookie, Origin: origin } })
  const waiting = new Map()
  let calls = 0
  socket.on('message', (data) => {
    const message = JSON.parse(String(data))
    if ('event' in message) return socket.send(JSON.stringify({ acknowledge: message.sequence }))
    waiting.get(message.id)?.(message.result)
    waiting.delete(message.id)
  })
  await once(socket, 'open')
  const call = (name, input) =>
    new Promise((resolve, reject) => {
      const id = ++calls
      waiting.set(id, (result) => (result.ok ? resolve(result.value) : reject(new Error(JSON.stringify(result.error)))))
      socket.send(JSON.stringify({ id, call: name, input }))
    })
  return { call, close: () => socket.terminate() }
}

/** Reads a pane's text on and on until `isOver`; how many characters came. */
async function readOn({ call }, { id: paneId }, epoch, isOver) {
  let from = 0
  while (!isOver()) {
    const written = await call('temperatures.written', { paneId, epoch, from, limit: LIMIT })
    from = written.start + written.characters.length
    await pause(PAUSE_MS)
  }
  return from
}

async function ask(lab) {
  lab.send('measure')
  const [answer] = await once(lab, 'message')
  return answer
}

/** @param {{ minutes: number, everySeconds?: number, onMeasured?: (measured: object) => void }} options */
export async function measurePanes({ minutes, everySeconds = 10, onMeasured = () => undefined }) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'charscope-panes-'))
  const { lab, address } = await startLab(dataFolder)
  const readers = []
  try {
    const visit = await fetch(address, { redirect: 'manual' })
    const cookie = visit.headers.get('set-cookie')?.split(';')[0] ?? ''
    const main = await connect(address, cookie)
    readers.push(main)
    const options = { encoding: 'auto', vocabularyOrder: 'sorted' }
    const run = await main.call('runs.start', { datasetId: 'chronicle-play', options, settings: SETTINGS })
    await main.call('temperatures.open', { source: { kind: 'run', runId: run.id } })
    let comparison = await main.call('temperatures.change', { charactersPerSecond: null, refreshSeconds: 5 })
    for (const pane of comparison.panes) await main.call('temperatures.removePane', { paneId: pane.id })
    for (const temperature of TEMPERATURES) comparison = await main.call('temperatures.addPane', { temperature })

    let isOver = false
    const reading = comparison.panes.map(async (pane) => {
      const reader = await connect(address, cookie)
      readers.push(reader)
      return readOn(reader, pane, comparison.epoch, () => isOver)
    })
    // What is built once, and the compiler's work, is not what lasts.
    await pause(5000)
    await ask(lab)
    const startMs = performance.now()
    const measured = []
    while (performance.now() - startMs < minutes * 60_000) {
      await pause(everySeconds * 1000)
      measured.push({ seconds: (performance.now() - startMs) / 1000, ...(await ask(lab)) })
      onMeasured(measured.at(-1))
    }
    isOver = true
    const characters = (await Promise.all(reading)).reduce((sum, count) => sum + count, 0)
    const [trained] = await main.call('runs.list', {})
    const seconds = measured.at(-1).seconds + 5
    return {
      panes: TEMPERATURES.length,
      minutes,
      p99Ms: Math.max(...measured.map(({ p99Ms }) => p99Ms)),
      longestMs: Math.max(...measured.map(({ longestMs }) => longestMs)),
      charactersPerSecond: characters / seconds,
      iterationsPerSecond: trained.iteration / seconds,
      measured,
    }
  } finally {
    for (const reader of readers) reader.close()
    lab.kill('SIGINT')
    await once(lab, 'exit')
    await rm(dataFolder, { recursive: true, force: true })
  }
}
