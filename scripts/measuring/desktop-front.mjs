// The packed desktop application with its window open, as a measurement drives it: calls go through the window's own
// bridge.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright-core'

/** @param executable of an application that was packed as TEST_BUILD */
export async function openDesktop(executable) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'charscope-desktop-'))
  writeFileSync(join(dataFolder, 'preferences.json'), '{"tourDone":true}')
  const application = await _electron.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--lang=en-US'],
    env: { ...process.env, CHARSCOPE_DATA: dataFolder, LANGUAGE: 'en' },
  })
  const page = await application.firstWindow()
  await page.getByRole('main').waitFor()
  return {
    application,
    page,
    /** One operation of the contract. @throws Error with what the lab refused */
    async call(name, input) {
      const answer = await page.evaluate(([of, what]) => window.charscope.call(of, what), [name, input])
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
      return answer.value
    },
    async close() {
      await application.close()
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
