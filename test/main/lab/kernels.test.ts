// Which kernel computes a run: the lab says so, a snapshot keeps it, and going on with another one is told.
import { describe, expect, inject, it } from 'vitest'
import { KERNELS, type KernelName } from '#core/contract/kernels.ts'
import { readSnapshot } from '#core/formats/snapshot-reader.ts'
import { chooseKernel } from '#lab/kernel/choose-kernel.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { openLab, reaches, startOnPatterns, summaryOf, temporaryFolder, valueOf } from './open-lab.ts'

const openWith = (kernel: KernelName, dataFolder = temporaryFolder()): Promise<Lab> =>
  openLab(dataFolder, inject('workersFolder'), kernel)

async function trainedSnapshot(lab: Lab, iterations = 20) {
  const { id: runId } = await startOnPatterns(lab, { iterations, snapshotEvery: 0 })
  await reaches(lab, runId, 'finished')
  const { id } = valueOf(await lab.call('runs.save', { runId }))
  return { runId, id, snapshot: readSnapshot(valueOf(await lab.encodeSnapshot(id, 'npz')).bytes) }
}

const here = KERNELS.filter((name) => chooseKernel(name).name === name)

describe.each(here)('%s', (kernel) => {
  it('is what the lab, its runs and their snapshots name', async () => {
    const lab = await openWith(kernel)
    expect(valueOf(await lab.call('lab.describe', {})).kernel).toBe(kernel)
    const { runId, snapshot } = await trainedSnapshot(lab)
    expect(await summaryOf(lab, runId)).toMatchObject({ kernel, earlierKernel: null })
    expect(snapshot.resume!.hyperparameters['kernel']).toBe(kernel)
  })

  it('has what it computed in the run’s memory while the run is paused', async () => {
    const lab = await openWith(kernel)
    const { id: runId } = await startOnPatterns(lab, { iterations: 1_000_000, snapshotEvery: 0 })
    await reaches(lab, runId, 'training')
    await lab.call('runs.pause', { runId })
    const { iteration } = await reaches(lab, runId, 'paused')
    await lab.call('runs.step', { runId, iterations: 500 })
    expect((await reaches(lab, runId, 'paused')).iteration).toBe(iteration + 500)
    const { id } = valueOf(await lab.call('runs.save', { runId }))
    const paused = readSnapshot(valueOf(await lab.encodeSnapshot(id, 'npz')).bytes)
    const straight = await trainedSnapshot(lab, iteration + 500)
    expect(paused.parameters).toEqual(straight.snapshot.parameters)
    expect(paused.adagradMemory).toEqual(straight.snapshot.adagradMemory)
  })

  it('goes on with what another computed, and says so', async () => {
    const dataFolder = temporaryFolder()
    const first = await openWith('reference', dataFolder)
    const { id: snapshotId } = await trainedSnapshot(first)
    await first.close()
    const lab = await openWith(kernel, dataFolder)
    const resumed = valueOf(await lab.call('snapshots.resume', { snapshotId, iterations: 40 }))
    const earlierKernel = kernel === 'reference' ? null : 'reference'
    expect(await reaches(lab, resumed.id, 'finished')).toMatchObject({ iteration: 40, kernel, earlierKernel })
  })
})

it('agree with each other on a short run, and each with itself to the bit', async () => {
  const smoothLosses = await Promise.all(
    [...here, ...here].map(async (kernel) => {
      const lab = await openWith(kernel)
      const { id } = await startOnPatterns(lab, { iterations: 50, learningRate: 0.001 })
      return (await reaches(lab, id, 'finished')).smoothLoss!
    }),
  )
  const [expected] = smoothLosses.slice(here.indexOf('reference'))
  for (const [index, smoothLoss] of smoothLosses.entries()) {
    expect(Math.abs(smoothLoss / expected! - 1)).toBeLessThan(1e-12)
    expect(smoothLoss).toBe(smoothLosses[(index + here.length) % smoothLosses.length])
  }
})
