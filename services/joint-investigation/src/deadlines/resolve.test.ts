import { randomUUIDv7 } from 'node:crypto'
import { createEnvelope, type Envelope, parseActor } from '@wuhu/contracts'
import t from 'tap'
import { testService } from '../app.test-setup.ts'
import { events as assist, past as assistPast } from '../domain/assistance.fixture.ts'
import { events as consult, past as consultPast } from '../domain/consultation.fixture.ts'
import { happens, pastOf } from '../domain/transfer.fixture.ts'

type Happened = { readonly type: string; readonly data: unknown }
type Service = Awaited<ReturnType<typeof testService>>

const idOf = (kind: string, n: number) => `${kind}/01980000-0000-7000-8000-00000000000${n}`

async function world(t: { teardown(action: () => unknown): void }) {
  const service = await testService(t, { clocks: true })
  await service.join('amr', 'agency-system', { office: true })
  return service
}

/** The service appends these to one aggregate; the clocks are told. @returns clocks that were set, and how they stand */
async function clocksAfter(service: Service, subject: string, ...events: readonly Happened[]): Promise<string[]> {
  await service.store.transaction(async (tx) => {
    const { version } = await tx.read(subject)
    await tx.append(
      subject,
      version,
      events.map(({ type, data }, index) => envelope(subject, version + index + 1, type, data))
    )
  })
  await service.told()
  const rows = await service.direct.db
    .selectFrom('deadlines')
    .select(['rule', 'status', 'holder', 'state'])
    .where('subject', '=', subject)
    .orderBy('rule')
    .orderBy('status', 'desc')
    .execute()
  return rows.map(({ rule, status, holder }) => `${rule} ${holder} ${status}`)
}

function envelope(subject: string, version: number, type: string, data: unknown): Envelope {
  return createEnvelope({
    ...{ id: randomUUIDv7(), service: 'joint-investigation', type, subject, version, data },
    time: '2026-06-01T09:00:00.000+08:00',
    caseNumber: '150824-2026-000001',
    actor: { agency: 'tax' },
    marking: 'work',
    audience: [{ agency: 'tax', ground: 'publisher' }],
    correlationId: 'test'
  })
}

t.test('assistance 协查: across systems the house’s clocks, within the system the law’s', async (t) => {
  const service = await world(t)
  const across = await clocksAfter(service, idOf('assistance', 1), ...assistPast.extended)
  t.same(across, ['C2a psb met', 'C2b psb open', 'C2c psb met'])
  t.same(await clocksAfter(service, idOf('assistance', 1), assist.replied), [
    'C2a psb met',
    'C2b psb met',
    'C2c psb met'
  ])
  const again = await clocksAfter(service, idOf('assistance', 1), assist.supplement)
  t.same(again.slice(1, 3), ['C2b psb open', 'C2b psb met'], 'a supplement has its time, too')
  const within = assistPast.received.map(({ type, data }) =>
    type === 'assist.requested.v1' ? { type, data: { ...data, withinSystem: true } } : { type, data }
  )
  t.same(await clocksAfter(service, idOf('assistance', 2), ...within), ['C1 psb open'])
  t.same(await clocksAfter(service, idOf('assistance', 3), ...assistPast.sent), ['C2a psb open'])
  t.same(await clocksAfter(service, idOf('assistance', 3), assist.withdrawn), ['C2a psb cancelled'])
  t.same(
    await clocksAfter(service, idOf('assistance', 4), ...assistPast.outside),
    ['C3 amr open'],
    'a body outside is held to no clock: whoever asked it is to ask again'
  )
})

t.test('transfer 移送: each step has its clock, held by whose turn it is', async (t) => {
  const service = await world(t)
  const subject = idOf('transfer', 1)
  t.same(await clocksAfter(service, subject, ...pastOf('accepted')), [
    'B1 tax met',
    'B2 tax met',
    'B3 tax met',
    'B4 psb met',
    'B5a psb met',
    'B6 psb met',
    'B7 psb open'
  ])
  const later = await clocksAfter(service, subject, happens['not-file'], happens['request-reconsideration'])
  t.same(later.slice(1, 2).concat(later.slice(-2)), ['B10 psb open', 'B7 psb met', 'B9 tax met'])
  const filed = await clocksAfter(service, idOf('transfer', 2), ...pastOf('filed'))
  t.same(
    filed.filter((line) => line.endsWith('open')),
    ['B12 procuratorate open', 'B8 tax open']
  )
  const [row] = await service.direct.db
    .selectFrom('deadlines')
    .selectAll()
    .where('subject', '=', idOf('transfer', 2))
    .where('rule', '=', 'B8')
    .execute()
  t.match(row, { agencies: ['tax', 'psb', 'procuratorate', 'amr'], parties: { statutory: ['procuratorate'] } })
})

t.test('a new police office takes over the clock; one outside the mechanism is held to none', async (t) => {
  const service = await world(t)
  const rerouted = await clocksAfter(service, idOf('transfer', 1), ...pastOf('receipted'), happens.reroute)
  t.ok(rerouted.includes('B4 railway-psb open'))
  t.ok(rerouted.includes('B4 psb met'))
  t.same(
    (await clocksAfter(service, idOf('transfer', 2), ...pastOf('rerouted'))).filter((line) => line.endsWith('open')),
    []
  )
})

t.test(
  'a penalty decided elsewhere sets the clock of the copy to the police, once, and not when it went already',
  async (t) => {
    const service = await world(t)
    await clocksAfter(service, idOf('transfer', 1), ...pastOf('accepted'))
    await clocksAfter(service, idOf('transfer', 2), ...pastOf('accepted'), happens['copy-penalty'])
    await clocksAfter(service, idOf('transfer', 3), ...pastOf('refused'))
    const decided = {
      ...envelope(idOf('clue', 1), 9, 'clue.penalty-decided.v1', {
        ...{ outcome: 'penalty', documentNumber: '乌中税罚〔2026〕1号', decidedOn: '2026-06-01' },
        approver: { person: 't-9', role: 'agency-leader' }
      }),
      source: '/services/info-sharing'
    }
    const received = { event: decided, stream: 'INFO_SHARING', sequence: 1, body: new Uint8Array(), keys: [] }
    for (let n = 0; n < 2; n += 1) await service.store.transaction((tx) => service.deadlines.apply(tx, [received]))
    const rows = await service.direct.db
      .selectFrom('deadlines')
      .selectAll()
      .where('rule', '=', 'B16')
      .orderBy('subject')
      .execute()
    t.match(rows, [
      { subject: idOf('transfer', 1), holder: 'tax', status: 'open' },
      // What the head refused to transfer is the very case that the procuratorate has to learn of.
      { subject: idOf('transfer', 3), holder: 'tax', status: 'open' }
    ])
    t.equal(rows.length, 2)
    t.equal(parseActor(decided.actor).agency, 'tax')
    t.ok((await clocksAfter(service, idOf('transfer', 1), happens['copy-penalty'])).includes('B16 tax met'))

    for (const n of [2, 3]) {
      const data = {
        ...(decided.data as { outcome: 'penalty'; decidedOn: string }),
        documentNumber: `乌中税罚〔2026〕${n}号`
      }
      const approver = { person: 't-9', role: 'agency-leader' } as const
      const event = { type: 'clue.penalty-decided.v1', data: { ...data, approver } } as const
      await service.publish(idOf('clue', 2), n, event, '150824-2026-000001', 'tax')
    }
    await service.applied()
    const copies = async (...events: Happened[]) =>
      (await clocksAfter(service, idOf('transfer', 4), ...events)).filter((line) => line.startsWith('B16'))
    t.same(await copies(happens.suspect), ['B16 tax open', 'B16 tax open'], 'both that were decided before')
    const second = { ...happens['copy-penalty'], data: { copyTo: ['psb'], documentNumber: '乌中税罚〔2026〕2号' } }
    t.same(await copies(second), ['B16 tax open', 'B16 tax met'], 'each by itself')
  }
)

t.test('consultation 会商: office, whoever is asked, and each follow-up by its number', async (t) => {
  const service = await world(t)
  const held = await clocksAfter(service, idOf('consultation', 1), ...consultPast['minutes-signed'])
  t.same(held, ['D1a amr met', 'D1b amr met'])
  const assigned = (number: number) => ({
    type: 'consult.follow-up-assigned.v1',
    data: { number, owner: 'psb', dueOn: '2026-06-20', task: '补充保密措施证据' }
  })
  const done = { type: 'consult.followed-up.v1', data: { number: 1, owner: 'psb', result: '已补充' } }
  t.same((await clocksAfter(service, idOf('consultation', 1), assigned(1), assigned(2), done)).slice(2), [
    'D2 psb open',
    'D2 psb met'
  ])
  t.same((await clocksAfter(service, idOf('consultation', 1), consult.concluded)).slice(2), [
    'D2 psb met',
    'D2 psb cancelled'
  ])
  const due = await service.direct.db.selectFrom('deadlines').select('state').where('rule', '=', 'D2').execute()
  t.same(due.map(({ state }) => state.clock.key).sort(), ['1', '2'])
  t.equal(due[0]?.state.period.dueOn, '2026-06-20')
})
