// An error that a user can cause, on its way to the operation's answer. Everything else thrown in the lab is a bug.
import { FormatError } from '#core/formats/format-errors.ts'
import type { ErrorCode, ErrorParameters, ErrorValue } from '#core/contract/errors.ts'

export class LabError extends Error {
  readonly value: ErrorValue

  constructor(code: ErrorCode, parameters: ErrorParameters = {}) {
    super(code)
    this.value = { code, parameters }
  }
}

/** The error as a value; one that is not a LabError or a bad file's FormatError becomes `internal`. */
export function errorValueOf(error: unknown): ErrorValue {
  if (error instanceof FormatError) return { code: error.code, parameters: error.parameters }
  if (error instanceof LabError) return error.value
  return { code: 'internal', parameters: { detail: messageOf(error) } }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The system's code of a failed file operation (`ENOENT`), or the message of any other error. */
export function systemCodeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : messageOf(error)
}
