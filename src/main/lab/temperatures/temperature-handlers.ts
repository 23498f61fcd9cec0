// The handlers of the operations on temperatures.
import type { LabEmitter } from '../emitter.ts'
import type { Handlers } from '../handlers.ts'
import type { TemperatureStore } from './temperature-store.ts'

type Name = Extract<keyof Handlers, `temperatures.${string}`>

export function temperatureHandlers(temperatures: TemperatureStore, events: LabEmitter): Pick<Handlers, Name> {
  return {
    'temperatures.read': async () => temperatures.comparison,
    'temperatures.open': ({ source }) => temperatures.open(source),
    'temperatures.close': async () => {
      await temperatures.closeComparison()
      return null
    },
    'temperatures.change': (changes) => temperatures.change(changes),
    'temperatures.addPane': (input) => temperatures.addPane(input),
    'temperatures.changePane': (input) => temperatures.changePane(input),
    'temperatures.removePane': (input) => temperatures.removePane(input),
    'temperatures.restart': () => temperatures.restart(),
    'temperatures.refresh': () => temperatures.refresh(),
    'temperatures.written': (input) => temperatures.written(input),
    'temperatures.sweep': () => temperatures.sweep(),
    'temperatures.stopSweep': async () => {
      await temperatures.sweeper.stop()
      return null
    },
    'temperatures.readSweep': async () => temperatures.sweeper.sweep,
    'temperatures.point': async ({ pointed }) => {
      events.emit('temperatures.pointed', pointed)
      return null
    },
  }
}
