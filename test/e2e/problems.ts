// Everything that goes wrong in a page without anybody noticing: errors on its console, exceptions, violations of its
// content security policy, requests that failed.
import type { Page } from 'playwright-core'

/** Notes problems from now on, so before the page's first load or with a reload after it; the list grows by itself. */
export async function watchProblems(page: Page): Promise<string[]> {
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`))
  page.on('requestfailed', (request) => {
    // What a reload cuts off has not failed.
    const reason = request.failure()?.errorText
    if (reason !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()} ${reason}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`)
  })
  await page.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
        console.error(`policy: ${violatedDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`)
      },
    )
  })
  return problems
}
