// The fuses of the application that is shipped, as they are read back from its executable.
import { FuseV1Options } from '@electron/fuses'

/** The marks in the executable are digits. */
export const [DISABLED, ENABLED] = ['0'.charCodeAt(0), '1'.charCodeAt(0)]

export const SHIPPED_FUSES = {
  [FuseV1Options.RunAsNode]: DISABLED,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: DISABLED,
  [FuseV1Options.EnableNodeCliInspectArguments]: DISABLED,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ENABLED,
  [FuseV1Options.OnlyLoadAppFromAsar]: ENABLED,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: DISABLED,
}
