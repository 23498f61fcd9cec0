// How a page's question reaches an answer: strangers are refused, what it says is parsed, and only then is it answered.
import { ipcMain, type BrowserWindow } from 'electron'
import { z } from 'zod'
import type { ErrorValue } from '#core/contract/errors.ts'
import { labWindowOf } from './lab-windows.ts'
import { isFromPage } from './sender-check.ts'

/** The refusal of a message that is not of the agreed form. */
function malformed(operation: string, error: z.ZodError): { ok: false; error: ErrorValue } {
  return { ok: false, error: { code: 'input-malformed', parameters: { operation, detail: z.prettifyError(error) } } }
}

/**
 * Answers a channel.
 *
 * @param schema of the parameters, as a tuple
 * @param answer also told which window asks
 */
export function answerPage<Schema extends z.ZodType<unknown[]>>(
  channel: string,
  schema: Schema,
  answer: (window: BrowserWindow, ...parameters: z.infer<Schema>) => unknown,
): void {
  ipcMain.handle(channel, (event, ...parameters: unknown[]) => {
    const window = isFromPage(event) ? labWindowOf(event.sender) : null
    if (!window) throw new Error('This page may not speak to the lab')
    const parsed = schema.safeParse(parameters)
    return parsed.success ? answer(window, ...parsed.data) : malformed(channel, parsed.error)
  })
}
