// The memory of a process and of all that it started, from Linux's table of processes.
import { readdirSync, readFileSync } from 'node:fs'

/** The process and all that it started. */
export function familyOf(root) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [, parent] = /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? []
        return [[Number(name), Number(parent)]]
      } catch {
        return []
      }
    })
  const family = new Set([root])
  for (let size = 0; size !== family.size;) {
    size = family.size
    for (const [id, parent] of parents) if (family.has(parent)) family.add(id)
  }
  return [...family]
}

/** MiB: memory resident, with what processes share counted in each (`rss`) or divided among them (`pss`). */
export function memoryOf(ids) {
  const total = { rss: 0, pss: 0 }
  for (const id of ids) {
    const text = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8')
    total.rss += Number(/^Rss:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1024
    total.pss += Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1024
  }
  return total
}
