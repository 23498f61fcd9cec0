// The browser front's entry, bundled to out/main/web.js: opens the lab, serves it on loopback, says where, and ends
// cleanly on Ctrl+C.
import process from 'node:process'
import { errorMessage } from '#core/contract/errors.ts'
import { labOptions, WINDOW_FOLDER } from '#lab/application.ts'
import { createLab } from '#lab/lab.ts'
import { errorValueOf, systemCodeOf } from '#lab/lab-error.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { terminalLanguage } from '#lab/language.ts'
import { openBrowser } from './open-browser.ts'
import { startWebServer, type WebServer } from './server.ts'
import { parseWebArguments } from './web-arguments.ts'
import { webText } from './web-texts.ts'

const BAD_ARGUMENTS = 2
const language = terminalLanguage()

function giveUp(sentence: string, exitCode = 1): never {
  console.error(sentence)
  process.exit(exitCode)
}

/** Ends on the first signal; a second one ends the process at once. */
function endOnSignal(lab: Lab, server: WebServer): void {
  let ending = false
  const end = async (): Promise<void> => {
    if (ending) process.exit(1)
    ending = true
    console.log(webText('closing', language))
    await server.close()
    await lab.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end())
}

const parsed = parseWebArguments(process.argv.slice(2))
if (!parsed) giveUp(webText('usage', language), BAD_ARGUMENTS)
const { port } = parsed

const lab = await createLab(labOptions('web')).catch((error: unknown) =>
  giveUp(errorMessage(errorValueOf(error), language)),
)
const server = await startWebServer({ lab, folder: WINDOW_FOLDER, port }).catch((error: unknown) =>
  giveUp(webText('port-taken', language, { port, detail: systemCodeOf(error) })),
)
endOnSignal(lab, server)
console.log(webText('open', language, { address: server.address }))
if (parsed.openBrowser) openBrowser(server.address)
