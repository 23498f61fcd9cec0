// How the lab is bundled: everything that runs in Node (three fronts and the workers), the preload bridge, the window.
// All Node bundles lie flat in out/main, so that a worker's file is always beside the code that starts it.
import { chmodSync, copyFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import VueI18nPlugin from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { kernelPlugin } from './scripts/kernel/kernel-plugin.ts'
import { noteBundledPackages } from './scripts/licences/bundled.mjs'
import { entriesIn, NODE_ENTRIES } from './scripts/node-entries.ts'
import { releasesOf } from './scripts/releases.ts'

const root = import.meta.dirname
/** In a folder of its own until the page, which is built last, has its own. */
const licences = resolve(root, 'out/licences.json')

/** The terminal front is started by its name, so every build has to leave it executable. */
function executable(file: string): Plugin {
  return { name: 'executable', writeBundle: ({ dir }) => chmodSync(resolve(dir ?? '.', file), 0o755) }
}

/** Serves a file that the build has written as one of the page's. */
function besideThePage(file: string): Plugin {
  return {
    name: 'beside-the-page',
    writeBundle: ({ dir }) => copyFileSync(file, resolve(dir ?? '.', basename(file))),
  }
}

export default defineConfig({
  main: {
    define: { CHARSCOPE_RELEASES: JSON.stringify(releasesOf(process.env)) },
    plugins: [kernelPlugin(root), executable('cli.js'), noteBundledPackages(root, licences, true)],
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
      // What the window does not have to read, it does not wait for.
      minify: true,
      rolldownOptions: { input: { index: resolve(root, 'src/renderer/index.html') } },
      // The strict content security policy admits no data: fonts or scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    plugins: [
      vue(),
      noteBundledPackages(root, licences, false),
      besideThePage(licences),
      VueI18nPlugin({ include: resolve(root, 'src/renderer/locales/*.json'), runtimeOnly: true, strictMessage: true }),
    ],
  },
})
