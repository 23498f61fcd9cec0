import { describe, expect, it } from 'vitest'
import { patiently } from '#lab/storage/patiently.ts'

/** Fails with these codes, one a call, then gives 'done'. */
function failing(...codes: string[]) {
  const action = () => {
    const code = codes[action.calls++]
    return code ? Promise.reject(Object.assign(new Error(code), { code })) : Promise.resolve('done')
  }
  action.calls = 0
  return action
}

describe('patience with the disk', () => {
  it('does again what a file in use made fail', async () => {
    const action = failing('EPERM', 'EBUSY')
    await expect(patiently(action)).resolves.toBe('done')
    expect(action.calls).toBe(3)
  })

  it('does not repeat what will not get better', async () => {
    const action = failing('ENOSPC')
    await expect(patiently(action)).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(action.calls).toBe(1)
  })

  it('ends, with the reason', async () => {
    const action = failing('EACCES', 'EACCES', 'EACCES')
    await expect(patiently(action, [1, 1])).rejects.toMatchObject({ code: 'EACCES' })
    expect(action.calls).toBe(3)
  })
})
