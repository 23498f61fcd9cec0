// Small JSON files of the lab's own, checked when read: a file that is damaged counts as not there.
import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { writeFileAtomically } from './atomic-file.ts'

/** The file's content, or null when it is missing, unreadable or not of the schema. */
export async function readJsonFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<z.infer<Schema> | null> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

export async function writeJsonFile(path: string, content: unknown): Promise<void> {
  await writeFileAtomically(path, `${JSON.stringify(content, null, 2)}\n`)
}
