import { createKeyPair } from '@wuhu/access'
import { claimsOf } from '@wuhu/bus/nats-accounts'
import t from 'tap'
import { createAgencyKeys } from './agency-keys.ts'
import { issueCredentials } from './issue-credentials.ts'

const keysOf = createAgencyKeys(Buffer.alloc(32, 7))
const now = Date.parse('2026-11-01T00:00:00Z')
const { kid } = createKeyPair()
const key = { kid, agency: 'psb' }

t.test('a user of the agency’s account, for this key, as long as the key is valid', async (t) => {
  const credentials = await issueCredentials(
    { ...key, validUntil: '2026-12-01T08:00:00+08:00' },
    { keysOf, now, urls: ['nats://bus:4222'] }
  )
  const { account, signer } = keysOf('psb')
  t.match(claimsOf(credentials.jwt), {
    sub: kid,
    iss: signer.getPublicKey(),
    exp: Date.parse('2026-12-01T00:00:00Z') / 1000,
    nats: { issuer_account: account, type: 'user' }
  })
  const rights = claimsOf(credentials.jwt).nats as object
  t.notOk('pub' in rights || 'sub' in rights, 'what it may do is in the account')
  t.match(credentials, {
    ...{ apiPrefix: 'busapi', stream: 'MAIL', durable: 'psb', inboxPrefix: '_INBOX_psb', urls: ['nats://bus:4222'] },
    expiresAt: '2026-12-01T08:00:00.000+08:00'
  })
  const [head, body, signature = ''] = credentials.jwt.split('.')
  t.ok(signer.verify(Buffer.from(`${head}.${body}`), Buffer.from(signature, 'base64url')))
})

t.test('a key without end opens for a year', async (t) => {
  const { expiresAt } = await issueCredentials(key, { keysOf, now })
  t.equal(expiresAt, '2027-11-01T08:00:00.000+08:00')
})

t.test('agencies share no keys, and the account does not sign', async (t) => {
  const [psb, court] = [keysOf('psb'), keysOf('court')]
  const all = [psb, court].flatMap(({ account, signer }) => [account, signer.getPublicKey()])
  t.equal(new Set(all).size, 4)
  t.same(createAgencyKeys(Buffer.alloc(32, 7))('psb').account, psb.account, 'the same in every process')
})
