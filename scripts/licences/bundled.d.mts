// Types of bundled.mjs for the build's configuration and the tests.
import type { Plugin } from 'vite'

export interface BundledPackage {
  name: string
  version: string
  licence: string
  text: string
}
export function readPackage(folder: string): BundledPackage
export function noteBundledPackages(root: string, file: string, isFirst: boolean): Plugin
