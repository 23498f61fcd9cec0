// The bridge: gives the page `window.charscope`, which is the contract's LabClient and nothing besides. Runs in the
// window's sandbox; what a call may do is decided in the main process.
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { WindowCommand } from '#core/contract/desktop.ts'
import type { LabClient, LabEventName, LabEvents } from '#core/contract/operations.ts'
import { CHANNELS, type EventMessage } from './channels.ts'

type Listener = (event: LabEvents[LabEventName]) => void

const listeners = new Map<LabEventName, Set<Listener>>()

type CommandListener = (command: WindowCommand) => void

const commandListeners = new Set<CommandListener>()
let waitingCommands: WindowCommand[] = []

const client: LabClient = {
  call: (name, input) => ipcRenderer.invoke(CHANNELS.call, name, input),
  on(name, listener) {
    const ofThatName = listeners.get(name) ?? new Set()
    listeners.set(name, ofThatName.add(listener as Listener))
    return () => void ofThatName.delete(listener as Listener)
  },
  hasPaneWindows: true,
  chooseText: () => ipcRenderer.invoke(CHANNELS.chooseText),
  chooseSnapshot: () => ipcRenderer.invoke(CHANNELS.chooseSnapshot),
  exportSnapshot: (snapshotId, format) => ipcRenderer.invoke(CHANNELS.exportSnapshot, snapshotId, format),
  saveDocument: (document) => ipcRenderer.invoke(CHANNELS.saveDocument, document),
  revealSnapshot: (snapshotId) => ipcRenderer.invoke(CHANNELS.revealSnapshot, snapshotId),
  openDropped: async (file) => {
    // Empty for what is no file on disk, so also for a File that the page made itself.
    const path = file instanceof File ? webUtils.getPathForFile(file) : ''
    if (path !== '') return ipcRenderer.invoke(CHANNELS.openDropped, path)
    const name = file instanceof File ? file.name : String(file)
    return { ok: false, error: { code: 'file-missing', parameters: { file: name } } }
  },
  desktop: {
    onCommand(listener) {
      commandListeners.add(listener)
      for (const command of waitingCommands) listener(command)
      waitingCommands = []
      return () => void commandListeners.delete(listener)
    },
    revealDataFolder: () => ipcRenderer.invoke(CHANNELS.revealDataFolder),
    moveDataFolder: () => ipcRenderer.invoke(CHANNELS.moveDataFolder),
  },
}

ipcRenderer.on(CHANNELS.event, (_, { event, payload, sequence }: EventMessage) => {
  try {
    for (const listener of listeners.get(event) ?? []) listener(payload)
  } finally {
    ipcRenderer.send(CHANNELS.acknowledge, sequence)
  }
})

ipcRenderer.on(CHANNELS.command, (_, command: WindowCommand) => {
  if (commandListeners.size === 0) waitingCommands.push(command)
  for (const listener of commandListeners) listener(command)
})

contextBridge.exposeInMainWorld('charscope', client)
ipcRenderer.send(CHANNELS.listen)
