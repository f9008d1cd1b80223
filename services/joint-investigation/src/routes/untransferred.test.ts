import t from 'tap'
import { by, number, report, secret, sending, suspicion, transferService } from './transfers.fixture.ts'

const place = '/v1/transfers/should-have-been-transferred'

t.test('the procuratorate sees what was not transferred, and why', async (t) => {
  const { tax, procuratorate, steps, miss, clock, direct } = await transferService(t)
  const begin = async () => (await tax.post('/v1/transfers', { ...suspicion, amountYuan: 40_000 })).body.id as string
  const reported = (id: string) =>
    steps(id, [
      [tax, 'form-team', { members: ['t-1', 't-2'] }],
      [tax, 'report', report]
    ])
  const at = (minute: number) => clock(`2026-06-01T09:0${minute}:00.000+08:00`)
  const ids: string[] = []
  for (const minute of [0, 1, 2, 3, 4, 5, 6]) {
    at(minute)
    ids.push(await begin())
  }
  const [idle = '', undecided = '', refused = '', unsent = '', penalised = '', hushed = '', sent = ''] = ids
  await miss(idle, 'B1', 'tax')
  for (const id of [undecided, refused, unsent, hushed, sent]) await reported(id)
  for (const id of [refused, hushed]) await steps(id, [[tax, 'refuse', { ...by.head, reasons: `事实不清 ${secret}` }]])
  await steps(hushed, [[tax, 'close']])
  for (const id of [unsent, sent]) await steps(id, [[tax, 'approve', by.head]])
  await steps(sent, [[tax, 'send', sending]])
  await steps(penalised, [[tax, 'copy-penalty', { documentNumber: '乌中税罚〔2026〕1号' }]])

  clock('2026-06-06T08:00:00.000+08:00')
  const { body } = await procuratorate.get(place)
  t.strictSame(
    body.items.map(({ id, reasons, missed }: (typeof body.items)[number]) => [
      ids.indexOf(id),
      reasons.map(({ code, days }: { code: string; days?: number }) => `${code} ${days ?? ''}`.trim()),
      missed
    ]),
    [
      [0, ['no-team 5'], ['B1']],
      [1, ['not-decided 5'], []],
      [2, ['refused 5'], []],
      [3, ['not-sent 5'], []],
      [4, ['no-team 5', 'penalty-instead'], []],
      [5, ['refused 5'], []]
    ]
  )
  t.match(body.items[2], {
    refusal: `事实不清 ${secret}`,
    sender: 'tax',
    caseNumber: number,
    grounds: suspicion.grounds
  })
  t.match(body.items[5], { status: 'closed', refusal: `事实不清 ${secret}` }, 'closing it does not hide it')
  t.match(
    body.items[4],
    { penalties: ['乌中税罚〔2026〕1号'], amountYuan: 40_000 },
    'an amount below every threshold is here too'
  )
  t.notMatch(JSON.stringify(body), /经核实/, 'what the team reported stays with the agency')

  const reads = await direct.db.selectFrom('reads').selectAll().where('agency', '=', 'procuratorate').execute()
  t.match(reads, [{ case_number: number, channel: 'api' }])
  t.ok(reads[0]?.classes.includes('work'), 'the reading is on record')
})

t.test('a penalty that nobody was told of shows by its missed clock', async (t) => {
  const { tax, procuratorate, miss } = await transferService(t)
  const { id } = (await tax.post('/v1/transfers', suspicion)).body
  await miss(id, 'B16', 'tax')
  t.match((await procuratorate.get(place)).body.items[0], {
    missed: ['B16'],
    reasons: [{}, { code: 'penalty-instead' }]
  })
})

t.test('a penalty decided in the case shows with its day, whether anybody was told of it or not', async (t) => {
  const { tax, procuratorate, amr, publish, applied, clock, store } = await transferService(t)
  await tax.post('/v1/transfers', suspicion)
  const decide = async (agency: string, version: number, outcome: 'penalty' | 'no-penalty', decidedOn: string) => {
    const documentNumber = `乌中税罚〔2026〕${version}号`
    const approver = { person: 't-9', role: 'agency-leader' } as const
    const data = { outcome, decidedOn, approver, ...(outcome === 'penalty' && { documentNumber }) }
    const event = { type: 'clue.penalty-decided.v1', data } as const
    await publish('clue/0198c0de-0000-7000-8000-000000000001', version, event, number, agency)
    await applied()
  }
  const reasons = async () => (await procuratorate.get(place)).body.items[0].reasons.slice(1)
  await decide('tax', 5, 'no-penalty', '2026-06-01')
  await decide('amr', 6, 'penalty', '2026-06-01')
  t.strictSame(await reasons(), [], 'neither another decision nor another agency’s')
  await decide('tax', 7, 'penalty', '2026-06-01')
  await decide('tax', 8, 'penalty', '2026-06-03')
  clock('2026-06-06T08:00:00.000+08:00')
  t.match(await reasons(), [{ code: 'penalty-instead', days: 5 }])
  t.strictSame((await procuratorate.get(place)).body.items[0].penalties, [], 'its number is not told by the way')
  const rows = (agency: string) =>
    store.as(agency, ({ db }) => db.selectFrom('case_penalties').select('agency').orderBy('at').execute())
  t.equal((await rows('procuratorate')).length, 2)
  t.equal((await rows('psb')).length, 0)
  t.match([amr.agency, await rows('amr')], ['amr', [{ agency: 'amr' }]])
})

t.test('page by page, by case, and for procuratorates only', async (t) => {
  const { tax, psb, amr, court, procuratorate, clock } = await transferService(t)
  for (const minute of [0, 1, 2]) {
    clock(`2026-06-01T09:0${minute}:00.000+08:00`)
    await tax.post('/v1/transfers', suspicion)
  }
  const first = await procuratorate.get(`${place}?limit=2`)
  t.equal(first.body.items.length, 2)
  const [, next = ''] = /^<(.+)>; rel="next"$/.exec(String(first.headers.link)) ?? []
  t.equal((await procuratorate.get(next)).body.items.length, 1)
  t.strictSame((await procuratorate.get(`${place}?caseNumber=150824-2026-000009`)).body, { items: [] })
  for (const who of [tax, psb, amr, court]) {
    t.match(await who.get(place), { status: 404, body: { code: 'transfer.procuratorate-only' } })
  }
})
