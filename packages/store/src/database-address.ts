import type pg from 'pg'

/** Where a database is, and who vouches for it. */
export interface DatabaseAddress {
  readonly url: string
  /** PEM of the authority that must have signed the server's certificate; then there is no connection without TLS. */
  readonly ca?: string | undefined
}

const sslParameters = ['ssl', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'sslnegotiation', 'uselibpqcompat']

/**
 * What pg is told. With `ca` it is libpq's verify-full: the certificate is signed by that authority and names the host
 * of the URL, whatever `sslmode` the URL asks for.
 */
export function connectionTo({ url, ca }: DatabaseAddress): pg.ClientConfig {
  if (ca === undefined) return { connectionString: url }
  const plain = new URL(url)
  for (const name of sslParameters) plain.searchParams.delete(name)
  return { connectionString: plain.href, ssl: { ca, rejectUnauthorized: true, minVersion: 'TLSv1.2' } }
}
