import { expect, test } from 'vitest'
import type { ErrorValue } from '#core/contract/errors.ts'
import { createRequest } from '../../../src/renderer/lab/requests.ts'
import { createDatasets } from '../../../src/renderer/stores/datasets.ts'
import { bundledDataset, dataset, fakeLab } from '../fake-lab.ts'

const play = bundledDataset('play', 100, 50_000)
const own = dataset({ id: 'own', fileName: 'own.txt' })

function datasetsOf(answers: Parameters<typeof fakeLab>[0]) {
  const problems: ErrorValue[] = []
  const lab = fakeLab({ 'datasets.list': () => ({ bundled: [play], recent: [own] }), ...answers })
  const report = (error: ErrorValue): void => void problems.push(error)
  return { lab, problems, datasets: createDatasets(lab, createRequest(lab, report), report) }
}

test('titles are the bundled ones in the language, file names otherwise', async () => {
  const { datasets } = datasetsOf({})
  await datasets.load()
  expect(datasets.title('play', 'play.txt', 'zh')).toBe('文本 play')
  expect(datasets.title('own', 'own.txt', 'en')).toBe('own.txt')
  expect(datasets.title('own', '', 'en')).toBe('own.txt')
  expect(datasets.title('gone', 'gone.txt', 'en')).toBe('gone.txt')
})

test('a text that was opened is on the list before it is used', async () => {
  const { datasets } = datasetsOf({ chooseText: () => own })
  expect(await datasets.choose()).toEqual(own)
  expect(datasets.find('own')).toEqual(own)
})

test('a dialog that was cancelled is no error', async () => {
  const { lab, datasets, problems } = datasetsOf({})
  lab.chooseText = () => Promise.resolve(null)
  expect(await datasets.choose()).toBeUndefined()
  expect(problems).toEqual([])
})

test('what cannot be opened is reported, and so is a bridge that breaks', async () => {
  const error: ErrorValue = { code: 'file-is-folder', parameters: { file: 'a' } }
  const { lab, datasets, problems } = datasetsOf({ chooseText: () => ({ ok: false, error }) })
  expect(await datasets.choose()).toBeUndefined()
  lab.chooseText = () => Promise.reject(new Error('broken'))
  expect(await datasets.choose()).toBeUndefined()
  expect(problems).toEqual([error, { code: 'internal', parameters: { detail: 'Error: broken' } }])
})
