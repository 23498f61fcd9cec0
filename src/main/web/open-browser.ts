// Opens an address in the user's browser, where there is a display to show it on.
import { spawn } from 'node:child_process'

const OPENERS: Partial<Record<NodeJS.Platform, readonly [command: string, ...parameters: string[]]>> = {
  darwin: ['open'],
  // Not `start`, which belongs to the command interpreter and would read the address as part of a command.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  linux: ['xdg-open'],
}

function hasDisplay(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  if (environment.CI) return false
  return platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}

/** Tries; where that fails the user still has the address before their eyes. */
export function openBrowser(address: string): void {
  const opener = hasDisplay(process.platform, process.env) ? OPENERS[process.platform] : undefined
  if (!opener) return
  const [command, ...parameters] = opener
  const browser = spawn(command, [...parameters, address], { stdio: 'ignore', detached: true })
  browser.on('error', () => {})
  browser.unref()
}
