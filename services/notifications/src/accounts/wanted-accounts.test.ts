import { createKeyPair, loadKey } from '@wuhu/access'
import { until } from '@wuhu/test-support'
import t from 'tap'
import { testApp } from '../app.test-setup.ts'
import { createAgencyKeys } from './agency-keys.ts'
import { wantedAccounts } from './wanted-accounts.ts'

t.test('accounts follow from the directory', async (t) => {
  const { store, publish, app, headers } = await testApp(t)
  const keysOf = createAgencyKeys(Buffer.alloc(32, 7))
  const hub = keysOf('hub').account
  const audience = [{ agency: 'amr', ground: 'publisher' as const }]
  const agency = (code: string) => ({
    type: 'agency.registered.v1',
    subject: `agency/${code}`,
    data: { code, name: code, office: false, core: true, membership: [], assessable: true },
    audience
  })
  const { kid } = createKeyPair()
  const data = { code: 'psb', kid, role: 'agency-system', validFrom: '2026-01-01T00:00:00+08:00' }
  const ending = { validUntil: '2026-06-01T00:00:00+08:00' }
  await publish('INFO_SHARING', agency('psb'), agency('court'), {
    type: 'agency.key-added.v1',
    subject: 'agency/psb',
    data: { ...data, ...ending },
    audience
  })
  const wanted = async (now: string) => {
    const all = await wantedAccounts(store.db, { hub, keysOf, now: Date.parse(now) })
    return Object.fromEntries(all.map(({ agency, content }) => [agency, Object.keys(content.revocations ?? {})]))
  }
  await until(() => loadKey(store.db, kid))
  t.same(await wanted('2026-05-31T15:59:59Z'), { court: [], psb: [] })
  t.same(await wanted('2026-05-31T16:00:00Z'), { court: [], psb: [kid] }, 'its validity is over')
  const answer = await app.inject({ url: '/v1/nats-credentials', headers: await headers('psb') })
  t.equal(answer.statusCode, 501, answer.body)
  t.match(answer.json(), { code: 'nats.no-accounts', title: '本总线未启用单位账户' })
})
