// The native menu, in the user's language and with the files that were opened last. What its items of our own mean is
// carried out by the page of the main window.
import { basename } from 'node:path'
import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { WindowCommand } from '#core/contract/desktop.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { requestQuit } from './close-prompt.ts'
import { desktopLanguage, onLanguageChanged } from './desktop-language.ts'
import { showMainWindow } from './main-window.ts'
import { MENU_TEXTS, type MenuText } from './menu-texts.ts'
import { openPath } from './open-requests.ts'
import { forgetRecentFiles, onRecentFilesChanged, recentFiles } from './recent-files.ts'
import { sendCommand } from './window-commands.ts'

type Item = MenuItemConstructorOptions
type PlainCommand = Exclude<WindowCommand, { opened: unknown }>['name']

const isMac = process.platform === 'darwin'
const SEPARATOR: Item = { type: 'separator' }

function label(text: MenuText): string {
  const words = MENU_TEXTS[text][desktopLanguage()]
  // macOS has no letters to press in menus.
  return isMac ? words.replace(/\(&\w\)|&/g, '') : words
}

function standard(text: MenuText, role: NonNullable<Item['role']>): Item {
  return { role, label: label(text) }
}

/** An item that the page carries out. */
function command(text: MenuText, name: PlainCommand, accelerator?: string): Item {
  const click = (): void => sendCommand(showMainWindow(), { name })
  return { id: name, label: label(text), click, ...(accelerator !== undefined && { accelerator }) }
}

function recentItems(lab: Lab): Item[] {
  const files = recentFiles()
  const opening = files.map((path): Item => {
    // A single & would be taken for the letter to press.
    return { label: basename(path).replaceAll('&', '&&'), toolTip: path, click: () => void openPath(lab, path) }
  })
  return [...opening, SEPARATOR, { label: label('forgetRecent'), enabled: files.length > 0, click: forgetRecentFiles }]
}

function template(lab: Lab): Item[] {
  const quit: Item = { id: 'quit', label: label('quit'), accelerator: 'CmdOrCtrl+Q', click: requestQuit }
  const settings = command('settings', 'show-settings', 'CmdOrCtrl+,')
  const about = command('about', 'show-about')
  const developer = app.isPackaged
    ? []
    : [SEPARATOR, standard('reload', 'reload'), standard('developerTools', 'toggleDevTools')]
  const application: Item = {
    role: 'appMenu',
    submenu: [
      about,
      SEPARATOR,
      settings,
      SEPARATOR,
      standard('services', 'services'),
      SEPARATOR,
      standard('hide', 'hide'),
      standard('hideOthers', 'hideOthers'),
      standard('showAll', 'unhide'),
      SEPARATOR,
      quit,
    ],
  }
  return [
    ...(isMac ? [application] : []),
    {
      label: label('file'),
      submenu: [
        command('openText', 'open-text', 'CmdOrCtrl+O'),
        command('openSnapshot', 'open-snapshot', 'CmdOrCtrl+Shift+O'),
        { id: 'recent', label: label('openRecent'), submenu: recentItems(lab) },
        SEPARATOR,
        ...(isMac ? [standard('close', 'close')] : [settings, SEPARATOR, quit]),
      ],
    },
    {
      label: label('edit'),
      submenu: [
        standard('undo', 'undo'),
        standard('redo', 'redo'),
        SEPARATOR,
        standard('cut', 'cut'),
        standard('copy', 'copy'),
        standard('paste', 'paste'),
        standard('selectAll', 'selectAll'),
      ],
    },
    {
      label: label('training'),
      submenu: [
        command('startTraining', 'start-training', 'CmdOrCtrl+Return'),
        command('pauseOrResume', 'pause-or-resume', 'CmdOrCtrl+Shift+P'),
      ],
    },
    {
      label: label('view'),
      submenu: [
        standard('zoomIn', 'zoomIn'),
        standard('zoomOut', 'zoomOut'),
        standard('resetZoom', 'resetZoom'),
        SEPARATOR,
        standard('fullScreen', 'togglefullscreen'),
        ...developer,
      ],
    },
    { label: label('window'), role: 'window', submenu: [standard('minimise', 'minimize'), standard('close', 'close')] },
    {
      label: label('help'),
      role: 'help',
      submenu: [command('tour', 'take-tour'), ...(isMac ? [] : [SEPARATOR, about])],
    },
  ]
}

/** Shows the menu and rewrites it when the language or the list of recent files changes. */
export function setUpMenu(lab: Lab): void {
  const show = (): void => Menu.setApplicationMenu(Menu.buildFromTemplate(template(lab)))
  show()
  onLanguageChanged(show)
  onRecentFilesChanged(show)
}
