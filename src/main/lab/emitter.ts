// The lab's events to whoever listens in this process; fronts put an Outbox between it and their windows.
import type { LabEventName, LabEvents } from '#core/contract/operations.ts'

type Listeners = { [Name in LabEventName]?: Set<(event: LabEvents[Name]) => void> }

export class LabEmitter {
  readonly #listeners: Listeners = {}

  on<Name extends LabEventName>(name: Name, listener: (event: LabEvents[Name]) => void): () => void {
    const listeners: Set<(event: LabEvents[Name]) => void> = (this.#listeners[name] ??= new Set<never>())
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  emit<Name extends LabEventName>(name: Name, event: LabEvents[Name]): void {
    for (const listener of this.#listeners[name] ?? []) listener(event)
  }
}
