import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createUser } from '@nats-io/nkeys'
import t from 'tap'
import { refuseSecretsInLogs } from './log-secrets.ts'
import { findSecrets } from './secret-patterns.ts'

const seed = new TextDecoder().decode(createUser().getSeed())
// Put together here, so that the scan of the repository finds none in this file.
const age = `AGE-SECRET-KEY-${'1'.padEnd(59, 'Q')}`
const pem = ['-----BEGIN', 'PRIVATE KEY-----'].join(' ')
const jwt = ['eyJhbGciOiJFZERTQSJ9', 'eyJpc3MiOiJhbXIifQ', 'A'.repeat(86)].join('.')
const url = ['postgres://wuhu_audit', 'n0t-a-word@127.0.0.1:5432/wuhu'].join(':')
const statement = ['alter role x login password', "'n0t-a-word'"].join(' ')
const secrets = {
  'nkey-seed': seed,
  'age-key': age,
  'private-key': pem,
  jwt,
  'url-password': url,
  'sql-password': statement
}

t.test('a secret has a form', async (t) => {
  for (const [kind, secret] of Object.entries(secrets)) {
    const found = findSecrets(`{"level":"info"}\n{"msg":"x ${secret} y"}`)
    t.match(found, [{ kind, line: 2, fingerprint: /^[0-9a-f]{12}$/ }], kind)
    t.equal(found.length, 1)
    t.notOk(JSON.stringify(found).includes(secret), 'the report does not repeat it')
  }
  const innocent = [
    createUser().getPublicKey(),
    'postgres://app:***@localhost/db',
    'nats://127.0.0.1:4222',
    'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq',
    '-----BEGIN CERTIFICATE-----'
  ]
  t.same(
    innocent.flatMap((text) => findSecrets(text)),
    []
  )
})

t.test('a secret in any log below a folder is an error', async (t) => {
  const folder = t.testdir({
    'nats.log': 'starting\n',
    keys: { 'console.key': 'c2VjcmV0IGJlaGluZCBjcmVkZW50aWFscw==\n' }
  })
  await mkdir(join(folder, 'data', 'logs'), { recursive: true })
  const log = join(folder, 'data', 'logs', 'audit.log')
  await writeFile(log, '{"msg":"listening"}\n')
  await refuseSecretsInLogs(folder)
  await writeFile(log, `{"msg":"listening"}\n{"msg":"answered","token":"${jwt}"}\n`)
  await t.rejects(refuseSecretsInLogs(folder), {
    message: /^日志中有秘密.*\ndata\/logs\/audit\.log:2 jwt [0-9a-f]{12}$/
  })
  await writeFile(log, '{"msg":"key c2VjcmV0IGJlaGluZCBjcmVkZW50aWFscw== read"}\n')
  await t.rejects(refuseSecretsInLogs(folder), { message: /audit\.log:1 content of a key file$/ })
})
