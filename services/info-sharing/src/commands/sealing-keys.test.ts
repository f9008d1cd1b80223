import { createSealingIdentity } from '@wuhu/sdk/sealing'
import t from 'tap'
import { testService } from '../app.test-setup.ts'

t.test('sealing keys', async (t) => {
  let clock = Date.parse('2026-06-01T01:00:00Z')
  const service = await testService(t, { now: () => new Date(clock).toISOString() })
  const { join, admin } = service
  const [psb, tax] = [await join('psb'), await join('tax')]
  const path = '/v1/agencies/psb/sealing-keys'
  const [{ recipient }, next, third] = [
    await createSealingIdentity(),
    await createSealingIdentity(),
    await createSealingIdentity()
  ]
  const published = async () =>
    (await tax.get('/v1/agencies/psb')).body.sealingKeys.map((key: { recipient: string; current: boolean }) => [
      key.recipient,
      key.current
    ])

  await t.test('are published by the agency itself, and by nobody else', async (t) => {
    t.same(await published(), [])
    for (const other of [tax, admin, await join('psb', 'security-admin'), await join('psb', 'audit-admin')]) {
      t.equal((await other.post(path, { recipient })).status, 403)
    }
    const officer = await service.officer('psb', 'p-001', 'agency-head')
    t.equal((await officer.post(path, { recipient })).status, 403)
    t.same(await published(), [])
    t.match(await psb.post(path, { recipient }), {
      status: 201,
      body: { version: 1, events: [{ type: 'agency.sealing-key-published.v1' }] }
    })
    t.same((await psb.post(path, { recipient })).body.events, [], 'said once')
    t.same(await published(), [[recipient, true]])
  })

  await t.test('are checked', async (t) => {
    const last = next.recipient.at(-1) === 'q' ? 'p' : 'q'
    for (const wrong of [`${next.recipient.slice(0, -1)}${last}`, next.identity, 'age1', `${next.recipient} `]) {
      t.match(await psb.post(path, { recipient: wrong }), { status: 400, body: { code: 'request.invalid' } })
    }
    const past = { recipient: next.recipient, validFrom: '2026-05-01T00:00:00+08:00' }
    t.match(await psb.post(path, past), { status: 409, body: { code: 'sealing-key.validity' } })
  })

  await t.test('follow each other: the last one in force is current', async (t) => {
    const later = { recipient: next.recipient, validFrom: '2026-06-02T00:00:00+08:00' }
    t.equal((await psb.post(path, later)).status, 201)
    t.match(await psb.post(path, { recipient: third.recipient }), { status: 409 }, 'not before the one announced')
    t.match(await psb.post(path, { ...later, validFrom: '2026-06-03T00:00:00+08:00' }), {
      status: 409,
      body: { code: 'sealing-key.exists' }
    })
    t.same(await published(), [
      [recipient, true],
      [next.recipient, false]
    ])
    clock = Date.parse('2026-06-01T16:00:00Z')
    t.same(await published(), [
      [recipient, false],
      [next.recipient, true]
    ])
  })
})
