// The small files in which the desktop remembers places and folders between two starts. What is damaged or missing
// counts as nothing remembered.
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'

/** What was remembered; null when there is nothing, or nothing sensible. */
export function readState<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** Written to a temporary name, flushed and renamed: whenever the process is killed, the file is whole. */
export function writeState(file: string, state: unknown): void {
  const temporary = `${file}.${process.pid}.tmp`
  mkdirSync(dirname(file), { recursive: true })
  const descriptor = openSync(temporary, 'w')
  try {
    writeSync(descriptor, JSON.stringify(state))
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(temporary, file)
}

/** The same where failing is not worth a word to the user: something is merely not remembered. */
export function rememberState(file: string, state: unknown): void {
  try {
    writeState(file, state)
  } catch (error) {
    console.error(error)
  }
}
