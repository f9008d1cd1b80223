import { readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { initAuthority, issueCertificate, listCertificates, renewCertificate } from '@wuhu/cli/ca'
import type { ServerTls } from './postgres-tls.ts'

/** Where the data folder keeps its authority; stack.json names the certificate by this path. */
export const authorityFile = join('tls', 'ca.crt')

/** The launcher's servers listen on this machine only, and share one certificate. */
const file = 'localhost'
const names = ['localhost', '127.0.0.1', '::1']
const month = 30 * 86_400_000

/**
 * Makes the local CA in the data folder when there is none, and the certificate of all servers of the stack; renews it
 * when it ends within 30 days.
 * @throws Failure of `wuhu ca`, one sentence
 */
export async function prepareTls(dataDir: string, now = new Date()): Promise<ServerTls> {
  const folder = join(dataDir, 'tls')
  const ca = join(dataDir, authorityFile)
  if (!(await stat(ca).catch(() => undefined))) {
    await initAuthority(folder, { name: 'Five Mutuals local CA', days: 3650, now })
  }
  const present = (await listCertificates(folder, now)).find((one) => one.file === file)
  if (!present) await issueCertificate(folder, { names, days: 365 }, now)
  else if (present.state !== 'valid' || present.notAfter.getTime() - now.getTime() < month) {
    await renewCertificate(folder, file, { now })
  }
  return { ca, cert: join(folder, `${file}.crt`), key: join(folder, `${file}.key`) }
}

/** Settings of a service: HTTPS, clients may present a certificate, Postgres and NATS must present one. */
export function tlsEnvironment({ ca, cert, key }: ServerTls): Readonly<Record<string, string>> {
  const crl = ca.replace(/\.crt$/, '.crl')
  return {
    TLS_CERT: cert,
    TLS_KEY: key,
    TLS_CLIENT_CA: ca,
    TLS_CLIENT_CRL: crl,
    DATABASE_CA: ca,
    NATS_CA: ca
  }
}

/** The part of nats-server's configuration. With `verify` clients must present a certificate too. */
export function natsTls({ ca, cert, key }: ServerTls, verify = false): string {
  const text = (path: string) => JSON.stringify(path)
  const lines = [`cert_file: ${text(cert)}`, `key_file: ${text(key)}`, `ca_file: ${text(ca)}`, 'min_version: "1.2"']
  return `tls {\n  ${[...lines, `verify: ${verify}`].join('\n  ')}\n}`
}

/** From now on this process trusts the authority, beside those that Node brings: fetch, Postgres and NATS alike. */
export function trustAuthority(ca: string): void {
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(ca, 'utf8')])
}
