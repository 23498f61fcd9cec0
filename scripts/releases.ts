// Where a build is to look for new versions, from its environment: CHARSCOPE_UPDATE_ADDRESSES, one or several addresses of
// a file `{"version": "1.2.3"}`, separated by spaces, in the order in which they are tried, and CHARSCOPE_RELEASE_PAGE, the
// page where a user gets the new version.

export interface Releases {
  addresses: string[]
  page: string
}

/** Null when nothing is said. @throws Error when what is said is no address */
export function releasesOf(environment: Record<string, string | undefined>): Releases | null {
  const addresses = (environment.CHARSCOPE_UPDATE_ADDRESSES ?? '').split(/\s+/).filter((address) => address !== '')
  const page = environment.CHARSCOPE_RELEASE_PAGE ?? ''
  if (addresses.length === 0 && page === '') return null
  for (const address of [...addresses, page]) {
    const { protocol, hostname } = new URL(address)
    if (protocol !== 'https:' && hostname !== '127.0.0.1') throw new Error(`Not an https address: ${address}`)
  }
  return { addresses, page }
}
