// The lab's door: what comes in is parsed, what goes out is a value.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { DEFAULT_PREFERENCES } from '#core/contract/preferences.ts'
import { codeOf, openLab, temporaryFolder, valueOf } from './open-lab.ts'

it('answers an unknown operation and a malformed input with a value', async () => {
  const lab = await openLab()
  for (const name of ['runs.destroy', 'toString', '__proto__', 'constructor', '']) {
    expect(codeOf(await lab.call(name, {}))).toBe('operation-unknown')
  }
  for (const input of [undefined, null, 7, 'x', [], { runId: 7 }, { runId: '' }, { runId: 'a', more: 1 }]) {
    expect(codeOf(await lab.call('runs.pause' as string, input))).toBe('input-malformed')
  }
  const options = { encoding: 'auto', vocabularyOrder: 'sorted' }
  for (const settings of [{}, { hiddenSize: 1e9 }, { hiddenSize: 1.5 }, { seed: -1 }, { temperature: NaN }]) {
    const input = { datasetId: 'patterns', options, settings }
    expect(codeOf(await lab.call('runs.start' as string, input))).toBe('input-malformed')
  }
})

it('remembers preferences over a restart', async () => {
  const dataFolder = temporaryFolder()
  const first = await openLab(dataFolder)
  const told: string[] = []
  first.on('preferences.changed', ({ theme }) => told.push(theme))
  expect(valueOf(await first.call('preferences.read', {}))).toEqual(DEFAULT_PREFERENCES)
  await first.call('preferences.write', { theme: 'dark' })
  expect(told).toEqual(['dark'])
  await first.close()
  const second = await openLab(dataFolder)
  expect(valueOf(await second.call('preferences.read', {}))).toEqual({ ...DEFAULT_PREFERENCES, theme: 'dark' })
})

it('opens with damaged files of its own, as if they were not there', async () => {
  const dataFolder = temporaryFolder()
  writeFileSync(join(dataFolder, 'preferences.json'), '{"theme": "pink"}')
  writeFileSync(join(dataFolder, 'recent-texts.json'), '\0\0')
  mkdirSync(join(dataFolder, 'runs', 'empty'), { recursive: true })
  const lab = await openLab(dataFolder)
  expect(valueOf(await lab.call('preferences.read', {}))).toEqual(DEFAULT_PREFERENCES)
  expect(valueOf(await lab.call('runs.list', {}))).toEqual([])
})

it('says so when the data folder cannot be made', async () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  await expect(openLab(join(file, 'inside'))).rejects.toMatchObject({ value: { code: 'folder-unwritable' } })
})
