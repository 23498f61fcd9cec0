// All that the window knows, made once over the lab's client and handed down to every component.
import { inject, type InjectionKey } from 'vue'
import type { OperationInput, OperationName } from '#core/contract/operations.ts'
import type { Connection } from '../lab/client.ts'
import { createRequest, settled } from '../lab/requests.ts'
import { createAbout } from './about.ts'
import { createDatasets } from './datasets.ts'
import { createDocuments } from './documents.ts'
import { createFollows } from './follows.ts'
import { createFiles } from './files.ts'
import { createHistories } from './histories.ts'
import { createNotices } from './notices.ts'
import { createPreferences } from './preferences.ts'
import { createRunCurves } from './run-curves.ts'
import { createRuns } from './runs.ts'
import { createSamples } from './samples.ts'
import { createSeries } from './series.ts'
import { createSetup } from './setup.ts'
import { createShownText } from './shown-text.ts'
import { createShownView } from './shown-view.ts'
import { createSnapshotDetails } from './snapshot-details.ts'
import { createSnapshots } from './snapshots.ts'
import { createTemperatures } from './temperatures.ts'
import { createStorage } from './storage.ts'
import { createTour } from './tour.ts'
import { createUpdates } from './updates.ts'

export type Stores = ReturnType<typeof createStores>

export const STORES: InjectionKey<Stores> = Symbol('stores')

export function createStores(connection: Connection) {
  const { lab, connected } = connection
  const notices = createNotices()
  const request = createRequest(lab, notices.report)
  const preferences = createPreferences(lab, request)
  const datasets = createDatasets(lab, request, notices.report)
  const runs = createRuns(lab, request)
  const setup = createSetup(lab, datasets, runs)
  const shownText = createShownText(lab, runs, setup)
  const histories = createHistories(lab, request, runs)
  const samples = createSamples(lab, request, runs)
  const { report, offer } = notices
  const removed = (count: number, restore: () => void) => offer('removed', count, restore)
  const snapshots = createSnapshots({ lab, request, report, removed })

  const temperatures = createTemperatures(lab, request)
  const follows = createFollows({ lab, datasets, runs, snapshots })
  const series = createSeries(lab, request, runs, setup)
  const shownView = createShownView()
  const tour = createTour({ preferences, runs, setup, shownView })
  const about = createAbout(request)
  const updates = createUpdates({ lab, about, notices, preferences, shownView })

  function warnOfSharing(): void {
    const { sharedWith = 0, dataFolder: folder = '' } = about.description.value ?? {}
    if (sharedWith > 0) report({ code: 'folder-shared', parameters: { folder } })
  }

  async function load(): Promise<void> {
    await Promise.all([preferences.load(), datasets.load(), runs.load(), snapshots.load(), temperatures.load()])
    await setup.begin()
    tour.beginFirst()
    await about.load()
    warnOfSharing()
    void updates.lookAtStart()
  }
  /** All that a window needs which shows one pane alone. */
  async function loadPane(): Promise<void> {
    await Promise.all([preferences.load(), temperatures.load()])
  }
  connection.onReconnected(() => void Promise.all([load(), histories.reload(), samples.reload()]))

  return {
    connected,
    notices,
    preferences,
    datasets,
    runs,
    setup,
    shownText,
    histories,
    samples,
    snapshots,
    temperatures,
    follows,
    series,
    snapshotDetails: createSnapshotDetails(lab),
    runCurves: createRunCurves(lab),
    documents: createDocuments(lab, report),
    files: createFiles(lab, report),
    shownView,
    storage: createStorage(request),
    desktop: lab.desktop,
    about,
    updates,
    tour,
    /** A question whose problems are shown where it was asked. */
    ask: <Name extends OperationName>(name: Name, input: OperationInput<Name>) => settled(lab.call(name, input)),
    load,
    loadPane,
  }
}

export function useStores(): Stores {
  const stores = inject(STORES)
  if (!stores) throw new Error('The stores were not provided')
  return stores
}
