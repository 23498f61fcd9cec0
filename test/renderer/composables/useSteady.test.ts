import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, ref, type Ref } from 'vue'
import { useSteady } from '../../../src/renderer/composables/useSteady.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

async function set(source: Ref<number>, value: number): Promise<void> {
  source.value = value
  await nextTick()
}

test('the first change is shown at once, those after it together, the last one always', async () => {
  const source = ref(0)
  const scope = effectScope()
  const steady = scope.run(() => useSteady(() => source.value, 100))
  await set(source, 1)
  expect(steady?.value).toBe(1)
  await set(source, 2)
  await set(source, 3)
  expect(steady?.value).toBe(1)
  vi.advanceTimersByTime(100)
  expect(steady?.value).toBe(3)
  await set(source, 4)
  expect(steady?.value).toBe(3)
  vi.advanceTimersByTime(100)
  expect(steady?.value).toBe(4)
  vi.advanceTimersByTime(100)
  await set(source, 5)
  expect(steady?.value).toBe(5)
  scope.stop()
})

test('a clock that is put back does not hold it up', async () => {
  vi.setSystemTime(2_000_000_000_000)
  const source = ref(0)
  const scope = effectScope()
  const steady = scope.run(() => useSteady(() => source.value, 100))
  await set(source, 1)
  vi.setSystemTime(1_000_000_000_000)
  await set(source, 2)
  vi.advanceTimersByTime(100)
  expect(steady?.value).toBe(2)
  scope.stop()
})

test('nothing is left running when it is no longer needed', async () => {
  const source = ref(0)
  const scope = effectScope()
  scope.run(() => useSteady(() => source.value, 100))
  await set(source, 1)
  scope.stop()
  expect(vi.getTimerCount()).toBe(0)
})
