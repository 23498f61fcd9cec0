// The desktop app in a real Electron, as a test drives it.
import { copyFileSync, linkSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { ELECTRON, ROOT } from './surroundings.ts'

export interface DesktopFront {
  application: ElectronApplication
  page: Page
}

/**
 * Lays a runtime out as an installed application's, with the repository as its `resources/app`: Electron then loads the
 * app by itself, as it does for a user, and waits for its main module before it is ready.
 */
function installedRuntime(folder: string): string {
  const runtime = join(folder, 'runtime')
  mkdirSync(join(runtime, 'resources'), { recursive: true })
  for (const name of readdirSync(ELECTRON)) {
    if (name !== 'resources' && name !== 'electron') symlinkSync(join(ELECTRON, name), join(runtime, name))
  }
  // Electron looks for its files beside the program itself, so a symbolic link to the program would lead it away.
  try {
    linkSync(join(ELECTRON, 'electron'), join(runtime, 'electron'))
  } catch {
    copyFileSync(join(ELECTRON, 'electron'), join(runtime, 'electron'))
  }
  symlinkSync(ROOT, join(runtime, 'resources/app'))
  return join(runtime, 'electron')
}

/** The page of the main window, which need not be the first to load. */
async function mainPage(application: ElectronApplication): Promise<Page> {
  const isMain = (page: Page): boolean => page.url() !== 'about:blank' && !page.url().includes('?pane=')
  await application.firstWindow()
  const page = application.windows().find(isMain)
  return page ?? application.waitForEvent('window', isMain)
}

/** Prepares the runtime in `folder`; the function returned starts the app on a data folder and waits for its window. */
export function prepareDesktop(folder: string): {
  executablePath: string
  open: (dataFolder: string) => Promise<DesktopFront>
} {
  const executablePath = installedRuntime(folder)
  const open = async (dataFolder: string): Promise<DesktopFront> => {
    const application = await _electron.launch({
      executablePath,
      args: ['--no-sandbox', '--lang=en-US'],
      env: { ...process.env, CHARSCOPE_DATA: dataFolder, LANGUAGE: 'en' } as Record<string, string>,
    })
    return { application, page: await mainPage(application) }
  }
  return { executablePath, open }
}

/** Gives the window's content this size. */
export async function resizeDesktop({ application, page }: DesktopFront, width: number, height: number): Promise<void> {
  await application.evaluate(
    ({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows()[0]
      // A menu in the window takes a row of its height.
      window?.setContentSize(size.width, size.height)
    },
    { width, height },
  )
  await page.waitForFunction((size) => innerWidth === size.width && innerHeight === size.height, { width, height })
}
