// What a reader said of a bad file.
import { FormatError, type FormatErrorCode } from '#core/formats/format-errors.ts'

export interface Refusal {
  code: FormatErrorCode
  parameters: FormatError['parameters']
}

/** The FormatError that `read` throws; null when it reads. Any other error is a failure of the test. */
export function refusalOf(read: () => unknown): Refusal | null {
  try {
    read()
    return null
  } catch (error) {
    if (error instanceof FormatError) return { code: error.code, parameters: error.parameters }
    throw error
  }
}
