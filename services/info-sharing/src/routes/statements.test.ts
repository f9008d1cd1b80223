import { createKeyPair, mintToken } from '@wuhu/access'
import { digestOf, type KnownKey, signStatement, verifyEvent } from '@wuhu/access/signing'
import type { Envelope } from '@wuhu/contracts'
import t from 'tap'
import { testService } from '../app.test-setup.ts'

const attestation = 'no-state-secret; by=p-1'

/** The service with psb, whose system signs what it asks for. */
async function signingService(t: Tap) {
  const lines: string[] = []
  const service = await testService(t, { lines })
  const { app, admin, store, bus, hand } = service
  await service.join('psb', 'agency-system', { core: true })
  const pair = createKeyPair()
  await admin.post('/v1/agencies/psb/keys', { publicKey: pair.kid, role: 'agency-system' })

  /** By HTTP, or by NATS. */
  const open = async (title: string, options: { key?: string; door?: 'http' | 'nats'; sent?: object } = {}) => {
    const { key: idempotencyKey, door = 'http' } = options
    const token = await mintToken({ seed: pair.seed, agency: 'psb' })
    const body = { title }
    const signing = { seed: pair.seed, token, command: 'case.open', body, attestation, idempotencyKey }
    const headers = {
      Authorization: `Bearer ${token}`,
      'Wuhu-Attestation': attestation,
      'Wuhu-Signature': signStatement(signing),
      ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey })
    }
    const payload = options.sent ?? body
    if (door === 'nats') {
      const reply = await bus.request('cmd.psb.case.open', Buffer.from(JSON.stringify(payload)), { headers })
      return { status: Number(reply.headers.Status), body: JSON.parse(Buffer.from(reply.body).toString()) }
    }
    const reply = await app.inject({ method: 'POST', url: '/v1/cases', headers, payload })
    return { status: reply.statusCode, body: reply.json() }
  }
  const eventOf = async (caseNumber: string): Promise<Envelope> => {
    const [row] = await store.query<{ body: Buffer }>({
      text: 'select body from info_sharing.events where stream_id = $1 order by version',
      values: [`case/${caseNumber}`]
    })
    return JSON.parse(row?.body.toString() ?? '')
  }
  const keys = async (): Promise<Map<string, KnownKey>> => {
    const known = new Map<string, KnownKey>()
    for (const code of ['amr', 'psb']) {
      const { body } = await admin.get(`/v1/agencies/${code}`)
      for (const key of body.keys) known.set(key.kid, { ...key, agency: code })
    }
    return known
  }
  return { ...service, lines, pair, open, eventOf, keys, hand }
}

interface Tap {
  teardown(action: () => unknown): void
}

t.test('what an agency signed is in its event, and can be read to the letter', async (t) => {
  const { open, eventOf, keys, admin, join, pair, hand, lines } = await signingService(t)
  const since = '2020-01-01T00:00:00+08:00'
  await admin.post('/v1/agencies/amr/keys', { publicKey: hand.kid, role: 'service', validFrom: since })
  for (const door of ['http', 'nats'] as const) {
    const opened = await open(`一案 ${door}`, { door })
    t.equal(opened.status, 201, JSON.stringify(opened.body))
    const event = await eventOf(opened.body.id)
    t.match(event, { actor: 'psb', attested: 'psb/p-1', signedby: `psb#${pair.kid}` })
    const known = await keys()
    const path = `/v1/statements/${event.statement}`
    const psb = await join('psb')
    const read = await psb.get(path)
    t.match(read, { status: 200, body: { sha256: event.statement, agency: 'psb' } })
    t.match(read.body.text, new RegExp(`\\ncase\\.open\\n\\{\\}\\n\\{"title":"一案 ${door}"\\}$`))
    t.equal(digestOf(read.body.text), event.statement)
    const verdict = verifyEvent(
      event,
      (kid) => known.get(kid),
      () => read.body.text
    )
    t.match(verdict, { verdict: 'valid', by: `psb#${pair.kid}` })

    const [court, auditor] = [await join('court'), await join('amr', 'audit-admin')]
    const [denied, nothing] = [await court.get(path), await court.get(`/v1/statements/${'0'.repeat(64)}`)]
    t.equal(denied.status, 404)
    t.same(
      { ...denied.body, instance: '' },
      { ...nothing.body, instance: '' },
      "another's statement is as one that does not exist"
    )
    t.match(await auditor.get(path), { status: 422, body: { code: 'statement.reason-required' } })
    t.match(await auditor.get(`${path}?reason=${encodeURIComponent('核查')}`), { status: 200, body: read.body })
    for (const role of ['security-admin', 'system-admin'] as const)
      t.equal((await (await join('amr', role)).get(path)).status, 403)
    const readings = lines.map((line) => JSON.parse(line)).filter((line) => line.statement === event.statement)
    t.match(readings, [
      { msg: 'statement read', agency: 'psb', of: 'psb', key: psb.kid },
      { msg: 'statement read', agency: 'amr', of: 'psb', key: auditor.kid, reason: '核查' }
    ])
    t.equal(readings.length, 2)
  }
  t.notMatch(lines.join('\n'), /一案/, 'no line repeats what was said')
})

t.test('what no agency signed is signed by the service, for who acted', async (t) => {
  const { officer, admin, join, eventOf, hand, keys } = await signingService(t)
  const since = '2020-01-01T00:00:00+08:00'
  await admin.post('/v1/agencies/amr/keys', { publicKey: hand.kid, role: 'service', validFrom: since })
  await join('amr')
  const handler = await officer('amr', 'p-017', 'handler')
  const opened = await handler.post('/v1/cases', { title: '一案' })
  t.equal(opened.status, 201, JSON.stringify(opened.body))
  const event = await eventOf(opened.body.id)
  t.equal(event.signedby, `info-sharing#${hand.kid} for amr/p-017/handler`)
  t.notOk('statement' in event)
  const known = await keys()
  t.equal(verifyEvent(event, (kid) => known.get(kid)).verdict, 'valid')
})

t.test('a signature for one command makes no other, and revocation counts from its moment', async (t) => {
  const { open, eventOf, keys, admin, pair, store, hand } = await signingService(t)
  const since = '2020-01-01T00:00:00+08:00'
  await admin.post('/v1/agencies/amr/keys', { publicKey: hand.kid, role: 'service', validFrom: since })
  for (const door of ['http', 'nats'] as const) {
    const other = await open('一案', { door, sent: { title: '另案' } })
    t.match(other, { status: 422, body: { code: 'signature.invalid' } }, door)
  }
  t.equal((await store.query({ text: 'select 1 from info_sharing.statements' })).length, 0)
  const first = await open('一案', { key: 'k-1' })
  const again = await open('一案', { key: 'k-1' })
  t.equal(again.body.id, first.body.id, 'a new token, a new signature, the same answer')
  t.equal(
    (await store.query({ text: 'select 1 from info_sharing.statements' })).length,
    1,
    'nothing came of the second'
  )

  await admin.post(`/v1/agencies/psb/keys/${pair.kid}/revoke`, { reason: '更换' })
  const event = await eventOf(first.body.id)
  const known = await keys()
  t.ok(known.get(pair.kid)?.revokedAt)
  t.equal(verifyEvent(event, (kid) => known.get(kid)).verdict, 'valid', 'it was valid then')
  const later = { ...event, time: '2099-01-01T00:00:00.000+08:00' }
  t.match(
    verifyEvent(later, (kid) => known.get(kid)),
    { reason: 'signature.key-not-valid-then' }
  )
  t.equal((await open('二案')).status, 401, 'its tokens are refused')
})
