// How the lab is bundled: everything that runs in Node (three fronts and the workers), the preload bridge, the window.
// All Node bundles lie flat in out/main, so that a worker's file is always beside the code that starts it.
import { chmodSync } from 'node:fs'
import { resolve } from 'node:path'
import VueI18nPlugin from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { entriesIn, NODE_ENTRIES } from './scripts/node-entries.ts'

const root = import.meta.dirname

/** The terminal front is started by its name, so every build has to leave it executable. */
function executable(file: string): Plugin {
  return { name: 'executable', writeBundle: ({ dir }) => chmodSync(resolve(dir ?? '.', file), 0o755) }
}

export default defineConfig({
  main: {
    plugins: [executable('cli.js')],
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: entriesIn(root, NODE_ENTRIES),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(root, 'src/main/preload/preload.ts') },
        // A sandboxed preload script can only be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    build: {
      rolldownOptions: { input: { index: resolve(root, 'src/renderer/index.html') } },
      // The strict content security policy admits no data: fonts or scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    plugins: [
      vue(),
      VueI18nPlugin({ include: resolve(root, 'src/renderer/locales/*.json'), runtimeOnly: true, strictMessage: true }),
    ],
  },
})
