// Where new versions are published, put into the bundle by electron.vite.config.ts; null where the build was not told.
declare const CHARSCOPE_RELEASES: { addresses: readonly string[]; page: string } | null
