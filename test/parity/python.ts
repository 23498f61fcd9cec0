// A Python with NumPy, where there is one, and what it prints.
import { execFileSync } from 'node:child_process'

/** The command of a Python with NumPy; undefined where there is none. */
export const python = ['python3', '/usr/bin/python3'].find((command) => {
  try {
    execFileSync(command, ['-c', 'import numpy'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})

/** The JSON that a script prints. */
export function jsonFromPython<Value>(script: string, ...parameters: string[]): Value {
  const options = {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  } as const
  return JSON.parse(execFileSync(python!, [script, ...parameters], options)) as Value
}
