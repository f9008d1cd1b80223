import { randomUUIDv7 } from 'node:crypto'
import { parseEnvelope } from '@wuhu/contracts'
import t from 'tap'
import { testService } from '../app.test-setup.ts'
import { helpLetter, jointInvestigation, transferLetter } from '../handlers/joint.test-setup.ts'
import { applySent, sentFollowers, sentView } from '../views/sent.ts'
import { ahead, lead, leader, officeStaff } from './clues.fixture.ts'

async function sentService(t: Parameters<typeof testService>[0]) {
  let now = '2026-06-01T09:00:00.000+08:00'
  const service = await testService(t, { now: () => now })
  const join = (code: string) => service.join(code)
  const [amr, psb, science, tax] = [await join('amr'), await join('psb'), await join('science'), await join('tax')]
  const joint = jointInvestigation(service)
  const list = async (who: typeof amr, query = '') => (await who.get(`/v1/sent${query}`)).body.items
  const clock = (instant: string) => {
    now = instant
  }
  return { ...service, amr, psb, science, tax, joint, list, clock }
}

const about = (agency: string) => [{ agency, ground: 'addressee' as const }]

t.test('whoever sent a clue sees where it is without asking', async (t) => {
  const { amr, psb, science, tax, list } = await sentService(t)
  const draft = (await science.post('/v1/clues', { ...lead, receivedAt: undefined, register: false })).body
  t.strictSame(await list(science), [], 'a draft has gone to nobody')
  const { caseNumber } = (await science.post(`/v1/clues/${draft.id}/register`)).body
  const path = `/v1/clues/${draft.id}`
  const [registered] = await list(science)
  t.match(registered, {
    kind: 'clue',
    id: draft.id,
    caseNumber,
    title: lead.title,
    open: true,
    state: { code: 'registered', zh: '已登记', en: 'Registered' },
    next: { zh: '办公室分办', en: 'The office assigns it' },
    holder: { office: true, agency: 'amr' },
    overdue: false,
    sentAt: '2026-06-01T09:00:00.000+08:00'
  })
  t.strictSame([registered.until, registered.outcome], [undefined, undefined])
  t.strictSame(await list(psb), [])
  t.strictSame(await list(amr), [], 'the office did not send it')

  const then = async (who: typeof amr, name: string, body: object, expected: object) => {
    const answer = await who.post(`${path}/${name}`, body)
    t.equal(answer.status, 200, `${name}: ${JSON.stringify(answer.body)}`)
    t.match((await list(science))[0], expected, name)
  }
  await then(
    amr,
    'assign',
    { to: 'psb', dueAt: '2026-06-22T18:00:00+08:00', by: officeStaff },
    {
      state: { code: 'assigned' },
      next: { zh: '经办单位签收' },
      holder: { agency: 'psb' }
    }
  )
  await then(psb, 'accept', {}, { state: { code: 'verifying' }, next: { zh: '决定是否立案' } })
  await then(
    psb,
    'file',
    { agencyCaseNumber: 'A-1', legalBasis: '第十条', by: leader },
    {
      state: { code: 'filed' },
      outcome: { code: 'filed', zh: '立案' },
      open: true
    }
  )
  await then(
    psb,
    'feedback',
    { outcome: '已立案' },
    { state: { code: 'feedback-underway' }, next: { zh: '作出处理决定' } }
  )
  await then(
    psb,
    'decide-penalty',
    { outcome: 'no-penalty', decidedOn: '2026-06-01', by: leader },
    {
      state: { code: 'concluded' },
      outcome: { code: 'no-penalty', zh: '不予行政处罚' }
    }
  )
  await then(psb, 'feedback', { outcome: '不予处罚' }, { state: { code: 'feedback-given' }, next: { zh: '归档' } })
  await then(amr, 'archive', {}, { state: { code: 'archived' }, open: false })
  const [archived] = await list(science)
  t.strictSame([archived.next, archived.holder], [undefined, undefined], 'nothing comes next, nobody has it')
  t.strictSame(await list(science, '?open=true'), [])
  t.equal((await list(science, '?open=false')).length, 1)

  const referred = (await tax.post('/v1/clues', { ...lead, receivedAt: undefined })).body
  await amr.post(`/v1/clues/${referred.id}/assign`, { to: 'psb', dueAt: '2026-06-22T18:00:00+08:00', by: officeStaff })
  await psb.post(`/v1/clues/${referred.id}/accept`)
  await psb.post(`/v1/clues/${referred.id}/refer`, { to: 'science', ground: '管辖' })
  t.match(await list(psb), [{ id: referred.id, state: { code: 'referred' }, holder: { agency: 'science' } }])
})

t.test('assistance, transfers and consultations, from events that the sender was told of', async (t) => {
  const { psb, tax, science, joint, list } = await sentService(t)
  const { caseNumber } = (await psb.post('/v1/clues', { ...lead, receivedAt: undefined })).body
  const help = `assistance/${randomUUIDv7()}`
  const actor = { agency: 'psb' }
  await joint.happens({
    ...{ subject: help, caseNumber, type: 'assist.requested', actor, to: about('tax') },
    data: helpLetter(caseNumber, 'psb', 'tax')
  })
  const assistance = async () => (await list(psb, '?kind=assistance'))[0]
  t.match(await assistance(), { state: { code: 'sent' }, holder: { agency: 'tax' }, title: '核实离职人员去向' })
  const byTax = { subject: help, caseNumber, actor: { agency: 'tax' }, to: about('psb') }
  await joint.happens({ ...byTax, type: 'assist.received', data: { addressee: 'tax' } })
  await joint.happens({ ...byTax, type: 'assist.accepted', data: { addressee: 'tax' } })
  t.match(await assistance(), { state: { zh: '协查中' }, next: { zh: '复函' }, holder: { agency: 'tax' } })
  const reply = { round: 1, letterNumber: '乌税协复〔2026〕1号', text: '经查' }
  await joint.happens({ ...byTax, type: 'assist.replied', data: reply })
  t.match(await assistance(), { state: { zh: '已复函' }, holder: { agency: 'psb' } }, 'now it is the sender’s turn')
  t.strictSame(await list(tax), [], 'whoever was written to sent nothing')

  const moved = `transfer/${randomUUIDv7()}`
  const transfer = { subject: moved, caseNumber, actor }
  await joint.happens({
    ...{ ...transfer, type: 'transfer.suspected' },
    data: { caseNumber, sender: 'psb', procuratorate: 'procuratorate', grounds: ['涉嫌犯罪'] }
  })
  t.strictSame(await list(psb, '?kind=transfer'), [], 'nothing was sent yet')
  const sending = { ...transferLetter(caseNumber, 'psb'), to: 'police' }
  await joint.happens({ ...transfer, type: 'transfer.sent', data: sending, to: about('police') })
  const police = { subject: moved, caseNumber, actor: { agency: 'police' } }
  t.match(await list(psb, '?kind=transfer'), [{ state: { code: 'sent' }, holder: { agency: 'police' } }])
  await joint.happens({ ...police, to: about('psb'), type: 'transfer.receipted', data: { police: 'police' } })
  await joint.happens({ ...police, type: 'transfer.accepted', data: { policeStatus: 'accepted' } })
  t.match(
    await list(psb, '?kind=transfer'),
    [{ state: { code: 'receipted' } }],
    'what the sender was not told of, its list does not tell either'
  )

  const asked = `consultation/${randomUUIDv7()}`
  await joint.happens({
    ...{ subject: asked, type: 'consult.proposed', actor: { agency: 'science' }, to: about('amr') },
    data: { proposer: 'science', question: '是否构成秘密性', secretKind: 'technical' }
  })
  const office = { subject: asked, actor: { agency: 'amr' }, to: about('science') }
  const clock = { rule: 'D1a', of: asked, holder: 'amr', startedBy: randomUUIDv7(), limit: 5, unit: 'day' }
  const running = { startedAt: '2026-06-01T09:00:00+08:00', warnAt: [], provisional: false }
  await joint.happens({
    ...{ subject: `deadline/${randomUUIDv7()}`, type: 'deadline.set', actor: { agency: 'amr' }, to: about('science') },
    data: { ...clock, ...running, dueAt: '2026-06-08T23:59:59+08:00', rulesVersion: '1', calendarVersion: '1' }
  })
  t.match(await list(science), [
    { kind: 'consultation', state: { zh: '已提请' }, holder: { office: true }, until: '2026-06-08T23:59:59.000+08:00' }
  ])
  await joint.happens({ ...office, type: 'consult.declined', data: { office: 'amr', reason: '不属疑难' } })
  t.match(await list(science), [{ state: { code: 'declined' }, outcome: { zh: '不予受理' }, open: false }])

  const outside = { ...helpLetter(caseNumber, 'psb', 'tax'), external: { name: '前旗局', region: '150823' } }
  const { addressee: _, ...letter } = outside
  const there = `assistance/${randomUUIDv7()}`
  await joint.happens({ subject: there, caseNumber, type: 'assist.external-requested', actor, data: letter })
  t.match(await assistance(), { holder: { name: '前旗局' } }, 'a body outside, by its name')
})

t.test('until when: the earliest clock of whoever has it now, in either service', async (t) => {
  const { psb, joint, list, clock, store } = await sentService(t)
  const { caseNumber } = (await psb.post('/v1/clues', { ...lead, receivedAt: undefined })).body
  const subject = `assistance/${randomUUIDv7()}`
  await joint.happens({
    ...{ subject, caseNumber, type: 'assist.requested', actor: { agency: 'psb' }, to: about('tax') },
    data: helpLetter(caseNumber, 'psb', 'tax')
  })
  const one = async () => (await list(psb, '?kind=assistance'))[0]
  const clockOf = (rule: string) => ({ rule, of: subject, holder: 'tax' })
  const computed = (dueAt: string) => ({
    ...{ dueAt, warnAt: [], provisional: false, rulesVersion: '1', calendarVersion: '1' }
  })
  const period = { limit: 15, unit: 'day' }
  const startedBy = randomUUIDv7()
  const first = `deadline/${randomUUIDv7()}`
  const second = `deadline/${randomUUIDv7()}`
  const of = (deadline: string) => ({ subject: deadline, caseNumber, actor: { agency: 'tax' }, to: about('psb') })
  const set = (deadline: string, rule: string, dueAt: string, more: { holder?: string; to?: [] } = {}) =>
    joint.happens({
      ...{ ...of(deadline), type: 'deadline.set' },
      ...(more.to && { to: more.to }),
      data: {
        ...clockOf(rule),
        ...(more.holder !== undefined && { holder: more.holder }),
        startedBy,
        startedAt: '2026-06-01T09:00:00+08:00',
        ...period,
        ...computed(dueAt)
      }
    })
  t.equal((await one()).until, undefined)
  await set(first, 'C2b', '2026-06-20T23:59:59+08:00')
  await set(`deadline/${randomUUIDv7()}`, 'D2', '2026-06-02T23:59:59+08:00', { holder: 'science' })
  await set(`deadline/${randomUUIDv7()}`, 'C1', '2026-06-02T23:59:59+08:00', { to: [] })
  t.match(await one(), { until: '2026-06-20T23:59:59.000+08:00', rule: 'C2b' }, 'not of another, nor one not told of')
  const begun = await set(second, 'C2a', '2026-06-03T23:59:59+08:00')
  t.match(await one(), { until: '2026-06-03T23:59:59.000+08:00', rule: 'C2a', overdue: false })
  clock('2026-06-04T00:00:00+08:00')
  t.match(await one(), { rule: 'C2a', overdue: true })
  const late = { metBy: startedBy, metAt: '2026-06-04T00:00:00+08:00', late: true }
  await joint.happens({ ...of(second), type: 'deadline.met', data: { ...clockOf('C2a'), ...late } })
  t.match(await one(), { until: '2026-06-20T23:59:59.000+08:00', rule: 'C2b', overdue: false })
  await joint.again(begun)
  t.match(await one(), { rule: 'C2b' }, 'an old event again changes nothing')
  await joint.happens({
    ...{ ...of(first), type: 'deadline.suspended' },
    data: { ...clockOf('C2b'), suspendedBy: startedBy, suspendedAt: '2026-06-05T09:00:00+08:00' }
  })
  t.equal((await one()).until, undefined, 'it stands still')
  await joint.happens({
    ...{ ...of(first), type: 'deadline.recomputed' },
    data: { ...clockOf('C2b'), cause: 'resumption', ...computed('2026-06-25T23:59:59+08:00') }
  })
  t.match(await one(), { until: '2026-06-25T23:59:59.000+08:00' })
  const seenBy = (agency: string) =>
    store.as(agency, async ({ db }) => [
      (await db.selectFrom('sent').selectAll().execute()).length,
      (await db.selectFrom('sent_deadlines').selectAll().execute()).length,
      (await db.selectFrom('sent_things').selectAll().execute()).length
    ])
  t.strictSame(await seenBy('psb'), [2, 3, 0])
  t.strictSame(await seenBy('tax'), [0, 0, 0], 'the database shows it to the sender only')
})

t.test('pages, filters, readings, and rows that follow from the events alone', async (t) => {
  const { psb, tax, list, direct, amr } = await sentService(t)
  const ids: string[] = []
  for (const title of ['一', '二', '三']) {
    ids.unshift((await psb.post('/v1/clues', { ...lead, title, receivedAt: undefined })).body.id)
  }
  await amr.post(`/v1/clues/${ids[2]}/assign`, { to: 'tax', dueAt: ahead(5), by: officeStaff })
  const idsOf = (items: { id: string }[]) => items.map(({ id }) => id)
  const first = await psb.get('/v1/sent?limit=2')
  t.strictSame(idsOf(first.body.items), ids.slice(0, 2))
  const [, next = ''] = /<([^>]+)>; rel="next"/.exec(String(first.headers.link)) ?? []
  t.strictSame(idsOf((await psb.get(next)).body.items), ids.slice(2))
  t.match(await psb.get('/v1/sent?after=abc'), { status: 400, body: { code: 'cursor.invalid' } })
  t.match(await psb.get('/v1/sent?kind=supervision'), { status: 400 })
  t.strictSame(await list(psb, '?kind=transfer'), [])
  t.equal((await list(psb, '?caseNumber=150824-2026-000002')).length, 1)
  t.strictSame(await list(tax), [])
  const reads = await direct.db.selectFrom('reads').select('subjects').where('agency', '=', 'psb').execute()
  t.ok(
    reads.some(({ subjects }) => subjects.includes(`clue/${ids[0]}`)),
    'readings are on record'
  )

  const rows = async () => [
    await direct.db.selectFrom('sent').selectAll().orderBy('id').execute(),
    await direct.db.selectFrom('sent_things').selectAll().orderBy('id').execute()
  ]
  const before = await rows()
  const events = await direct.db.selectFrom('events').select('body').orderBy('seq').execute()
  for (const table of sentView.tables) await direct.db.deleteFrom(table as 'sent').execute()
  t.notSame(await rows(), before)
  const envelopes = events.map(({ body }) => parseEnvelope(body))
  for (const event of [...envelopes, ...envelopes]) await applySent(direct.db, [event])
  const withoutFirst = ([sent, things]: unknown[][]) => [
    sent?.map((row) => ({ ...(row as object), sent_at: undefined })),
    things
  ]
  t.strictSame(withoutFirst(await rows()), withoutFirst(before), 'rebuilt by replay, repeated, they are the same')
})

t.test('every state that can be reached has its words', async (t) => {
  for (const { kind, words } of Object.values(sentFollowers)) {
    for (const [status, { state, next }] of Object.entries(words)) {
      t.match(state.zh, /[\u4e00-\u9fa5]/, `${kind} ${status}`)
      if (next) t.match(next.zh, /[\u4e00-\u9fa5]/, `${kind} ${status}, next`)
    }
  }
})
