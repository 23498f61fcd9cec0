import { expect, test } from 'vitest'
import { DEFAULT_PREFERENCES, type Preferences } from '#core/contract/preferences.ts'
import { createRequest } from '../../../src/renderer/lab/requests.ts'
import { createPreferences } from '../../../src/renderer/stores/preferences.ts'
import { fakeLab } from '../fake-lab.ts'

function preferencesOf(stored: Preferences) {
  const lab = fakeLab({
    'preferences.read': () => stored,
    'preferences.write': (change) => ({ ...stored, ...change }),
  })
  return {
    lab,
    preferences: createPreferences(
      lab,
      createRequest(lab, () => undefined),
    ),
  }
}

test('what the lab remembers comes into force', async () => {
  const { preferences } = preferencesOf({ ...DEFAULT_PREFERENCES, theme: 'dark', language: 'zh' })
  expect(preferences.theme.value).toBe('light')
  await preferences.load()
  expect(preferences.theme.value).toBe('dark')
  expect(preferences.language.value).toBe('zh')
})

test('a choice holds at once and is sent to the lab', async () => {
  const { lab, preferences } = preferencesOf(DEFAULT_PREFERENCES)
  const written = preferences.write({ lossUnit: 'bitsPerCharacter' })
  expect(preferences.current.value.lossUnit).toBe('bitsPerCharacter')
  await written
  expect(lab.calls.at(-1)).toEqual({ name: 'preferences.write', input: { lossUnit: 'bitsPerCharacter' } })
})

test('another window’s choice is followed', () => {
  const { lab, preferences } = preferencesOf(DEFAULT_PREFERENCES)
  lab.emit('preferences.changed', { ...DEFAULT_PREFERENCES, theme: 'dark' })
  expect(preferences.theme.value).toBe('dark')
})
