// What the bridge gives the desktop's page, for code that tests run inside it.
import type { LabClient } from '#core/contract/operations.ts'

declare global {
  interface Window {
    charscope?: LabClient
  }
}
