// What the lab says of itself, and the licences of the packages that are bundled into it.
import { ref, shallowRef } from 'vue'
import type { LabDescription } from '#core/contract/preferences.ts'
import type { Request } from '../lab/requests.ts'

/** One package of `licences.json`, which the build writes beside the page. */
export interface BundledPackage {
  name: string
  version: string
  licence: string
  text: string
}

const LICENCES = './licences.json'

export function createAbout(request: Request) {
  const description = shallowRef<LabDescription | null>(null)
  const packages = shallowRef<BundledPackage[]>([])
  const isShown = ref(false)

  async function load(): Promise<void> {
    description.value = (await request('lab.describe', {})) ?? description.value
  }

  async function show(): Promise<void> {
    isShown.value = true
    if (packages.value.length > 0) return
    // The server of `npm run dev` has none.
    const response = await fetch(LICENCES)
    if (response.ok) packages.value = (await response.json()) as BundledPackage[]
  }

  return { description, packages, isShown, load, show }
}
