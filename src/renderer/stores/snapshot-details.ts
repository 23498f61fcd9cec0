// What the lab tells about single snapshots beyond the list: figures and entries of their arrays, how two of them differ,
// what they write, and training on from them. Problems are answered, for they are shown where the question was asked.
import type { LabClient, OperationInput } from '#core/contract/operations.ts'
import { settled } from '../lab/requests.ts'

export function createSnapshotDetails(lab: LabClient) {
  return {
    describe: (snapshotId: string) => settled(lab.call('snapshots.describe', { snapshotId })),
    region: (input: OperationInput<'snapshots.region'>) => settled(lab.call('snapshots.region', input)),
    compare: (input: OperationInput<'snapshots.compare'>) => settled(lab.call('snapshots.compare', input)),
    write: (input: OperationInput<'snapshots.write'>) => settled(lab.call('snapshots.write', input)),
    resume: (input: OperationInput<'snapshots.resume'>) => settled(lab.call('snapshots.resume', input)),
  }
}
