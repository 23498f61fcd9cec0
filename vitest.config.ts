// Five suites: unit (no display, no Electron, no Python needed), parity (Python reads what the lab writes), endurance
// (processes that are killed while they train), e2e (real windows; scripts/end-to-end.mjs runs it) and soak (the same for
// a long time, by its `--soak`).
import VueI18nPlugin from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { kernelPlugin } from './scripts/kernel/kernel-plugin.ts'

const root = import.meta.dirname
const locales = resolve(root, 'src/renderer/locales/*.json')

export default defineConfig({
  test: {
    // The tests of a laboratory wait for threads and processes as much as they compute.
    maxWorkers: '100%',
    projects: [
      {
        plugins: [
          kernelPlugin(root),
          vue(),
          VueI18nPlugin({ include: locales, runtimeOnly: true, strictMessage: true }),
        ],
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/parity/**', 'test/endurance/**'],
          globalSetup: ['test/build-programs.ts'],
          testTimeout: 20_000,
          // What modules keep from one test to the next are caches, and loading all of them for each file takes long.
          isolate: false,
        },
      },
      {
        plugins: [kernelPlugin(root)],
        test: {
          name: 'parity',
          include: ['test/parity/**/*.parity.ts'],
          globalSetup: ['test/build-programs.ts'],
          testTimeout: 60_000,
        },
      },
      {
        plugins: [kernelPlugin(root)],
        test: {
          name: 'endurance',
          include: ['test/endurance/**/*.endurance.ts'],
          globalSetup: ['test/build-programs.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'soak',
          include: ['test/soak/**/*.soak.ts'],
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
