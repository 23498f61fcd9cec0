// The arguments of the browser front: `[--port NUMBER] [--no-open]`.
import { parseArgs } from 'node:util'

const LAST_PORT = 65_535

export interface WebArguments {
  /** 0 for any free one. */
  port: number
  openBrowser: boolean
}

/** @returns null for arguments that are not understood */
export function parseWebArguments(argumentList: readonly string[]): WebArguments | null {
  try {
    const options = { port: { type: 'string', default: '0' }, 'no-open': { type: 'boolean', default: false } } as const
    const { values } = parseArgs({ args: [...argumentList], options })
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN
    return port <= LAST_PORT ? { port, openBrowser: !values['no-open'] } : null
  } catch {
    return null
  }
}
