// Saving what the window made.
import type { ErrorValue } from '#core/contract/errors.ts'
import type { LabClient, SavedDocument } from '#core/contract/operations.ts'
import { settled } from '../lab/requests.ts'

export function createDocuments(lab: LabClient, report: (error: ErrorValue) => void) {
  return {
    /** Asks where to, and saves there. */
    async save(fileName: string, content: SavedDocument['content']): Promise<void> {
      const result = await settled(lab.saveDocument({ fileName, content }))
      if (!result.ok) report(result.error)
    },
  }
}
