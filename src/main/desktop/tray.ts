// The tray's icon, there while the lab trains without a window: the way back to it, and the way out.
import { join } from 'node:path'
import { app, Menu, nativeImage, Tray } from 'electron'
import { showMainWindow } from './main-window.ts'
import { systemText } from './system-texts.ts'

let tray: Tray | null = null

function icon(): Electron.NativeImage {
  const name = process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'
  return nativeImage.createFromPath(join(app.getAppPath(), 'resources/icons', name))
}

export function showTray(quit: () => void): void {
  if (tray) return
  tray = new Tray(icon())
  tray.setToolTip(systemText('trayTip'))
  const show = (): void => void showMainWindow()
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: systemText('show'), click: show },
      { label: systemText('quit'), click: quit },
    ]),
  )
  tray.on('click', show)
}

export function hideTray(): void {
  tray?.destroy()
  tray = null
}
