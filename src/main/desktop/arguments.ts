// The files named on a command line of the application.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

function pathOf(argument: string, folder: string): string[] {
  if (!argument.startsWith('file:')) return [resolve(folder, argument)]
  try {
    return [fileURLToPath(argument)]
  } catch {
    return []
  }
}

/**
 * @param argumentList as the process got it, the program first
 * @param folder that relative paths start from
 * @param isPackaged false when the application itself is named after the program, as in development
 * @returns absolute paths; switches, which Chromium adds to of its own, are not among them
 */
export function filesNamed(argumentList: readonly string[], folder: string, isPackaged: boolean): string[] {
  const [, ...parameters] = argumentList.filter((argument) => argument !== '' && !argument.startsWith('-'))
  return (isPackaged ? parameters : parameters.slice(1)).flatMap((argument) => pathOf(argument, folder))
}
