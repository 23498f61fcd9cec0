// The native menu, in the user's language. Its one item that is ours, Open Text, is carried out by the page, which
// then goes on to show the text.
import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language } from '#core/contract/errors.ts'
import { chosenLanguage } from '#lab/language.ts'
import type { Lab } from '#lab/lab-interface.ts'
import type { Preferences } from '#core/contract/preferences.ts'
import { CHANNELS } from '../preload/channels.ts'
import { showMainWindow } from './main-window.ts'
import { MENU_TEXTS, type MenuText } from './menu-texts.ts'

const isMac = process.platform === 'darwin'

function openText(): void {
  showMainWindow().webContents.send(CHANNELS.openText)
}

function template(language: Language): MenuItemConstructorOptions[] {
  // macOS has no letters to press in menus.
  const label = (text: MenuText): string => {
    const words = MENU_TEXTS[text][language]
    return isMac ? words.replace(/\(&\w\)|&/g, '') : words
  }
  const item = (text: MenuText, role: NonNullable<MenuItemConstructorOptions['role']>): MenuItemConstructorOptions => ({
    role,
    label: label(text),
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const developer = app.isPackaged
    ? []
    : [separator, item('reload', 'reload'), item('developerTools', 'toggleDevTools')]
  const application: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      item('about', 'about'),
      separator,
      item('services', 'services'),
      separator,
      item('hide', 'hide'),
      item('hideOthers', 'hideOthers'),
      item('showAll', 'unhide'),
      separator,
      item('quit', 'quit'),
    ],
  }

  return [
    ...(isMac ? [application] : []),
    {
      label: label('file'),
      submenu: [
        { id: 'open-text', label: label('openText'), accelerator: 'CmdOrCtrl+O', click: openText },
        separator,
        isMac ? item('close', 'close') : item('quit', 'quit'),
      ],
    },
    {
      label: label('edit'),
      submenu: [
        item('undo', 'undo'),
        item('redo', 'redo'),
        separator,
        item('cut', 'cut'),
        item('copy', 'copy'),
        item('paste', 'paste'),
        item('selectAll', 'selectAll'),
      ],
    },
    {
      label: label('view'),
      submenu: [
        item('zoomIn', 'zoomIn'),
        item('zoomOut', 'zoomOut'),
        item('resetZoom', 'resetZoom'),
        separator,
        item('fullScreen', 'togglefullscreen'),
        ...developer,
      ],
    },
    { label: label('window'), role: 'window', submenu: [item('minimise', 'minimize'), item('close', 'close')] },
    { label: label('help'), role: 'help', submenu: [item('about', 'about')] },
  ]
}

/** Shows the menu and rewrites it whenever the user chooses another language. */
export function setUpMenu(lab: Lab, preferences: Preferences): void {
  let shown: Language | null = null
  const show = ({ language: preference }: Preferences): void => {
    const language = chosenLanguage(preference, app.getLocale())
    if (language === shown) return
    shown = language
    Menu.setApplicationMenu(Menu.buildFromTemplate(template(language)))
  }
  app.setAboutPanelOptions({ applicationName: app.name, applicationVersion: app.getVersion() })
  show(preferences)
  lab.on('preferences.changed', show)
}
