import { createHash } from 'node:crypto'
import t from 'tap'
import { testPromotion } from './promotion.test-setup.ts'

const at = (day: string) => `2026-05-${day}T10:00:00+08:00`
const path = '/v1/figures?kind=on-time&month=2026-05'

t.test('figures are counted from the log, and anyone can count them again', async (t) => {
  const { amr, psb, tax, court, clockEnded, settled, clock, store, get } = await testPromotion(t)
  clock('2026-06-02T09:00:00+08:00')
  const counted = [
    { holder: 'psb', at: at('04'), outcome: 'met' },
    { holder: 'psb', at: at('05'), time: '2026-06-01T08:00:00+08:00', outcome: 'met' },
    // Noticed in the month after: it was due in this one.
    { holder: 'psb', at: '2026-05-31T23:59:59.999+08:00', time: '2026-06-01T08:00:00+08:00', outcome: 'breached' },
    { holder: 'psb', at: '2026-05-01T00:00:00+08:00', of: 'clue/1', rule: 'A1', outcome: 'met' },
    { holder: 'tax', at: at('07'), of: 'task/1', rule: 'E3', outcome: 'breached' },
    { holder: 'court', at: at('08'), of: 'consultation/1', rule: 'B20', outcome: 'met' }
  ] as const
  const lines: string[] = []
  for (const { outcome, ...ended } of counted) lines.push(`${(await clockEnded(outcome, ended)).id} ${outcome}\n`)
  const late = await clockEnded('met', { holder: 'psb', at: at('09'), late: true })
  const before = await clockEnded('met', { holder: 'psb', at: '2026-04-30T23:59:59.999+08:00' })
  const after = await clockEnded('breached', { holder: 'psb', at: '2026-06-01T00:00:00+08:00' })
  const ofApril = { at: '2026-04-30T23:59:59+08:00', time: at('01') }
  const earlier = [
    await clockEnded('breached', { holder: 'psb', ...ofApril }),
    await clockEnded('met', { holder: 'psb', ...ofApril })
  ]
  const rights = [
    await clockEnded('breached', { holder: 'psb', at: at('10'), rule: 'B5a' }),
    await clockEnded('breached', { holder: 'tax', at: at('10'), rule: 'B9' }),
    await clockEnded('met', { holder: 'tax', at: at('11'), rule: 'B9' })
  ]
  await settled()

  const { status, body } = await psb.get(path)
  t.equal(status, 200, JSON.stringify(body))
  const of = (code: string) => body.items.find((one: { agency: string }) => one.agency === code)
  t.match(of('psb'), { met: 3, breached: 1, counted: 4, rate: 0.75, text: '75%', assessed: true })
  t.match(of('psb').mutuals, [
    { mutual: 'info-exchange', counted: 0, rate: null, text: '无数据' },
    { mutual: 'clue-sharing', met: 1, breached: 0, rate: 1, text: '100%' },
    { mutual: 'consultation', text: '无数据' },
    { mutual: 'assistance', met: 2, breached: 1, rate: 0.6667, text: '66.67%' },
    { mutual: 'promotion', text: '无数据' }
  ])
  t.match(of('tax'), { met: 0, breached: 1, rate: 0, text: '0%' })
  t.match(of('amr'), { counted: 0, rate: null, text: '无数据' }, 'no cases is no data')
  t.match(of('court'), { met: 1, assessed: false }, 'shown')
  t.match(body.total, { met: 3, breached: 2, rate: 0.6 }, 'and not in the total')

  const ids = lines.map((line) => line.split(' ')[0])
  const whole = await amr.get('/v1/figures/events?kind=on-time&month=2026-05&limit=4')
  const rest = await amr.get(`/v1/figures/events?kind=on-time&month=2026-05&limit=4&after=${whole.body.next}`)
  const listed = [...whole.body.items, ...rest.body.items].map(({ id }: { id: string }) => id)
  t.strictSame(listed.sort(), ids.toSorted(), 'the list is what was counted')
  for (const { id } of [late, before, after, ...earlier, ...rights]) t.notOk(listed.includes(id))
  t.match((await amr.get(of('tax').events)).body.items, [{ id: ids[4], outcome: 'breached' }])
  t.equal((await amr.get(of('psb').mutuals[3].events)).body.items.length, 3)
  const sha256 = createHash('sha256').update(lines.toSorted().join('')).digest('hex')
  t.match(body.manifest, { definition: 'on-time/2', count: 6, sha256 })
  t.match(whole.body, { manifest: { count: 6, sha256 }, withheld: 0 }, 'the office sees all')
  t.notOk(rest.body.manifest)

  const hashOf = (some: readonly string[]) => createHash('sha256').update(some.toSorted().join('')).digest('hex')
  const idsSeen = async (who: typeof psb, filters = '') =>
    (await who.get(`/v1/figures/events?kind=on-time&month=2026-05${filters}`)).body
  const own = await idsSeen(psb)
  t.same(own.items.map(({ id }: { id: string }) => id).toSorted(), ids.slice(0, 4).toSorted(), 'others see their own')
  t.match(own, { withheld: 2, manifest: { count: 6, sha256 } }, 'and a hash of the whole')
  const ofPsb = { items: [], withheld: 4, manifest: { count: 4, sha256: hashOf(lines.slice(0, 4)) } }
  t.match(await idsSeen(tax, '&agency=psb'), ofPsb, 'of another agency no id')
  t.match((await court.get('/v1/figures/events?kind=on-time&month=2026-05&limit=1')).body.items, [{ id: ids[5] }])
  const audited = await get('auditor', '/v1/figures/events?kind=on-time&month=2026-05')
  t.match(audited.json(), { withheld: 0, manifest: { sha256 } }, 'an auditor sees all')

  const replayed = await Promise.all(
    ['deadline.met.v1', 'deadline.breached.v1'].map(async (type) => {
      const { upto } = body.manifest
      const from = '2026-05-01T00:00:00+08:00'
      return (await get('auditor', `/v1/replay?${new URLSearchParams({ type, from })}&upto=${upto}`)).body
        .trim()
        .split('\n')
    })
  )
  const again = replayed
    .flat()
    .map((line) => JSON.parse(line).event)
    .filter((event) => event && !event.data.late && !['B5a', 'B9'].includes(event.data.rule))
    .filter(({ data }) => (data.metAt ?? data.dueAt).startsWith('2026-05'))
    .map(({ id, type }) => `${id} ${type.split('.')[1]}\n`)
  t.equal(createHash('sha256').update(again.sort().join('')).digest('hex'), sha256, 'counted again from a replay')

  const take = { kind: 'on-time', month: '2026-05' }
  t.match(await psb.post('/v1/figures/snapshots', take, 'agency-head'), {
    status: 409,
    body: { code: 'actor.office-only' }
  })
  t.match(await amr.post('/v1/figures/snapshots', { ...take, month: '2026-06' }, 'office-head'), {
    body: { code: 'figures.month-open' }
  })
  t.match(await amr.post('/v1/figures/snapshots', take, 'office-head'), { status: 201, body: { version: 1 } })
  t.match(await amr.post('/v1/figures/snapshots', take, 'office-head'), { body: { version: 1, events: [] } })
  const taken = (await psb.get('/v1/figures/snapshots?kind=on-time&month=2026-05')).body.items
  t.match(taken, [{ snapshot: { manifest: { sha256, count: 6 } } }])
  t.match(
    taken[0].snapshot.figures.find((cell: { agency: string; mutual: string }) => cell.agency === 'court'),
    { mutual: 'consultation', met: 1, breached: 0, assessed: false }
  )

  const score = { agency: 'psb', month: '2026-05', score: 75 }
  const scored = (change: object, role: 'convener' | 'office-staff' = 'convener') =>
    amr.post('/v1/figures/scores', { ...score, ...change }, role)
  t.match(await scored({ agency: 'court' }), { body: { code: 'assessment.not-assessable' } })
  t.match(await scored({ agency: 'amr' }), { body: { code: 'assessment.no-data' } })
  t.match(await scored({ month: '2026-04' }), { body: { code: 'assessment.no-data' } })
  t.match(await scored({}, 'office-staff'), { body: { code: 'actor.role' } })
  t.match(await scored({}), { status: 201 })
  const told = await store.db
    .selectFrom('events')
    .select('body')
    .where('type', '=', 'assess.scored.v1')
    .executeTakeFirst()
  t.equal(JSON.parse(told?.body.toString() ?? '').audience, 'amr:publisher,psb:addressee')
})

t.test('a month without anything has no rates at all', async (t) => {
  const { psb } = await testPromotion(t)
  const { body } = await psb.get('/v1/figures?kind=on-time&month=2026-02')
  t.match(body.total, { rate: null, text: '无数据' })
  t.ok(body.items.every(({ rate, text }: { rate: unknown; text: string }) => rate === null && text === '无数据'))
  t.match(await psb.get('/v1/figures?kind=on-time&month=2026-13'), { status: 400 })
})
