import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { LabError } from '#lab/lab-error.ts'
import { finishMove, folderInForce, moveData } from '#lab/storage/moved-folder.ts'
import { temporaryFolder } from '../open-lab.ts'

let place: string
let target: string

/** What was kept in `place` before the move. */
const FILES = { 'preferences.json': '{}', 'recent-texts.json': '[]', 'runs/one/run.json': 'x'.repeat(1000) }

beforeEach(() => {
  place = temporaryFolder()
  target = join(temporaryFolder(), 'new')
  mkdirSync(join(place, 'runs/one'), { recursive: true })
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(place, name), text)
  // What is not the lab's stays where it is.
  mkdirSync(join(place, 'desktop'))
})

async function codeOf(moving: Promise<void>): Promise<string> {
  return moving.then(
    () => 'moved',
    (error: unknown) => (error instanceof LabError ? error.value.code : String(error)),
  )
}

function expectWhole(folder: string): void {
  for (const [name, text] of Object.entries(FILES)) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text)
}

describe('moving the data', () => {
  it('puts a whole copy in force, and deletes the old one only when the new one has been opened', async () => {
    await moveData(place, target)
    expect(folderInForce(place)).toBe(target)
    expectWhole(target)
    expectWhole(place)
    await finishMove(place)
    expectWhole(target)
    expect(readdirSync(place).sort()).toEqual(['desktop', 'moved-to.json'])
    expect(folderInForce(place)).toBe(target)
  })

  it('can be done again, and back', async () => {
    await moveData(place, target)
    await finishMove(place)
    const second = join(temporaryFolder(), 'second')
    await moveData(place, second)
    await finishMove(place)
    expect(folderInForce(place)).toBe(second)
    expectWhole(second)
    expect(readdirSync(target)).toEqual([])
  })

  it('refuses a folder that holds something, or lies in the data folder, and changes nothing', async () => {
    mkdirSync(target)
    writeFileSync(join(target, 'mine.txt'), 'mine')
    expect(await codeOf(moveData(place, target))).toBe('folder-not-empty')
    expect(readdirSync(target)).toEqual(['mine.txt'])
    expect(await codeOf(moveData(place, join(place, 'runs/inside')))).toBe('folder-inside')
    expect(await codeOf(moveData(place, place))).toBe('folder-inside')
    expect(await codeOf(moveData(place, join(target, 'mine.txt')))).toBe('folder-unwritable')
    expect(folderInForce(place)).toBe(place)
    expectWhole(place)
  })

  it('leaves everything in force where it was when the note cannot be written', async () => {
    mkdirSync(join(place, 'moved-to.json'))
    expect(await codeOf(moveData(place, target))).toBe('folder-unwritable')
    expect(folderInForce(place)).toBe(place)
    expectWhole(place)
    expect(readdirSync(target)).toEqual([])
  })

  it.each(['', '{', '{"folder":""}', '{"folder":3}', '[]'])('does not believe the note %j', (note) => {
    writeFileSync(join(place, 'moved-to.json'), note)
    expect(folderInForce(place)).toBe(place)
  })

  it('finishes nothing where nothing was moved', async () => {
    await finishMove(place)
    expectWhole(place)
    expect(existsSync(join(place, 'moved-to.json'))).toBe(false)
  })
})
