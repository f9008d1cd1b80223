import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { type Static, Type } from '@sinclair/typebox'
import { fail } from './stop.ts'
import type { HttpTls } from './tls.ts'

const file = (description: string) => Type.Optional(Type.String({ description }))

/** Settings of whoever connects to Postgres; spread into a service's own. All are paths of PEM files. */
export const databaseTlsSettings = {
  DATABASE_CA: file('信任的 CA，用于核验 Postgres 的证书 CA that must have signed the certificate of Postgres')
}

/** Settings of a service that listens; spread into its own. Without TLS_CERT it speaks HTTP. */
export const tlsSettings = {
  ...databaseTlsSettings,
  TLS_CERT: file('HTTPS 证书（链） certificate of this service, with its chain; without it: HTTP'),
  TLS_KEY: file('HTTPS 私钥 its private key'),
  TLS_CLIENT_CA: file('签发客户端证书的 CA CA of the clients that may present a certificate'),
  TLS_CLIENT_CRL: file('客户端证书吊销列表 list of their revoked certificates, read at start'),
  TLS_CLIENT: Type.Optional(
    Type.Unsafe<HttpTls['client']>({
      type: 'string',
      enum: ['off', 'request', 'require'],
      description: '客户端证书 client certificates: off, request or require; request where TLS_CLIENT_CA is set'
    })
  ),
  NATS_CA: file('信任的 CA，用于核验 NATS 的证书 CA that must have signed the certificate of NATS'),
  NATS_CERT: file('连接 NATS 的客户端证书 client certificate for NATS, where the server asks for one'),
  NATS_KEY: file('其私钥 its private key')
}

const shape = Type.Object(tlsSettings)
type TlsSettings = Static<typeof shape> & { readonly DATABASE_URL?: string; readonly NATS_URL?: string }

/** What the settings name, read. PEM texts. */
export interface Tls {
  /** For createHost; undefined: plain HTTP. */
  readonly http: HttpTls | undefined
  /** For createPool, migrate and pendingMigrations. */
  readonly databaseCa: string | undefined
  /** For connectNats; undefined: as the server says, with the authorities that Node trusts. */
  readonly nats: { readonly ca: string; readonly cert?: string; readonly key?: string } | undefined
}

/** Reads the files that the settings name. @throws Stop: one sentence, for settings that contradict each other too */
export function readTls(settings: TlsSettings): Tls {
  const { TLS_CERT, TLS_KEY, TLS_CLIENT_CA, TLS_CLIENT_CRL, TLS_CLIENT, DATABASE_CA, NATS_CA } = settings
  const client = TLS_CLIENT ?? (TLS_CLIENT_CA === undefined ? 'off' : 'request')
  together({ TLS_CERT, TLS_KEY })
  if (TLS_CERT === undefined && (TLS_CLIENT_CA !== undefined || client !== 'off')) {
    fail('TLS_CLIENT_CA、TLS_CLIENT 须与 TLS_CERT 同用 · TLS_CLIENT_CA and TLS_CLIENT need TLS_CERT')
  }
  if (client !== 'off' && TLS_CLIENT_CA === undefined) {
    fail(`TLS_CLIENT=${client} 须有 TLS_CLIENT_CA · TLS_CLIENT=${client} needs TLS_CLIENT_CA`)
  }
  if (TLS_CLIENT_CRL !== undefined && TLS_CLIENT_CA === undefined) {
    fail('TLS_CLIENT_CRL 须与 TLS_CLIENT_CA 同用 · TLS_CLIENT_CRL needs TLS_CLIENT_CA')
  }
  const mode = sslmode(settings.DATABASE_URL)
  if (DATABASE_CA !== undefined && mode !== undefined && mode !== 'verify-full') {
    fail(`DATABASE_CA 与 sslmode=${mode} 矛盾 · DATABASE_CA contradicts sslmode=${mode} in DATABASE_URL`)
  }
  return {
    http:
      TLS_CERT === undefined || TLS_KEY === undefined ? undefined : httpOf({ ...settings, TLS_CERT, TLS_KEY }, client),
    databaseCa: DATABASE_CA === undefined ? undefined : authority('DATABASE_CA', DATABASE_CA),
    nats: natsOf(settings, NATS_CA)
  }
}

function httpOf(
  { TLS_CERT, TLS_KEY, TLS_CLIENT_CA, TLS_CLIENT_CRL }: TlsSettings & { TLS_CERT: string; TLS_KEY: string },
  client: HttpTls['client']
): HttpTls {
  return {
    ...pair('TLS_CERT', TLS_CERT, 'TLS_KEY', TLS_KEY),
    client,
    ...(client !== 'off' && TLS_CLIENT_CA !== undefined && { clientCa: authority('TLS_CLIENT_CA', TLS_CLIENT_CA) }),
    ...(client !== 'off' &&
      TLS_CLIENT_CRL !== undefined && { clientCrl: revocations('TLS_CLIENT_CRL', TLS_CLIENT_CRL) })
  }
}

function revocations(name: string, path: string): string {
  const pem = read(name, path)
  try {
    createSecureContext({ crl: pem })
    return pem
  } catch {
    return fail(`${name} 不是 PEM 吊销列表 · ${name} is no list of revoked certificates in PEM: ${path}`)
  }
}

function natsOf({ NATS_CERT, NATS_KEY }: TlsSettings, ca: string | undefined): Tls['nats'] {
  together({ NATS_CERT, NATS_KEY })
  if (ca === undefined && NATS_CERT !== undefined) fail('NATS_CERT 须与 NATS_CA 同用 · NATS_CERT needs NATS_CA')
  if (ca === undefined) return undefined
  const own = NATS_CERT && NATS_KEY ? pair('NATS_CERT', NATS_CERT, 'NATS_KEY', NATS_KEY) : {}
  return { ca: authority('NATS_CA', ca), ...own }
}

function together(settings: Readonly<Record<string, string | undefined>>): void {
  const names = Object.keys(settings)
  const missing = names.filter((name) => settings[name] === undefined)
  if (missing.length === 0 || missing.length === names.length) return
  fail(`${names.join('、')} 须同时设置 · ${names.join(' and ')} go together: ${missing.join(', ')} is not set`)
}

function read(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return fail(`${name} 无法读取 · ${name} cannot be read: ${path} (${code})`)
  }
}

function authority(name: string, path: string): string {
  const pem = read(name, path)
  certificateIn(name, path, pem)
  return pem
}

/** The first certificate of a file. */
function certificateIn(name: string, path: string, pem: string): X509Certificate {
  try {
    return new X509Certificate(pem)
  } catch {
    return fail(`${name} 不是 PEM 证书 · ${name} is no certificate in PEM: ${path}`)
  }
}

function pair(certName: string, certPath: string, keyName: string, keyPath: string): { cert: string; key: string } {
  const [cert, key] = [read(certName, certPath), read(keyName, keyPath)]
  const certificate = certificateIn(certName, certPath, cert)
  const fits = () => {
    try {
      return certificate.checkPrivateKey(createPrivateKey(key))
    } catch {
      return fail(`${keyName} 不是 PEM 私钥 · ${keyName} is no private key in PEM: ${keyPath}`)
    }
  }
  if (!fits()) fail(`${keyName} 与 ${certName} 不是一对 · ${keyName} does not belong to ${certName}`)
  if (certificate.validToDate.getTime() < Date.now()) {
    fail(`${certName} 已过期 · ${certName} expired on ${certificate.validTo}`)
  }
  return { cert, key }
}

const sslmode = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : (new URL(url).searchParams.get('sslmode') ?? undefined)
