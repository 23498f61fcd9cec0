// Opening files whose content decides what they are: what was opened, when it was, is answered.
import type { ErrorValue } from '#core/contract/errors.ts'
import type { LabClient, OpenedFile, Result } from '#core/contract/operations.ts'
import { settled } from '../lab/requests.ts'

export function createFiles(lab: LabClient, report: (error: ErrorValue) => void) {
  async function opened(answer: Promise<Result<OpenedFile> | null>): Promise<OpenedFile | undefined> {
    const result = await settled<OpenedFile | null>(answer.then((value) => value ?? { ok: true, value: null }))
    if (!result.ok) return void report(result.error)
    return result.value ?? undefined
  }

  return {
    /** Undefined when the user chose none, or when it could not be opened. */
    chooseSnapshot: () => opened(lab.chooseSnapshot()),
    openDropped: (file: File) => opened(lab.openDropped(file)),
    opened,
  }
}
