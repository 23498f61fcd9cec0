// What the next run will be: its text, how that is read, and the settings of its network.
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import type { DatasetDescription } from '#core/contract/datasets.ts'
import type { ErrorValue } from '#core/contract/errors.ts'
import type { LabClient } from '#core/contract/operations.ts'
import type { RunSummary } from '#core/contract/runs.ts'
import {
  DEFAULT_TEXT_OPTIONS,
  NUMBER_SETTING_NAMES,
  NUMBER_SETTINGS,
  type NumberSetting,
  type TextOptions,
  type TrainingSettings,
} from '#core/contract/settings.ts'
import { settled } from '../lab/requests.ts'
import { settingProblem } from '../format/setting-number.ts'
import type { DatasetsStore } from './datasets.ts'
import type { RunsStore } from './runs.ts'

/** The text of the first minute: small enough that a network masters it while one watches. */
export const FIRST_DATASET_ID = 'patterns'

/** What a bundled text has an opinion on. */
const SUGGESTED_SETTINGS = ['hiddenSize', 'iterations'] as const

export type SetupStore = ReturnType<typeof createSetup>

// Not the contract's defaultTrainingSettings(): that parses, and the window's bundle should not.
function defaultSettings(): TrainingSettings {
  const numbers = Object.fromEntries(NUMBER_SETTING_NAMES.map((name) => [name, NUMBER_SETTINGS[name].default]))
  return { ...(numbers as Record<NumberSetting, number>), sampleTemperature: null, gradients: 'average' }
}

export function createSetup(lab: LabClient, datasets: DatasetsStore, runs: RunsStore) {
  const datasetId = ref<string | null>(null)
  const options = reactive<TextOptions>({ ...DEFAULT_TEXT_OPTIONS })
  const settings = reactive<TrainingSettings>(defaultSettings())
  const description = shallowRef<DatasetDescription | null>(null)
  /** Why the text cannot be used as it is. */
  const problem = shallowRef<ErrorValue | null>(null)
  const starting = ref(false)

  /** Names of the settings that cannot be used as they are. */
  const refusedSettings = computed<(keyof TrainingSettings)[]>(() => {
    const { sampleTemperature } = settings
    const refused = NUMBER_SETTING_NAMES.filter((name) => settingProblem(settings[name], NUMBER_SETTINGS[name]))
    const isRefused = sampleTemperature !== null && settingProblem(sampleTemperature, NUMBER_SETTINGS.temperature)
    return isRefused ? [...refused, 'sampleTemperature'] : refused
  })
  /** The description lags behind the choice while it is fetched. */
  const isDescribed = computed(() => datasetId.value !== null && description.value?.dataset.id === datasetId.value)
  const canStart = computed(
    () => isDescribed.value && problem.value === null && refusedSettings.value.length === 0 && !starting.value,
  )

  /** The last values of these that were not the user's own. */
  const proposed: Record<(typeof SUGGESTED_SETTINGS)[number], number> = { ...defaultSettings() }
  let describing = 0
  async function describe(): Promise<void> {
    const turn = ++describing
    const id = datasetId.value
    if (id === null) return
    const result = await settled(lab.call('datasets.describe', { datasetId: id, options: { ...options } }))
    if (turn !== describing) return
    problem.value = result.ok ? null : result.error
    if (result.ok) description.value = result.value
    else if (description.value?.dataset.id !== id) description.value = null
  }
  watch([datasetId, () => options.encoding, () => options.vocabularyOrder], () => void describe())

  /** Takes a text, with what it suggests when it is one of the bundled; another keeps what the user set. */
  function choose(id: string): void {
    const suggested = datasets.find(id)?.bundled?.suggested
    datasetId.value = id
    options.encoding = suggested?.encoding ?? DEFAULT_TEXT_OPTIONS.encoding
    for (const name of SUGGESTED_SETTINGS) {
      const isUntouched = settings[name] === proposed[name]
      proposed[name] = suggested?.[name] ?? NUMBER_SETTINGS[name].default
      if (suggested || isUntouched) settings[name] = proposed[name]
    }
  }

  /** Leaves the shown run for a new one with the same text and settings. */
  function repeat(run: RunSummary): void {
    if (datasets.find(run.text.datasetId)) datasetId.value = run.text.datasetId
    options.encoding = run.text.encoding
    options.vocabularyOrder = run.text.vocabularyOrder
    Object.assign(settings, run.settings)
    runs.show(null)
  }

  /** Chooses a text when none is, and reads again what could not be read before. */
  async function begin(): Promise<void> {
    if (datasetId.value !== null) return describe()
    const first = datasets.find(FIRST_DATASET_ID) ?? datasets.list.value.bundled[0]
    if (first) choose(first.id)
  }

  // A text can be taken off the list while it is chosen.
  watch(datasets.list, () => {
    if (datasetId.value === null || datasets.find(datasetId.value)) return
    datasetId.value = null
    void begin()
  })

  async function start(): Promise<void> {
    if (!canStart.value || datasetId.value === null) return
    starting.value = true
    await runs.start({ datasetId: datasetId.value, options: { ...options }, settings: { ...settings } })
    starting.value = false
  }

  return {
    datasetId,
    options,
    settings,
    refusedSettings,
    description,
    problem,
    starting,
    canStart,
    choose,
    repeat,
    begin,
    start,
  }
}
