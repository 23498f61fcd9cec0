// A lab that only remembers what it was asked, and answers with it: for tests of what lies between it and a window.
import type { Lab } from '#lab/lab-interface.ts'
import { LabEmitter } from '#lab/emitter.ts'

const noFilesHere = (): Promise<never> => Promise.reject(new Error('A browser names no files of this machine'))

export class FakeLab {
  readonly events = new LabEmitter()
  readonly calls: { name: string; input: unknown }[] = []
  readonly imports: { fileName: string; bytes: Uint8Array }[] = []
  /** While set, calls are answered only once it is fulfilled. */
  gate: Promise<void> | null = null

  async call(name: string, input: unknown): Promise<unknown> {
    this.calls.push({ name, input })
    await this.gate
    return { ok: true, value: { name, input } }
  }

  async importText(fileName: string, bytes: Uint8Array): Promise<unknown> {
    this.imports.push({ fileName, bytes })
    return { ok: true, value: { fileName } }
  }

  async importFile(fileName: string, bytes: Uint8Array): Promise<unknown> {
    this.imports.push({ fileName, bytes })
    return { ok: true, value: { kind: 'text', dataset: { fileName } } }
  }

  async encodeSnapshot(snapshotId: string, format: string): Promise<unknown> {
    this.calls.push({ name: 'encodeSnapshot', input: { snapshotId, format } })
    return { ok: true, value: { fileName: `snapshot.${format}`, bytes: Uint8Array.of(1, 2, 3), leftOut: [] } }
  }

  asLab(): Lab {
    const { events } = this
    return {
      call: this.call.bind(this) as Lab['call'],
      on: (name, listener) => events.on(name, listener),
      importText: this.importText.bind(this) as Lab['importText'],
      importFile: this.importFile.bind(this) as Lab['importFile'],
      openTextFile: noFilesHere,
      openFile: noFilesHere,
      importSnapshotFile: noFilesHere,
      encodeSnapshot: this.encodeSnapshot.bind(this) as Lab['encodeSnapshot'],
      locateSnapshot: noFilesHere,
      snapshotFiles: {
        describe: noFilesHere,
        convert: noFilesHere,
        complete: noFilesHere,
        compareTemperatures: noFilesHere,
        analyse: noFilesHere,
        train: noFilesHere,
        checkTarget: noFilesHere,
        keepCopy: () => {},
        finishCopy: noFilesHere,
      },
      watchIterations: () => () => {},
      close: () => Promise.resolve(),
    }
  }
}
