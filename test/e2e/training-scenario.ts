// The lab's main job, the same in every front: choose the play, train, watch, pause, step, stop.
import { expect } from 'vitest'
import { report, screenshotPath } from './surroundings.ts'
import { TEXTS, TrainingView } from './training-view.ts'

const ANSWER_LIMIT_MS = 100
const PLAY = 'Chronicle play'

function format(count: number): string {
  return count.toLocaleString('en-US')
}

/** Trains the play for at least 500 iterations; leaves a stopped run behind, with a screenshot of every stage. */
export async function trainThePlay(view: TrainingView, front: string): Promise<void> {
  const { page } = view
  const picture = (stage: string) => page.screenshot({ path: screenshotPath(`${front}-${stage}`) })

  await view.chooseText(PLAY)
  await page.getByText(/^[\d,]+ unique$/).waitFor()
  const unique = Number(/[\d,]+/.exec((await page.getByText(/^[\d,]+ unique$/).textContent()) ?? '')?.[0])
  await view.setNumber('iterations', 1_000_000)
  await picture('1-chosen')

  await view.start()
  await view.state('training').waitFor()
  await view.waitForIteration(500)
  // The very first sample is of the untrained network; the next ones are not.
  await page.getByText(/^Sample at iteration [1-9]/).waitFor()
  expect((await view.sample.textContent())?.length).toBe(200)
  await picture('2-training')

  // The curve begins at the loss of a uniform guess, 25 ln V, and 500 iterations bring it clearly below.
  await expect.poll(() => view.smoothLoss()).toBeLessThan(25 * Math.log(unique) - 2)
  report(
    `${front}: smooth loss when paused (a uniform guess is ${(25 * Math.log(unique)).toFixed(1)})`,
    await view.smoothLoss(),
    'nats',
  )

  const answers: Record<string, number> = {}
  answers.pause = await view.pressUntil(TEXTS.actions.pause, TEXTS.states.paused)
  await page.waitForTimeout(500)
  const paused = await view.iteration()
  answers.step = await view.pressUntil(TEXTS.actions.step, `${format(paused + 1)} of `)
  await page.waitForTimeout(500)
  expect(await view.iteration()).toBe(paused + 1)
  await picture('3-stepped')
  answers.resume = await view.pressUntil(TEXTS.actions.resume, TEXTS.states.training)
  await view.waitForIteration(paused + 10)
  answers.stop = await view.pressUntil(TEXTS.actions.stop, TEXTS.states.stopped)
  await page.waitForTimeout(500)
  const stopped = await view.iteration()
  await page.waitForTimeout(300)
  expect(await view.iteration()).toBe(stopped)
  await picture('4-stopped')

  for (const [command, milliseconds] of Object.entries(answers)) {
    report(`${front}: ${command} answered after`, milliseconds, 'ms')
    expect(milliseconds, command).toBeLessThan(ANSWER_LIMIT_MS)
  }
}
