// The two streams of a terminal program: where lines go, and how they get out of the bar's way.
import { describe, expect, it } from 'vitest'
import { Terminal, type TerminalProcess } from '../../../src/main/cli/terminal.ts'

const ERASE = '\r\u001b[2K'

function fakeProcess(isTTY: boolean, env: NodeJS.ProcessEnv = {}) {
  const written: string[] = []
  const errorListeners: ((error: NodeJS.ErrnoException) => void)[] = []
  const stream = (name: string): TerminalProcess['stdout'] => ({
    isTTY,
    columns: 80,
    write: (text) => written.push(`${name}:${text}`),
    on: (_, listener) => (name === 'out' ? errorListeners.push(listener) : 0),
  })
  const terminal = new Terminal({ stdout: stream('out'), stderr: stream('err'), env })
  const fail = (code: string): void => {
    for (const listener of errorListeners) listener(Object.assign(new Error(code), { code }))
  }
  return { terminal, written, fail }
}

describe('Terminal', () => {
  it('takes the bar away for a line and draws it again below', () => {
    const { terminal, written } = fakeProcess(true)
    terminal.drawBar('[##--]')
    terminal.print('sample')
    terminal.drawBar('')
    terminal.print('done')
    expect(written).toEqual([
      `err:${ERASE}[##--]`,
      `err:${ERASE}`,
      'out:sample\n',
      'err:[##--]',
      `err:${ERASE}`,
      'out:done\n',
    ])
  })

  it.each([
    ['standard error is no terminal', false, {}],
    ['the terminal cannot move its cursor', true, { TERM: 'dumb' }],
  ])('draws no bar when %s', (_, isTTY, env) => {
    const { terminal, written } = fakeProcess(isTTY, env)
    terminal.drawBar('[##--]')
    expect(terminal.canDraw).toBe(false)
    expect(written).toEqual([])
  })

  it('writes nothing more once its output has failed, and says so once', () => {
    const { terminal, written, fail } = fakeProcess(false)
    const failures: (string | undefined)[] = []
    terminal.onOutputFailure(({ code }) => failures.push(code))
    fail('EPIPE')
    fail('EPIPE')
    terminal.print('line')
    expect(failures).toEqual(['EPIPE'])
    expect(terminal.outputFailure?.code).toBe('EPIPE')
    expect(written).toEqual([])
  })
})
