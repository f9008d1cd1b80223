import { type Envelope, parseAudience, parseEnvelope } from '@wuhu/contracts'
import { until } from '@wuhu/test-support'
import t from 'tap'
import { type Reply, testService } from '../app.test-setup.ts'
import { follow } from '../commands/context.ts'
import { assistanceView } from './assistances.ts'

const number = '150824-2026-000001'
const letter = {
  caseNumber: number,
  addressee: 'psb',
  letterNumber: '乌中市监协〔2026〕1号',
  title: '调取纳税材料',
  items: [{ kind: 'document', text: '调取两年申报表' }],
  legalBasis: '行政处罚法第二十六条',
  approver: { person: 'p-001', role: 'agency-head' },
  targetUscc: '914403001922038216'
}

t.test('a forwarded letter reaches the new addressee whole; the old one follows without content', async (t) => {
  const service = await testService(t)
  const [amr, psb, tax] = [await service.join('amr'), await service.join('psb'), await service.join('tax')]
  await service.openCase(number, 'amr')
  const { id } = (await amr.post('/v1/assistances', letter)).body
  const path = `/v1/assistances/${id}`
  await psb.post(`${path}/receive`)
  t.equal((await tax.get(path)).status, 404, 'not before it is forwarded')
  t.match(await psb.post(`${path}/forward`, { to: 'nobody', reason: '理由' }), {
    status: 409,
    body: { code: 'agency.unknown' }
  })
  let forwarded: Reply | undefined
  /** As soon as a command of a stranger was refused, the letter is forwarded to it. */
  const once = async (call: never, work: never) => {
    try {
      return await service.store.once(call, work)
    } catch (error) {
      forwarded = await psb.post(`${path}/forward`, { to: 'tax', reason: '属税务职责' })
      throw error
    }
  }
  const deps = { store: { ...service.store, once: once as typeof service.store.once } }
  const call = {
    ...{ caller: { agency: 'tax' }, actor: { agency: 'tax' }, provenance: {}, params: { id }, body: {} },
    ...{ fingerprint: 'f', correlationId: 'c', token: { jti: 'tax-1', expiresAt: 0 }, expectedVersion: 9 }
  }
  const receiving = follow({ ...deps, now: () => '2026-06-01T09:00:00+08:00' } as never, call as never, {
    ...{ do: 'receive', agency: 'tax' }
  })
  await t.rejects(receiving, { name: 'NotFound', code: 'assistance.unknown' }, 'decided at one moment')
  t.match(forwarded, { status: 200, body: { status: 'sent' } })
  t.match(await psb.post(`${path}/receive`), { status: 409, body: { code: 'assistance.not-addressee' } })
  t.match(await tax.post(`${path}/receive`), { status: 200, body: { status: 'received' } })
  await tax.post(`${path}/accept`, { dueAt: '2026-06-15T18:00:00+08:00' })
  await tax.post(`${path}/reply`, { letterNumber: '乌中税函〔2026〕3号', text: '申报表附后' })

  const types = ({ body }: Reply) => body.history.map(({ event }: { event: Envelope }) => event.type)
  const asTax = await tax.get(path)
  t.strictSame(types(asTax), ['assist.forwarded.v1', 'assist.received.v1', 'assist.accepted.v1', 'assist.replied.v1'])
  t.match(asTax.body.letter, { items: letter.items, targetUscc: letter.targetUscc, letterNumber: letter.letterNumber })
  const asPsb = await psb.get(path)
  t.equal(asPsb.body.history.length, 6)
  t.match(asPsb.body.letter, { items: letter.items }, 'it has read the letter')
  t.notMatch(JSON.stringify(asPsb.body), '申报表附后')
  t.match(JSON.stringify((await amr.get(path)).body), '申报表附后')

  const stream = service.bus.stream('JOINT_INVESTIGATION')
  await until(async () => (await stream.describe()).lastSequence === 6, { what: 'six published events' })
  const ended = new AbortController()
  const audiences: string[][] = []
  for await (const messages of stream.read({ after: 0, signal: ended.signal })) {
    for (const { body } of messages) {
      const event = parseEnvelope(body)
      t.equal(event.casenumber, number)
      audiences.push(
        parseAudience(event.audience)
          .map(({ agency, ground }) => `${agency} ${ground}`)
          .sort()
      )
    }
    if (audiences.length === 6) ended.abort()
  }
  t.strictSame(audiences, [
    ['amr publisher', 'psb addressee'],
    ['amr party', 'psb publisher'],
    ['amr party', 'psb publisher', 'tax addressee'],
    ['amr party', 'psb conference', 'tax publisher'],
    ['amr party', 'psb conference', 'tax publisher'],
    ['amr addressee', 'psb conference', 'tax publisher']
  ])
})

t.test('lists by part, status and case, page by page', async (t) => {
  const service = await testService(t)
  const [amr, psb, tax] = [await service.join('amr'), await service.join('psb'), await service.join('tax')]
  await service.openCase(number, 'amr', 'psb')
  await service.openCase('150824-2026-000002', 'amr')
  const ids: string[] = []
  for (const [minute, change] of [{}, { caseNumber: '150824-2026-000002' }, { addressee: 'tax' }, {}].entries()) {
    service.clock(`2026-06-01T09:0${minute}:00.000+08:00`)
    const letterNumber = `乌中市监协〔2026〕${minute + 1}号`
    ids.unshift((await amr.post('/v1/assistances', { ...letter, letterNumber, ...change })).body.id)
  }
  await psb.post(`/v1/assistances/${ids[3]}/receive`)
  await psb.post(`/v1/assistances/${ids[3]}/forward`, { to: 'tax', reason: '属税务职责' })
  const list = async (who: typeof amr, query: string) =>
    (await who.get(`/v1/assistances${query}`)).body.items.map(({ id }: { id: string }) => ids.indexOf(id))

  t.strictSame(await list(amr, ''), [0, 1, 2, 3])
  t.strictSame(await list(amr, '?role=addressee'), [])
  t.strictSame(await list(amr, '?caseNumber=150824-2026-000002'), [2])
  t.strictSame(await list(psb, ''), [0, 2, 3], 'also what it handed on')
  t.strictSame(await list(psb, '?role=addressee'), [0, 2])
  t.strictSame(await list(psb, '?role=requester'), [])
  t.strictSame(await list(tax, '?role=addressee&status=sent'), [1, 3])
  t.strictSame(await list(tax, '?status=received'), [])

  const first = await amr.get('/v1/assistances?limit=3')
  t.equal(first.body.items.length, 3)
  const [, next = ''] = /^<(.+)>; rel="next"$/.exec(String(first.headers.link)) ?? []
  const second = await amr.get(next)
  t.strictSame(
    second.body.items.map(({ id }: { id: string }) => id),
    [ids[3]]
  )
  t.equal(second.headers.link, undefined)
  t.match(await amr.get('/v1/assistances?after=abc'), { status: 400, body: { code: 'cursor.invalid' } })
  t.match(await amr.get('/v1/assistances?status=lost'), { status: 400 })
})

t.test('the NATS door, repetition, operators', async (t) => {
  const service = await testService(t)
  const amr = await service.join('amr')
  const psb = await service.join('psb')
  await service.openCase(number, 'amr')
  const key = { 'idempotency-key': 'letter-1' }
  const first = await amr.post('/v1/assistances', letter, key)
  const again = await amr.post('/v1/assistances', letter, key)
  t.strictSame(again.body, first.body)
  t.equal(again.headers['idempotency-replayed'], 'true')

  const headers = { Authorization: `Bearer ${await psb.token()}` }
  const body = Buffer.from(JSON.stringify({ id: first.body.id }))
  const answer = await service.bus.request('cmd.psb.assistance.receive', body, { headers })
  t.equal(answer.headers.Status, '200')
  t.match(JSON.parse(Buffer.from(answer.body).toString()), { status: 'received', version: 2 })

  const auditor = await service.join('audit', 'audit-admin')
  t.equal((await auditor.get(`/v1/assistances/${first.body.id}`)).status, 403)
  t.equal((await auditor.get('/v1/status')).status, 200)
  const ready = await service.app.inject('/health/ready')
  t.equal(ready.statusCode, 200, ready.body)
})

t.test('the view can be dropped and rebuilt from the events; repeating one changes nothing', async (t) => {
  const { direct: store, ...service } = await testService(t)
  const [amr, psb] = [await service.join('amr'), await service.join('psb')]
  await service.join('tax')
  await service.openCase(number, 'amr')
  for (const [index, step] of (['forward', 'refuse'] as const).entries()) {
    const letterNumber = `乌中市监协〔2026〕${index + 1}号`
    const { id } = (await amr.post('/v1/assistances', { ...letter, letterNumber, dueAt: '2026-06-09T18:00:00+08:00' }))
      .body
    await psb.post(`/v1/assistances/${id}/receive`)
    t.match(
      await psb.post(`/v1/assistances/${id}/${step}`, { reason: '理由', ...(step === 'forward' && { to: 'tax' }) }),
      {
        status: 200
      }
    )
  }
  const rows = async () => [
    await store.db.selectFrom('assistances').selectAll().orderBy('id').execute(),
    await store.db.selectFrom('assistance_agencies').selectAll().orderBy('assistance_id').orderBy('agency').execute()
  ]
  const before = await rows()
  const bodies = await store.db.selectFrom('events').select('body').orderBy('stream_id').orderBy('version').execute()
  const events = bodies.map(({ body }) => parseEnvelope(body))
  for (const table of assistanceView.tables) await store.db.deleteFrom(table as 'assistances').execute()
  t.notSame(await rows(), before)
  for (const event of [...events, ...events]) await assistanceView.apply(store.db, event)
  t.strictSame(await rows(), before)
})
