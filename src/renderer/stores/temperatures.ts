// One network at several temperatures, as the lab has it: what is compared, what is pointed at, and the commands. The
// panes' texts are read by those that show them.
import { computed, ref, shallowRef } from 'vue'
import type { LabClient, OperationInput } from '#core/contract/operations.ts'
import type { Comparison, NetworkSource, Pointed, Sweep, WrittenRequest } from '#core/contract/temperatures.ts'
import { settled, type Request } from '../lab/requests.ts'

/** What the view is about: the texts themselves, which temperature suits the text, or training at several. */
export const TEMPERATURE_PARTS = ['texts', 'sweep', 'training'] as const
export type TemperaturePart = (typeof TEMPERATURE_PARTS)[number]

export function createTemperatures(lab: LabClient, request: Request) {
  const comparison = shallowRef<Comparison | null>(null)
  /** False until the lab has said whether anything is compared. */
  const isLoaded = ref(false)
  const pointed = shallowRef<Pointed>(null)
  const sweep = shallowRef<Sweep | null>(null)
  const part = ref<TemperaturePart>('texts')
  let isTelling = false
  let told: Pointed = null

  lab.on('temperatures.changed', (changed) => (comparison.value = changed))
  lab.on('temperatures.swept', (changed) => (sweep.value = changed))
  lab.on('temperatures.pointed', (at) => {
    // What this window itself has told comes back, too, and must not undo what it points at by now.
    if (!isTelling) pointed.value = told = at
  })

  async function load(): Promise<void> {
    const read = await request('temperatures.read', {})
    if (read === undefined) return
    comparison.value = read
    isLoaded.value = true
    sweep.value = (await request('temperatures.readSweep', {})) ?? null
  }

  async function taking(answer: Promise<Comparison | undefined>): Promise<boolean> {
    const changed = await answer
    if (changed) comparison.value = changed
    return changed !== undefined
  }

  /** Points at a character, or with null at none; tells the other windows no faster than they answer. */
  async function point(at: Pointed): Promise<void> {
    pointed.value = at
    if (isTelling) return
    isTelling = true
    while (pointed.value !== told) {
      told = pointed.value
      await settled(lab.call('temperatures.point', { pointed: told }))
    }
    isTelling = false
  }

  return {
    comparison,
    isLoaded,
    pointed,
    sweep,
    part,
    load,
    point,
    hasPaneWindows: lab.hasPaneWindows,
    count: computed(() => comparison.value?.panes.length ?? 0),
    isPlaying: computed(() => comparison.value?.panes.some(({ playing }) => playing) ?? false),
    open: (source: NetworkSource) => taking(request('temperatures.open', { source })),
    close: () => request('temperatures.close', {}),
    change: (changes: OperationInput<'temperatures.change'>) => taking(request('temperatures.change', changes)),
    /** The same, with what stands in the way as the answer. */
    async tryChange(changes: OperationInput<'temperatures.change'>) {
      const result = await settled(lab.call('temperatures.change', changes))
      if (result.ok) comparison.value = result.value
      return result.ok ? null : result.error
    },
    addPane: (temperature: number) => taking(request('temperatures.addPane', { temperature })),
    changePane: (paneId: string, change: { temperature?: number; playing?: boolean }) =>
      taking(request('temperatures.changePane', { paneId, ...change })),
    removePane: (paneId: string) => taking(request('temperatures.removePane', { paneId })),
    restart: () => taking(request('temperatures.restart', {})),
    refresh: () => taking(request('temperatures.refresh', {})),
    async startSweep(): Promise<void> {
      sweep.value = (await request('temperatures.sweep', {})) ?? sweep.value
    },
    stopSweep: () => request('temperatures.stopSweep', {}),
    written: (input: WrittenRequest) => settled(lab.call('temperatures.written', input)),
  }
}
