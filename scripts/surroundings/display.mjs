// A display for programs with windows: the one that there is, or one that nobody sees.
import { spawn } from 'node:child_process'

/** Starts Xvfb where there is no display: `{ display, stop }`, `display` null when there is none to be had. */
export async function findDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return { display: DISPLAY ?? '', stop: () => {} }
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '2048x1280x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise((resolveNumber) => {
    server.once('error', () => resolveNumber(null))
    server.once('exit', () => resolveNumber(null))
    server.stdio[3].once('data', (data) => resolveNumber(String(data).trim()))
  })
  return { display: number && `:${number}`, stop: () => server.kill() }
}
