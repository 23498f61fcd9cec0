// What a window of the desktop has beyond the lab: what its user asks of it from outside the page, and what only the
// system around it can do. A browser has none of it.
import type { OpenedFile, Result } from './operations.ts'

/** From the menu, the tray, or a file that was opened with the application. */
export type WindowCommand =
  | { name: 'open-text' | 'open-snapshot' | 'start-training' | 'pause-or-resume' | 'show-settings' | 'show-about' }
  | { name: 'take-tour' }
  | { name: 'show-file'; opened: Result<OpenedFile> }

export interface DesktopClient {
  /** Takes commands, also those that came before anybody listened; the function returned ends that. */
  onCommand(listener: (command: WindowCommand) => void): () => void
  /** Shows the data folder in the system's file manager. */
  revealDataFolder(): Promise<Result<null>>
  /** Asks where to and moves the data folder there; the lab starts again on it. False when no place was chosen. */
  moveDataFolder(): Promise<Result<boolean>>
}
