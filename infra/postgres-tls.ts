import { chown, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PostgresHome } from './postgres-home.ts'

/** Paths of PEM files: the server's pair, and the authority that signed it. */
export interface ServerTls {
  readonly ca: string
  readonly cert: string
  readonly key: string
}

/** Postgres reads the key as its own user, and lets only TLS in by TCP: there are no other lines in its pg_hba. */
export async function tlsSettings(home: PostgresHome, tls: ServerTls): Promise<string[]> {
  const place = async (name: string, text: string) => {
    const file = join(home.dataDir, name)
    await writeFile(file, text, { mode: 0o600 })
    if (home.account) await chown(file, home.account.uid, home.account.gid)
    return file
  }
  const hosts = ['127.0.0.1/32', '::1/128'].map((address) => `hostssl all all ${address} scram-sha-256`)
  return [
    'ssl=on',
    'ssl_min_protocol_version=TLSv1.2',
    `ssl_cert_file=${await place('server.crt', await readFile(tls.cert, 'utf8'))}`,
    `ssl_key_file=${await place('server.key', await readFile(tls.key, 'utf8'))}`,
    `hba_file=${await place('pg_hba.tls.conf', `${hosts.join('\n')}\n`)}`
  ]
}
