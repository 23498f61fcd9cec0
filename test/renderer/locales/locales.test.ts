import { describe, expect, test } from 'vitest'

const locales = import.meta.glob<string>('../../../src/renderer/locales/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const sources = import.meta.glob<string>('../../../src/renderer/**/*.{ts,vue}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

type Tree = { [key: string]: string | Tree }

function flat(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  )
}

function messages(language: string): Map<string, string> {
  const [, text] = Object.entries(locales).find(([path]) => path.endsWith(`/${language}.json`)) ?? []
  return new Map(flat(JSON.parse(text ?? '{}') as Tree))
}

const en = messages('en')
const zh = messages('zh')

function parameters(message: string): string[] {
  return [...new Set(message.match(/\{\w+\}/g) ?? [])].sort()
}

describe('the translations', () => {
  test('have messages at all', () => {
    expect(en.size).toBeGreaterThan(100)
  })

  test('have the same keys in both languages', () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort())
  })

  test('have no empty message', () => {
    const empty = [...en, ...zh].filter(([, message]) => message.trim() === '').map(([key]) => key)
    expect(empty).toEqual([])
  })

  test('name the same parameters in both languages', () => {
    // English has a singular that needs no number.
    const different = [...en].filter(([key, message]) => {
      const translated = zh.get(key) ?? ''
      return parameters(message).join() !== parameters(translated).join()
    })
    expect(different.map(([key]) => key)).toEqual([])
  })

  test('have every message that the window asks for by name', () => {
    const asked = Object.values(sources).flatMap((source) =>
      [...source.matchAll(/\bt\('([\w.]+)'/g)].map(([, key]) => key ?? ''),
    )
    expect(asked.length).toBeGreaterThan(80)
    expect(asked.filter((key) => !en.has(key))).toEqual([])
  })

  test('have every family of messages that the window asks for by a computed name', () => {
    const families = Object.values(sources).flatMap((source) =>
      [...source.matchAll(/\bt\(`([\w.]+\.)\$\{/g)].map(([, family]) => family ?? ''),
    )
    const missing = families.filter((family) => ![...en.keys()].some((key) => key.startsWith(family)))
    expect(missing).toEqual([])
  })
})
