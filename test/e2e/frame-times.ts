// How long the frames of a page take while something goes on in it.
import type { Page } from 'playwright-core'
import { report } from './surroundings.ts'

/** Notes the time of every frame until `end` is called. */
async function watchFrames(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { frameTimes: times })
    const note = (now: number): void => {
      times.push(now)
      if ('frameTimes' in window) requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
  })
  return () =>
    page.evaluate(() => {
      const { frameTimes: times } = window as unknown as { frameTimes: number[] }
      Reflect.deleteProperty(window, 'frameTimes')
      return times.slice(1).map((time, i) => time - times[i]!)
    })
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** Does something and reports the frames meanwhile. */
export async function reportFrames(page: Page, name: string, act: () => Promise<void>): Promise<void> {
  const end = await watchFrames(page)
  await act()
  const sorted = (await end()).sort((one, other) => one - other)
  for (const [word, share] of [
    ['median', 0.5],
    ['95th percentile', 0.95],
    ['longest', 1],
  ] as const) {
    report(`${name}: frame of ${sorted.length}, ${word}`, percentile(sorted, share), 'ms')
  }
}
