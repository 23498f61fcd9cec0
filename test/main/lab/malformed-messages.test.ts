import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { malformedMessages } from '../../malformed-messages.ts'
import { openLab, temporaryFolder, valueOf } from './open-lab.ts'

const REFUSALS = ['input-malformed', 'operation-unknown']

describe('10,000 malformed messages', () => {
  it('are each refused, and leave the lab as it was', async () => {
    const folder = temporaryFolder()
    const lab = await openLab(folder)
    const before = await readdir(folder)
    const accepted: unknown[] = []
    for (const [name, input] of malformedMessages(10_000, 20_15)) {
      const answer = await lab.call(name as string, input)
      if (answer.ok || !REFUSALS.includes(answer.error.code)) accepted.push({ name, input, answer })
    }
    expect(accepted).toEqual([])
    expect(await readdir(folder)).toEqual(before)
    expect(valueOf(await lab.call('runs.list', {}))).toEqual([])
  })
})
