// Copies of runs' snapshots at places that the user named, outside the library: each is replaced whenever its run has
// saved at an interval, and once more at its end. The file there is always a whole one.
import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { ErrorValue } from '#core/contract/errors.ts'
import type { SnapshotReason, SnapshotSummary } from '#core/contract/snapshots.ts'
import { errorValueOf, LabError, systemCodeOf } from '../lab-error.ts'
import type { RequestThread } from '../threads/request-thread.ts'
import { formatOfName } from './snapshot-file.ts'
import type { SnapshotWork } from './snapshot-work.ts'

const COPIED: ReadonlySet<SnapshotReason> = new Set(['interval', 'stop', 'finish'])

interface Copy {
  target: string
  onFailed: (error: ErrorValue) => void
  /** Of the state that `target` holds; null before the first. */
  iteration: number | null
  /** Why the newest snapshot could not be copied, when it could not. */
  failure: ErrorValue | null
}

export class SnapshotCopies {
  readonly #thread: RequestThread<SnapshotWork>
  readonly #copies = new Map<string, Copy>()

  constructor(thread: RequestThread<SnapshotWork>) {
    this.#thread = thread
  }

  /** @param onFailed told when the copy cannot be written any more; what was there before is still there then */
  keep(runId: string, target: string, onFailed: (error: ErrorValue) => void): void {
    this.#copies.set(runId, { target, onFailed, iteration: null, failure: null })
  }

  /** The run has saved `summary`, which lies at `path`. Never rejects: the run is safe without its copy. */
  async update({ runId, reason, iteration }: SnapshotSummary, path: string): Promise<void> {
    const copy = runId === null ? undefined : this.#copies.get(runId)
    if (!copy || !COPIED.has(reason)) return
    try {
      await this.#thread.ask('convert', { path, target: copy.target })
      copy.iteration = iteration
      copy.failure = null
    } catch (error) {
      const isNew = copy.failure === null
      copy.failure = errorValueOf(error)
      if (isNew) copy.onFailed(copy.failure)
    }
  }

  /**
   * The iteration whose state the run's copy holds; null when there is none.
   *
   * @throws LabError when the newest snapshot could not be copied
   */
  iterationOf(runId: string): number | null {
    const copy = this.#copies.get(runId)
    if (copy?.failure) throw new LabError(copy.failure.code, copy.failure.parameters)
    return copy?.iteration ?? null
  }
}

/** Finds out before hours of training what would fail after them. @throws LabError when no snapshot can be written there */
export async function requireTarget(target: string): Promise<void> {
  formatOfName(target)
  try {
    await access(dirname(target), constants.W_OK)
  } catch (error) {
    throw new LabError('file-unwritable', { file: target, detail: systemCodeOf(error) })
  }
  const isFolder = await stat(target).then(
    (status) => status.isDirectory(),
    () => false,
  )
  if (isFolder) throw new LabError('file-unwritable', { file: basename(target), detail: 'EISDIR' })
}
