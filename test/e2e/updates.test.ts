// Looking for a new version in the packed application, built to ask this machine: off until it is asked for.
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesktop, type DesktopFront } from './desktop-front.ts'
import { ELECTRON, screenshotPath, temporaryFolder, UPDATE_ADDRESS } from './surroundings.ts'
import { TEXTS } from './training-view.ts'

describe.skipIf(!ELECTRON)('a new version', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>
  let front: DesktopFront
  let server: Server
  let asked = 0

  const open = async (): Promise<void> => {
    front = await openDesktop(join(temporary.folder, 'data'))
    await front.page.getByRole('button', { name: TEXTS.text.choose }).waitFor()
  }
  const openSettings = (): Promise<void> =>
    front.page.getByRole('button', { name: TEXTS.navigation.settings, exact: true }).click()

  beforeAll(async () => {
    temporary = await temporaryFolder()
    server = createServer((_, response) => {
      asked++
      response.end('{"version":"99.0.1"}')
    })
    await new Promise<void>((resolve) => server.listen(Number(new URL(UPDATE_ADDRESS).port), '127.0.0.1', resolve))
    await open()
  })
  afterAll(async () => {
    await front?.application.close()
    server?.close()
    await temporary?.remove()
  })

  it('is looked for when the user says so, and not before', async () => {
    const { page } = front
    await openSettings()
    await page.waitForTimeout(1000)
    expect(asked).toBe(0)
    await page.getByRole('button', { name: TEXTS.updates.look }).click()
    await page.getByRole('link', { name: TEXTS.updates.get }).waitFor()
    expect(await page.getByText('99.0.1').count()).toBe(1)
    expect(asked).toBe(1)
    await page.screenshot({ path: screenshotPath('settings-updates') })
  })

  it('is looked for at the start once that was switched on, and told quietly', async () => {
    await front.page.getByRole('switch', { name: TEXTS.updates.atStart.label }).click()
    await front.application.close()
    await open()
    const { page } = front
    await page.getByText(TEXTS.updates.newer.replace('{figure}', '99.0.1')).first().waitFor()
    expect(asked).toBe(2)
    await page.screenshot({ path: screenshotPath('new-version') })
    await page.getByRole('button', { name: TEXTS.actions.show }).click()
    await page.getByRole('heading', { name: TEXTS.updates.title }).waitFor()
  })
})
