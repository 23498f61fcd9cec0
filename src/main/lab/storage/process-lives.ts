// Whether a process of this machine is still there.

export function processLives(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    // Somebody else's process is one that lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
