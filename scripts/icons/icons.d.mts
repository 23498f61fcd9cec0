// Types of icons.mjs for the tests.
export const ICONS_FOLDER: string
/** The files' contents by name. */
export function makeIcons(): Record<string, Buffer>
