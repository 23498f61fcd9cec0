// Chooses the way to the lab: the bridge of the desktop window where there is one, else a web socket of the page's
// own origin. What is said over it is the contract's business.
import { readonly, ref, type Ref } from 'vue'
import type { LabClient } from '#core/contract/operations.ts'
import { createSocketClient } from './socket-client.ts'

declare global {
  interface Window {
    /** Set by the preload script of the desktop app alone. */
    charscope?: LabClient
  }
}

export interface Connection {
  lab: LabClient
  /** False while the lab cannot be reached. */
  connected: Readonly<Ref<boolean>>
  /** Calls `listener` each time the lab can be reached again, when what the window knows may be out of date. */
  onReconnected(listener: () => void): void
}

export function connectToLab(): Connection {
  if (window.charscope) return { lab: window.charscope, connected: readonly(ref(true)), onReconnected: () => undefined }
  const connected = ref(true)
  const listeners: (() => void)[] = []
  const lab = createSocketClient({
    url: new URL('/lab', window.location.href.replace(/^http/, 'ws')).href,
    onConnectionChange(isConnected) {
      const reconnected = isConnected && !connected.value
      connected.value = isConnected
      if (reconnected) for (const listener of listeners) listener()
    },
  })
  return { lab, connected, onReconnected: (listener) => void listeners.push(listener) }
}
