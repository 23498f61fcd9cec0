// A data folder with as many snapshots as the library should bear: runs with their histories, and snapshot files that
// are never opened, for the library reads what lies beside them.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HISTORY_COLUMNS } from '#core/contract/runs.ts'
import { runFiles, writeRunFile } from '#lab/runs/run-folder.ts'
import { sidecarPath } from '#lab/snapshots/sidecar.ts'
import { snapshotSummary, summary } from '../renderer/fake-lab.ts'

const SNAPSHOTS_OF_A_RUN = 25
const EVERY = 1000
const ROWS = 500

function createdAt(minute: number): string {
  return new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString()
}

/** Falls from 100 to 50 as losses do. */
function lossAt(share: number): number {
  return 50 + 50 * Math.exp(-4 * share)
}

async function makeRun(dataFolder: string, number: number): Promise<void> {
  const id = `run-${String(number).padStart(4, '0')}`
  const files = runFiles(join(dataFolder, 'runs', id))
  const last = SNAPSHOTS_OF_A_RUN * EVERY
  await mkdir(join(files.folder, 'snapshots'), { recursive: true })
  const ended = { state: 'finished', canContinue: false, iteration: last, smoothLoss: lossAt(1) } as const
  await writeRunFile(files, summary({ id, name: `play ${number}`, createdAt: createdAt(60 * number), ...ended }))
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const figures = Object.fromEntries(HISTORY_COLUMNS.map((column) => [column, lossAt(row / ROWS)]))
    return JSON.stringify({ ...figures, iteration: Math.floor((row * last) / ROWS) })
  })
  await writeFile(files.metrics, `${rows.join('\n')}\n`)
  for (let place = 1; place <= SNAPSHOTS_OF_A_RUN; place++) {
    const iteration = place * EVERY
    const fileName = `${String(iteration).padStart(10, '0')}-interval.npz`
    const sidecar = snapshotSummary({
      title: `play ${number}`,
      fileName,
      iteration,
      smoothLoss: lossAt(place / SNAPSHOTS_OF_A_RUN),
      createdAt: createdAt(60 * number + place),
      sampleLine: `KING ${number}: and the ${iteration} of them`,
    })
    const path = join(files.folder, 'snapshots', fileName)
    await writeFile(path, '')
    await writeFile(sidecarPath(path), JSON.stringify(sidecar))
  }
}

/** @param count a multiple of 25 */
export async function makeSnapshots(dataFolder: string, count: number): Promise<void> {
  for (let run = 0; run < count / SNAPSHOTS_OF_A_RUN; run++) await makeRun(dataFolder, run)
}
