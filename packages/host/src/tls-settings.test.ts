import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Type } from '@sinclair/typebox'
import t from 'tap'
import { loadConfig } from './config.ts'
import { Stop } from './stop.ts'
import { createAuthority } from './tls.fixture.ts'
import { readTls, tlsSettings } from './tls-settings.ts'

const schema = Type.Object({ DATABASE_URL: Type.String({ description: 'database' }), ...tlsSettings })
const DATABASE_URL = 'postgres://app@localhost/db'

/** What a service does with its environment. */
const start = (env: Record<string, string>) => readTls(loadConfig(schema, { DATABASE_URL, ...env }, []))

t.test('nothing set: plain connections; files set: their texts', async (t) => {
  t.same(start({}), { http: undefined, databaseCa: undefined, nats: undefined })
  const { ca, caPath, server, client } = await createAuthority(t)
  const { cert, key, certPath, keyPath } = await server(['localhost'])
  const own = await client('info-sharing')
  const tls = start({
    ...{ TLS_CERT: certPath, TLS_KEY: keyPath, TLS_CLIENT_CA: caPath, DATABASE_CA: caPath },
    ...{ NATS_CA: caPath, NATS_CERT: own.certPath, NATS_KEY: own.keyPath }
  })
  t.same(tls, {
    http: { cert, key, client: 'request', clientCa: ca },
    databaseCa: ca,
    nats: { ca, cert: own.cert, key: own.key }
  })
  const off = start({ TLS_CERT: certPath, TLS_KEY: keyPath, TLS_CLIENT_CA: caPath, TLS_CLIENT: 'off' })
  t.same(off.http, { cert, key, client: 'off' })
})

t.test('what contradicts itself or cannot be read is one sentence and exit code 1', async (t) => {
  const { caPath, folder, server } = await createAuthority(t)
  const { certPath, keyPath } = await server(['localhost'])
  const other = await server(['other'])
  const old = await server(['old'], 2)
  const pair = { TLS_CERT: certPath, TLS_KEY: keyPath }
  const junk = join(folder, 'junk')
  await writeFile(junk, 'junk')
  const cases: [RegExp, Record<string, string>][] = [
    [/TLS_CERT and TLS_KEY go together: TLS_KEY is not set/, { TLS_CERT: certPath }],
    [/TLS_CERT and TLS_KEY go together: TLS_CERT is not set/, { TLS_KEY: keyPath }],
    [/TLS_CERT cannot be read: .*nowhere \(ENOENT\)/, { ...pair, TLS_CERT: join(folder, 'nowhere') }],
    [/TLS_CERT is no certificate in PEM/, { ...pair, TLS_CERT: junk }],
    [/TLS_KEY is no private key in PEM/, { ...pair, TLS_KEY: junk }],
    [/TLS_KEY does not belong to TLS_CERT/, { ...pair, TLS_KEY: other.keyPath }],
    [/TLS_CERT expired on/, { TLS_CERT: old.certPath, TLS_KEY: old.keyPath }],
    [/TLS_CLIENT_CA and TLS_CLIENT need TLS_CERT/, { TLS_CLIENT_CA: caPath }],
    [/TLS_CLIENT=require needs TLS_CLIENT_CA/, { ...pair, TLS_CLIENT: 'require' }],
    [/TLS_CLIENT \(--tls-client\): .*allowed values/, { ...pair, TLS_CLIENT: 'maybe' }],
    [/TLS_CLIENT_CRL needs TLS_CLIENT_CA/, { ...pair, TLS_CLIENT_CRL: caPath }],
    [/TLS_CLIENT_CRL is no list/, { ...pair, TLS_CLIENT_CA: caPath, TLS_CLIENT_CRL: junk }],
    [
      /DATABASE_CA contradicts sslmode=disable/,
      { DATABASE_CA: caPath, DATABASE_URL: `${DATABASE_URL}?sslmode=disable` }
    ],
    [/DATABASE_CA is no certificate/, { DATABASE_CA: junk }],
    [/NATS_CERT needs NATS_CA/, { NATS_CERT: certPath, NATS_KEY: keyPath }],
    [/NATS_CERT and NATS_KEY go together/, { NATS_CA: caPath, NATS_CERT: certPath }]
  ]
  for (const [message, env] of cases) {
    try {
      start(env)
      t.fail(`started with ${Object.keys(env)}`)
    } catch (error) {
      t.match(error, { message, exitCode: 1 }, String(message))
      t.notMatch((error as Stop).message, '\n')
      t.ok(error instanceof Stop)
    }
  }
})
