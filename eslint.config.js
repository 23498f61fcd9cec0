// The linter's rules, above all who may import whom: the layers of the house.
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import { importX } from 'eslint-plugin-import-x'
import vue from 'eslint-plugin-vue'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** For every layer the folders that it may not import from; what is not named here is allowed. */
const LAYERS = [
  { target: 'src/core', from: ['src/main', 'src/renderer'] },
  { target: 'src/core/!(contract)/**', from: ['node_modules/zod'] },
  { target: 'src/renderer', from: ['src/main'] },
  { target: 'src/main', from: ['src/renderer'] },
  { target: 'src/main/lab', from: ['src/main/desktop', 'src/main/preload', 'src/main/web', 'src/main/cli'] },
  { target: 'src/main/workers', from: ['src/main/desktop', 'src/main/preload', 'src/main/web', 'src/main/cli'] },
  { target: 'src/main/desktop', from: ['src/main/web', 'src/main/cli', 'src/main/workers'] },
  { target: 'src/main/preload', from: ['src/main/web', 'src/main/cli', 'src/main/lab', 'src/main/workers'] },
  { target: 'src/main/web', from: ['src/main/desktop', 'src/main/preload', 'src/main/cli', 'src/main/workers'] },
  { target: 'src/main/cli', from: ['src/main/desktop', 'src/main/preload', 'src/main/web', 'src/main/workers'] },
]

/** Modules that only some layers may name at all. */
const FOREIGN_MODULES = {
  node: { regex: '^node:', message: 'Only src/main runs in Node.' },
  electron: { regex: '^electron', message: 'Only the desktop front and its preload know Electron.' },
  vue: { regex: '^(vue|vue-i18n|reka-ui|chart\\.js|@vueuse)', message: 'Only the renderer knows Vue.' },
  zod: { regex: '^zod', message: 'In core only the contract parses.' },
}

function without(...modules) {
  const patterns = modules.map((name) => ({ ...FOREIGN_MODULES[name] }))
  return { 'no-restricted-imports': ['error', { patterns }] }
}

export default defineConfig(
  globalIgnores(['out', 'dist', 'coverage', 'test-results', 'node_modules']),
  tseslint.configs.recommended,
  vue.configs['flat/recommended'],
  {
    files: ['**/*.ts', '**/*.vue', '**/*.mjs', '**/*.js'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          project: ['tsconfig.node.json', 'tsconfig.renderer.json'],
          noWarnOnMultipleProjects: true,
        }),
      ],
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: LAYERS, basePath: import.meta.dirname }],
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-console': 'error',
    },
  },
  { files: ['src/core/**'], rules: without('node', 'electron', 'vue', 'zod') },
  { files: ['src/core/contract/**'], rules: without('node', 'electron', 'vue') },
  { files: ['src/renderer/**'], rules: without('node', 'electron') },
  { files: ['src/main/**'], rules: without('electron', 'vue') },
  { files: ['src/main/desktop/**', 'src/main/preload/**'], rules: without('vue') },
  {
    // Speaking on the terminal is these files' work; a configuration file is its default export.
    files: ['src/main/**', 'scripts/**', 'test/**', '*.config.*'],
    rules: { 'no-console': 'off' },
  },
  // The module's exported variables: set from outside, or read so that their values are not made anew at every use.
  { files: ['src/core/kernel/assembly/{arrays,constants}.ts'], rules: { 'prefer-const': 'off' } },
  {
    files: ['*.config.*', '**/*.vue', 'test/build-*.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    files: ['**/*.vue'],
    rules: {
      'vue/no-bare-strings-in-template': ['error', { allowlist: ['·', '–', '±', '/', '%', '×', ':'] }],
      'vue/multi-word-component-names': 'off',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      // Prettier lays out the lines.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
    },
  },
)
