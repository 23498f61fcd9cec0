// Leaving: the windows go at once, the process once the lab has finished its writing.
import { app } from 'electron'
import type { Lab } from '#lab/lab-interface.ts'

// A lab that takes longer has met a fault; its files can be opened again however it ends.
const PATIENCE_MS = 10_000

export function setUpQuit(lab: Lab): void {
  let closing: Promise<void> | null = null
  app.on('will-quit', (event) => {
    event.preventDefault()
    closing ??= close(lab)
  })
}

async function close(lab: Lab): Promise<void> {
  const outOfPatience = setTimeout(() => app.exit(1), PATIENCE_MS)
  try {
    await lab.close()
    app.exit(0)
  } catch (error) {
    console.error(error)
    app.exit(1)
  } finally {
    clearTimeout(outOfPatience)
  }
}
