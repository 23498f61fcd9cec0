// When the window has the lab look for a new version: by hand, at the start where the user has said so, and never else.
import { expect, test } from 'vitest'
import { DEFAULT_PREFERENCES, type LabDescription, type NewestVersion } from '#core/contract/preferences.ts'
import { createRequest } from '../../../src/renderer/lab/requests.ts'
import { createAbout } from '../../../src/renderer/stores/about.ts'
import { createNotices } from '../../../src/renderer/stores/notices.ts'
import { createPreferences } from '../../../src/renderer/stores/preferences.ts'
import { createShownView } from '../../../src/renderer/stores/shown-view.ts'
import { createUpdates } from '../../../src/renderer/stores/updates.ts'
import { fakeLab } from '../fake-lab.ts'

interface Situation {
  lookForUpdates: boolean
  releasePage: string | null
  newest?: NewestVersion
}

async function startedIn({ lookForUpdates, releasePage, newest }: Situation) {
  const lab = fakeLab({
    'preferences.read': () => ({ ...DEFAULT_PREFERENCES, lookForUpdates }),
    'lab.describe': () => ({ releasePage }) as LabDescription,
    ...(newest && { 'lab.newestVersion': () => newest }),
  })
  const request = createRequest(lab, () => undefined)
  const preferences = createPreferences(lab, request)
  const about = createAbout(request)
  const notices = createNotices()
  const shownView = createShownView()
  await Promise.all([preferences.load(), about.load()])
  const updates = createUpdates({ lab, about, notices, preferences, shownView })
  await updates.lookAtStart()
  const asked = (): number => lab.calls.filter(({ name }) => name === 'lab.newestVersion').length
  return { updates, notices, shownView, asked }
}

const PAGE = 'https://example.org/releases'
const NEWER = { version: '9.9.9', isNewer: true }

test('nobody is asked unless the user wants it and the build knows whom', async () => {
  expect((await startedIn({ lookForUpdates: false, releasePage: PAGE, newest: NEWER })).asked()).toBe(0)
  expect((await startedIn({ lookForUpdates: true, releasePage: null, newest: NEWER })).asked()).toBe(0)
})

test('a newer version is told at the start, with the way to the settings', async () => {
  const { notices, shownView, asked } = await startedIn({ lookForUpdates: true, releasePage: PAGE, newest: NEWER })
  expect(asked()).toBe(1)
  expect(notices.offers.value).toMatchObject([{ kind: 'newVersion', figure: '9.9.9' }])
  notices.offers.value[0]!.act()
  expect(shownView.name.value).toBe('settings')
})

test('nothing is said at the start when there is nothing new or nobody answers', async () => {
  const newest = { version: '0.1.0', isNewer: false }
  const { notices } = await startedIn({ lookForUpdates: true, releasePage: PAGE, newest })
  const silent = await startedIn({ lookForUpdates: true, releasePage: PAGE })
  for (const said of [notices, silent.notices]) {
    expect(said.offers.value).toEqual([])
    expect(said.list.value).toEqual([])
  }
})

test('what was found by hand is there, and what went wrong', async () => {
  const { updates } = await startedIn({ lookForUpdates: false, releasePage: PAGE, newest: NEWER })
  await updates.look()
  expect(updates.found.value).toEqual(NEWER)
  expect(updates.error.value).toBeNull()
  const failing = await startedIn({ lookForUpdates: false, releasePage: PAGE })
  await failing.updates.look()
  expect(failing.updates.found.value).toBeNull()
  expect(failing.updates.error.value).not.toBeNull()
})
