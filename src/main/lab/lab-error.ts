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

/** What a system says that keeps nothing more: full, over the quota, read-only, forbidden, broken. */
const DISK_CODES: readonly string[] = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO']

/** The error as a value; one that is not a LabError, a bad file's FormatError or the disk's becomes `internal`. */
export function errorValueOf(error: unknown): ErrorValue {
  if (error instanceof LabError) return error.value
  const systemCode = systemCodeOf(error)
  if (DISK_CODES.includes(systemCode)) return { code: 'disk-refused', parameters: { detail: systemCode } }
  if (error instanceof FormatError) return { code: error.code, parameters: error.parameters }
  return { code: 'internal', parameters: { detail: messageOf(error) } }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The system's code of a failed file operation (`ENOENT`), or the message of any other error. */
export function systemCodeOf(error: unknown): string {
  // What a thread met has crossed to here as a value.
  if (error instanceof LabError && error.value.code === 'disk-refused') return String(error.value.parameters.detail)
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : messageOf(error)
}
