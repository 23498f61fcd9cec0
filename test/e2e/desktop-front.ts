// The desktop app as it is installed, in a real Electron, as a test drives it.
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { ELECTRON, withoutTour } from './surroundings.ts'

export interface DesktopFront {
  application: ElectronApplication
  page: Page
}

/** The page of the main window, which need not be the first to load. */
async function mainPage(application: ElectronApplication): Promise<Page> {
  const isMain = (page: Page): boolean => page.url() !== 'about:blank' && !page.url().includes('?pane=')
  await application.firstWindow()
  const page = application.windows().find(isMain)
  return page ?? application.waitForEvent('window', isMain)
}

/** Starts the packed application on a data folder and waits for its window. */
export async function openDesktop(dataFolder: string, ...parameters: string[]): Promise<DesktopFront> {
  await withoutTour(dataFolder)
  return openFirstTime(dataFolder, ...parameters)
}

/** The same as at the very first start, with its tour. */
export async function openFirstTime(dataFolder: string, ...parameters: string[]): Promise<DesktopFront> {
  const application = await _electron.launch({
    executablePath: ELECTRON,
    args: ['--no-sandbox', '--lang=en-US', ...parameters],
    env: { ...process.env, CHARSCOPE_DATA: dataFolder, LANGUAGE: 'en' } as Record<string, string>,
  })
  return { application, page: await mainPage(application) }
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
