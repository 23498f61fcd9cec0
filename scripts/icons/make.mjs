// `npm run icons`: writes resources/icons. test/scripts/icons.test.ts compares what is there with what this would write.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ICONS_FOLDER, makeIcons } from './icons.mjs'

mkdirSync(ICONS_FOLDER, { recursive: true })
for (const [name, bytes] of Object.entries(makeIcons())) writeFileSync(join(ICONS_FOLDER, name), bytes)
