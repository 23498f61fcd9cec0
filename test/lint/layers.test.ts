// The linter's import rules, tried on files that break them.
import { resolve } from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const eslint = new ESLint({ cwd: root })

const FORBIDDEN = [
  { file: 'src/core/rnn/products.ts', code: "import { readFile } from 'node:fs/promises'\nexport { readFile }\n" },
  { file: 'src/core/rnn/products.ts', code: "import { createLab } from '#lab/lab.ts'\nexport { createLab }\n" },
  {
    file: 'src/core/rnn/products.ts',
    code: "import { createLab } from '../../main/lab/lab.ts'\nexport { createLab }\n",
  },
  { file: 'src/core/rnn/products.ts', code: "import { z } from 'zod'\nexport { z }\n" },
  { file: 'src/core/rnn/products.ts', code: "import { ref } from 'vue'\nexport { ref }\n" },
  { file: 'src/main/lab/lab.ts', code: "import { app } from 'electron'\nexport { app }\n" },
  { file: 'src/main/lab/lab.ts', code: "export * from '../cli/cli.ts'\n" },
  { file: 'src/main/cli/cli.ts', code: "export * from '../desktop/desktop.ts'\n" },
  { file: 'src/main/cli/cli.ts', code: "import { app } from 'electron'\nexport { app }\n" },
  { file: 'src/renderer/main.ts', code: "export * from '../main/lab/lab.ts'\n" },
  { file: 'src/renderer/main.ts', code: "import { readFile } from 'node:fs'\nexport { readFile }\n" },
]

const ALLOWED = [
  { file: 'src/core/contract/settings.ts', code: "import { z } from 'zod'\nexport { z }\n" },
  { file: 'src/main/lab/lab.ts', code: "export * from '#core/rnn/layout.ts'\n" },
  { file: 'src/main/desktop/desktop.ts', code: "import { app } from 'electron'\nexport { app }\n" },
]

const LAYER_RULES = ['no-restricted-imports', 'import-x/no-restricted-paths']

async function brokenLayerRules(file: string, code: string): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath: resolve(root, file) })
  const rules = results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId ?? 'fatal'))
  return rules.filter((rule) => LAYER_RULES.includes(rule) || rule === 'fatal')
}

describe('layers', () => {
  it.each(FORBIDDEN)('refuses in $file: $code', async ({ file, code }) => {
    expect(await brokenLayerRules(file, code)).not.toEqual([])
  })

  it.each(ALLOWED)('allows in $file: $code', async ({ file, code }) => {
    expect(await brokenLayerRules(file, code)).toEqual([])
  })
})
