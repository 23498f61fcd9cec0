import { describe, expect, test } from 'vitest'
import { createApp, effectScope } from 'vue'
import { useWriting } from '../../../src/renderer/composables/useWriting.ts'
import { createSnapshotDetails } from '../../../src/renderer/stores/snapshot-details.ts'
import { STORES, type Stores } from '../../../src/renderer/stores/stores.ts'
import { answersTaken, fakeLab } from '../fake-lab.ts'

const TEXT = 'a😀bcdefghij'
const REQUEST = {
  snapshotId: 'one',
  prompt: 'x:学',
  length: 11,
  temperature: 1,
  seed: 0,
  feedLastTwice: false,
  skipUnknown: true,
}

/** A lab that writes three characters at a time. */
function writing() {
  const lab = fakeLab({
    'snapshots.write': ({ from, length }) => ({
      text: Array.from(TEXT)
        .slice(from as number, Math.min(length as number, (from as number) + 3))
        .join(''),
      skipped: ['学'],
    }),
  })
  const stores = { snapshotDetails: createSnapshotDetails(lab) } as Stores
  const app = createApp({}).provide(STORES, stores)
  const scope = effectScope()
  return { lab, scope, ...app.runWithContext(() => scope.run(useWriting)!) }
}

describe('a text that is written', () => {
  test('grows by pieces, counted in characters, to its length', async () => {
    const { lab, written, isWriting, write } = writing()
    const done = write(REQUEST)
    expect(isWriting.value).toBe(true)
    await done
    expect(written.value).toMatchObject({ text: TEXT, length: 11, prompt: 'x:', skipped: ['学'] })
    expect(lab.calls.map(({ input }) => (input as { from: number }).from)).toEqual([0, 3, 6, 9])
    expect(isWriting.value).toBe(false)
  })

  test('is given up when the user has had enough, and keeps what there is', async () => {
    const { lab, written, isWriting, write, stop } = writing()
    lab.answers['snapshots.write'] = ({ from }) => {
      if (from === 3) stop()
      return { text: 'abc', skipped: [] }
    }
    await write(REQUEST)
    expect(written.value?.text).toBe('abc')
    expect(isWriting.value).toBe(false)
    expect(lab.calls).toHaveLength(2)
  })

  test('makes way for the next', async () => {
    const { written, write } = writing()
    const first = write({ ...REQUEST, length: 3 })
    await write({ ...REQUEST, length: 6 })
    await first
    await answersTaken()
    expect(written.value?.length).toBe(6)
  })

  test('says what went wrong', async () => {
    const { lab, problem, isWriting, write } = writing()
    delete lab.answers['snapshots.write']
    await write(REQUEST)
    expect(problem.value?.code).toBe('input-malformed')
    expect(isWriting.value).toBe(false)
  })
})
