// What tells a Linux desktop of the application: its entry in the menu and the types of file that are its own.
import { ASSOCIATIONS, CONFIGURATION } from './configuration.mjs'

const { linux } = CONFIGURATION

/** Types that the system has no definition of. */
const OWN_TYPES = ASSOCIATIONS.filter(({ mimeType }) => mimeType.includes('/x-'))

/** The `.desktop` file. */
export function desktopEntry() {
  const entries = {
    Type: 'Application',
    ...linux.desktop.entry,
    Exec: `${linux.executableName} %F`,
    Icon: linux.executableName,
    Terminal: 'false',
    Categories: `${linux.category};`,
    MimeType: `${ASSOCIATIONS.map(({ mimeType }) => mimeType).join(';')};`,
  }
  const lines = Object.entries(entries).map(([key, value]) => `${key}=${value}`)
  return `[Desktop Entry]\n${lines.join('\n')}\n`
}

/** The definition of the types of file, for the shared MIME database. */
export function mimeDefinition() {
  // Heavier than the common weight of 50: that a .npz is also a zip is less to the point.
  const types = OWN_TYPES.map(
    ({ ext, mimeType, name }) => `  <mime-type type="${mimeType}">
    <comment>${name}</comment>
    <glob pattern="*.${ext}" weight="60"/>
  </mime-type>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
${types.join('\n')}
</mime-info>
`
}
