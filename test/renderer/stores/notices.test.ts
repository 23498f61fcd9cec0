import { expect, test } from 'vitest'
import { createNotices, NOTICE_LIMIT } from '../../../src/renderer/stores/notices.ts'

test('notices are few, the newest last, and go when they were read', () => {
  const notices = createNotices()
  for (let number = 0; number < NOTICE_LIMIT + 2; number++) {
    notices.report({ code: 'file-missing', parameters: { file: `${number}.txt` } })
  }
  expect(notices.list.value.map(({ error }) => error.parameters.file)).toEqual(['2.txt', '3.txt', '4.txt'])
  notices.dismiss(notices.list.value[0]?.id ?? 0)
  expect(notices.list.value.length).toBe(2)
})

test('the same notice is not shown twice', () => {
  const notices = createNotices()
  notices.report({ code: 'run-unknown', parameters: {} })
  notices.report({ code: 'run-unknown', parameters: {} })
  expect(notices.list.value.length).toBe(1)
})

test('a lost connection is the banner’s to say', () => {
  const notices = createNotices()
  notices.report({ code: 'connection-lost', parameters: {} })
  expect(notices.list.value).toEqual([])
})

test('what was done is offered to be followed or taken back, until it is forgotten', () => {
  const notices = createNotices()
  let acted = 0
  for (let figure = 0; figure < NOTICE_LIMIT + 1; figure++) notices.offer('removed', figure, () => acted++)
  notices.offer('saved', 1200, () => acted++)
  expect(notices.offers.value.map(({ kind, figure }) => [kind, figure])).toEqual([
    ['removed', 2],
    ['removed', 3],
    ['saved', 1200],
  ])
  const [first] = notices.offers.value
  first?.act()
  notices.forget(first?.id ?? 0)
  expect(acted).toBe(1)
  expect(notices.offers.value).toHaveLength(2)
})
