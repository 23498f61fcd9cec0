// electron-builder.yml as data, for what electron-builder itself does not make of it here.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { ROOT } from './root.mjs'

export const APPLICATION = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
export const CONFIGURATION = load(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8'))

const { fileAssociations, linux } = CONFIGURATION
/** What Linux opens with the lab: `{ ext, name, mimeType, description }`. */
export const ASSOCIATIONS = [...fileAssociations, ...linux.fileAssociations]
