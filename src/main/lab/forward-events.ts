// Leads every event of the lab into one window's outbox.
import type { LabEventName } from '#core/contract/operations.ts'
import type { Lab } from './lab-interface.ts'
import type { Outbox } from './outbox.ts'

// A table, so that an event added to the contract and forgotten here is a compile error.
const EVENTS: Record<LabEventName, true> = {
  'runs.frame': true,
  'runs.changed': true,
  'datasets.changed': true,
  'snapshots.changed': true,
  'preferences.changed': true,
  'temperatures.changed': true,
  'temperatures.pointed': true,
  'analysis.progress': true,
  'temperatures.swept': true,
}

/** @returns the function that ends it */
export function forwardEvents(lab: Lab, outbox: Outbox): () => void {
  const names = Object.keys(EVENTS) as LabEventName[]
  const endings = names.map((name) => lab.on(name, (payload) => outbox.post(name, payload)))
  return () => endings.forEach((end) => end())
}
