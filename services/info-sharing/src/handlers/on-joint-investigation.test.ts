import { randomUUIDv7 } from 'node:crypto'
import t from 'tap'
import { testService } from '../app.test-setup.ts'
import { ahead, lead, leader, officeStaff } from '../routes/clues.fixture.ts'
import { helpLetter, jointInvestigation, transferLetter } from './joint.test-setup.ts'

/** A lead of science that psb handles, filed, on a service whose joint-investigation the test plays. */
async function filedClue(t: Parameters<typeof testService>[0]) {
  const service = await testService(t)
  const [amr, psb, science] = [await service.join('amr'), await service.join('psb'), await service.join('science')]
  const joint = jointInvestigation(service)
  const { id, caseNumber } = (await science.post('/v1/clues', lead)).body
  const path = `/v1/clues/${id}`
  const step = async (who: typeof amr, name: string, body: object = {}) => {
    const answer = await who.post(`${path}/${name}`, body)
    if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.body)}`)
  }
  await step(amr, 'assign', { to: 'psb', dueAt: ahead(21), by: officeStaff })
  await step(psb, 'accept')
  await step(psb, 'file', { agencyCaseNumber: 'A-1', legalBasis: '反不正当竞争法第十条', by: leader })
  const status = async () => (await science.get(path)).body.status
  const last = async () => (await psb.get(path)).body.history.at(-1)
  return { ...service, amr, psb, science, joint, id, caseNumber, path, step, status, last }
}

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const part = [{ agency: 'science', ground: 'conference' as const }]

t.test('a transfer takes its lead to the police and back', async (t) => {
  const { joint, id, caseNumber, status, last, psb, science, path, direct } = await filedClue(t)
  const subject = `transfer/${randomUUIDv7()}`
  const transfer = subject.slice('transfer/'.length)
  const of = { subject, caseNumber }
  await joint.happens({
    ...of,
    type: 'transfer.suspected',
    actor: { agency: 'psb' },
    data: { caseNumber, sender: 'psb', procuratorate: 'procuratorate', grounds: ['涉嫌犯罪'] }
  })
  t.equal(await status(), 'filed', 'a suspicion is no transfer')
  const sent = await joint.happens({
    ...of,
    type: 'transfer.sent',
    actor: { agency: 'psb', person: 'p-1', role: 'handler' },
    data: { ...transferLetter(caseNumber, 'psb'), to: 'police' }
  })
  t.equal(await status(), 'transferred')
  t.match(await last(), { type: 'clue.transferred.v1', agency: 'psb', data: { transfer, to: 'police' } })
  const [stored] = await direct.db
    .selectFrom('events')
    .select('body')
    .where('stream_id', '=', `clue/${id}`)
    .orderBy('version', 'desc')
    .limit(1)
    .execute()
  const event = JSON.parse(stored?.body.toString('utf8') ?? '{}')
  t.match(event, { actor: 'psb', causationid: sent.id, casenumber: caseNumber }, 'no person: it followed by itself')
  const { version } = (await psb.get(path)).body
  await joint.again(sent)
  t.equal((await psb.get(path)).body.version, version, 'repeating changes nothing')

  await joint.happens({
    ...of,
    type: 'transfer.returned-to-administration',
    actor: { agency: 'psb' },
    data: {}
  })
  t.equal(await status(), 'filed')
  t.match(await last(), { type: 'clue.taken-back.v1', data: { transfer, ground: 'returned-to-administration' } })
  const toSender = (await science.get(path)).body.history.at(-1)
  t.match(toSender, { type: 'clue.taken-back.v1', redacted: ['transfer', 'ground'] })
  t.strictSame(toSender.data, {}, 'how the police decided is told by those who know it')
  await joint.happens({
    ...of,
    type: 'transfer.opinion-received',
    actor: { agency: 'procuratorate' },
    data: {
      to: 'psb',
      documentNumber: '乌中检意〔2026〕1号',
      opinion: '予以行政处罚',
      approver: { person: 'c-1', role: 'agency-leader' }
    }
  })
  t.match(await last(), { type: 'clue.taken-back.v1' }, 'it is back already')
})

const ways: [why: string, type: string, data: object, ground: string | undefined][] = [
  [
    'withdrawn',
    'transfer.withdrawn',
    { policeStatus: 'withdrawn', approver: { person: 'p-1', role: 'agency-leader' } },
    'withdrawn'
  ],
  [
    'an opinion',
    'transfer.opinion-received',
    {
      to: 'psb',
      documentNumber: '乌中检意〔2026〕1号',
      opinion: '予以行政处罚',
      approver: { person: 'c-1', role: 'agency-leader' }
    },
    'procuratorial-opinion'
  ],
  [
    'an opinion to another agency',
    'transfer.opinion-received',
    {
      to: 'tax',
      documentNumber: '乌中检意〔2026〕1号',
      opinion: '予以行政处罚',
      approver: { person: 'c-1', role: 'agency-leader' }
    },
    undefined
  ]
]

t.test('each way back', async (t) => {
  const service = await filedClue(t)
  const { joint, caseNumber, status, last } = service
  for (const [why, type, data, ground] of ways) {
    const subject = `transfer/${randomUUIDv7()}`
    const sending = { ...transferLetter(caseNumber, 'psb'), to: 'police' }
    await joint.happens({ subject, caseNumber, type: 'transfer.sent', actor: { agency: 'psb' }, data: sending })
    await joint.happens({ subject, caseNumber, type, actor: { agency: 'police' }, data })
    t.equal(await status(), ground === undefined ? 'transferred' : 'filed', why)
    if (ground !== undefined) t.match(await last(), { data: { ground } }, why)
  }
})

t.test('a decision not to file is final when the right to go against it lapses', async (t) => {
  const { joint, caseNumber, status, last } = await filedClue(t)
  const subject = `transfer/${randomUUIDv7()}`
  const sending = { ...transferLetter(caseNumber, 'psb'), to: 'police' }
  await joint.happens({ subject, caseNumber, type: 'transfer.sent', actor: { agency: 'psb' }, data: sending })
  const breach = (rule: string) =>
    joint.happens({
      subject: `deadline/${randomUUIDv7()}`,
      caseNumber,
      type: 'deadline.breached',
      actor: { agency: 'psb' },
      data: { rule, of: subject, holder: 'psb', dueAt: '2026-06-04T23:59:59+08:00', consequence: '逾期' }
    })
  await breach('B4')
  t.equal(await status(), 'transferred')
  const lapsed = await breach('B9')
  t.equal(await status(), 'filed')
  t.match(await last(), { data: { ground: 'not-filed' } })

  const police = { subject, caseNumber, actor: { agency: 'police' } }
  const approver = { person: 'p-1', role: 'agency-leader' }
  const filing = { policeStatus: 'filed', documentNumber: '乌中公(经)立字〔2026〕1号', approver }
  const filed = await joint.happens({ ...police, type: 'transfer.filed', data: filing })
  t.equal(await status(), 'transferred', 'the procuratorate had it filed after all')
  t.match(await last(), { type: 'clue.transferred.v1', data: { to: 'police' } })
  await joint.again(lapsed)
  t.equal(await status(), 'transferred', 'an old breach again brings nothing back')
  const withdrawn = { policeStatus: 'withdrawn', approver }
  await joint.happens({ ...police, type: 'transfer.withdrawn', data: withdrawn })
  t.equal(await status(), 'filed')
  await joint.again(filed)
  t.equal(await status(), 'filed', 'nor does an old filing take it away')
})

t.test('only what the sender handles goes along, and only from where it can', async (t) => {
  const { joint, caseNumber, status, science, step, psb } = await filedClue(t)
  const other = (await science.post('/v1/clues', { ...lead, title: '另一条' })).body.id
  const send = async (sender: string, clue?: string) => {
    const of = { subject: `transfer/${randomUUIDv7()}`, caseNumber, actor: { agency: sender } }
    const data = { ...transferLetter(caseNumber, sender), to: 'police', ...(clue !== undefined && { clue }) }
    await joint.happens({ ...of, type: 'transfer.sent', data })
    await joint.happens({ ...of, type: 'transfer.closed', data: { outcome: 'rerouted' } })
  }
  await send('tax')
  t.equal(await status(), 'filed', 'tax does not handle it')
  await send('psb', other)
  t.equal(await status(), 'filed', 'it came of another lead')
  await step(psb, 'decide-penalty', { outcome: 'dismissed', decidedOn: today(), by: leader })
  await step(psb, 'feedback', { outcome: '销案' })
  await step(psb, 'archive')
  await send('psb')
  t.equal(await status(), 'archived', 'it has ended')
})

t.test('nothing ends while work on it is open', async (t) => {
  const { joint, caseNumber, path, psb, science, amr, step } = await filedClue(t)
  const close = () => science.post(`/v1/cases/${caseNumber}/close`, { reason: '办结' })
  const works = {
    assistance: { subject: `assistance/${randomUUIDv7()}`, ends: 'assist.withdrawn', endData: { reason: '不再需要' } },
    consultation: {
      subject: `consultation/${randomUUIDv7()}`,
      ends: 'consult.closed',
      endData: { outcome: 'ended', reason: '撤回' }
    },
    transfer: { subject: `transfer/${randomUUIDv7()}`, ends: 'transfer.closed', endData: { outcome: 'returned' } }
  }
  const actor = { agency: 'psb' }
  await step(psb, 'decide-penalty', { outcome: 'dismissed', decidedOn: today(), by: leader })
  await step(psb, 'feedback', { outcome: '销案' })
  const requested = await joint.happens({
    ...{ subject: works.assistance.subject, caseNumber, type: 'assist.requested', actor },
    data: helpLetter(caseNumber, 'psb', 'tax')
  })
  await joint.happens({
    ...{ subject: works.consultation.subject, caseNumber, type: 'consult.proposed', actor },
    data: { proposer: 'psb', question: '是否构成秘密性', secretKind: 'technical', caseNumber }
  })
  await joint.happens({
    ...{ subject: works.transfer.subject, caseNumber, type: 'transfer.team-formed', actor },
    data: { members: ['p-1', 'p-2'] }
  })
  for (const kind of ['transfer', 'assistance', 'consultation'] as const) {
    const closing = await close()
    t.match(closing, { status: 409, body: { code: 'case.open-work' } }, kind)
    t.match(closing.body.title, /未办结/)
    const archiving = await psb.post(`${path}/archive`)
    t.match(archiving, { status: 409, body: { code: 'clue.open-work' } })
    const words = JSON.stringify([closing.body, archiving.body])
    t.notMatch(words, /移送|协查|会商|transfer|assist|consult/, 'what kind of work it is they may not know of')
    const { subject, ends: type, endData: data } = works[kind]
    await joint.happens({ subject, caseNumber, type, actor, data })
  }
  await joint.again(requested)
  t.equal((await psb.post(`${path}/archive`)).status, 200, 'an old event again opens nothing')
  t.equal((await close()).status, 200)
  t.match(await amr.get(`/v1/cases/${caseNumber}`), { body: { status: 'closed' } })
})

t.test('what joint-investigation does on a case is on its timeline, the minutes of a consultation too', async (t) => {
  const { joint, caseNumber, science } = await filedClue(t)
  const subject = `consultation/${randomUUIDv7()}`
  await joint.happens({
    ...{ subject, caseNumber, type: 'consult.minutes-signed', actor: { agency: 'amr' }, to: part },
    data: {
      round: 1,
      number: '乌中商密会纪〔2026〕1号',
      conclusion: '构成秘密性',
      attendees: [
        { agency: 'amr', person: 'a-1', name: '甲' },
        { agency: 'psb', person: 'p-1', name: '乙' }
      ],
      dissent: []
    }
  })
  const { timeline } = (await science.get(`/v1/cases/${caseNumber}`)).body
  t.match(timeline.at(-1), { title: { zh: /纪要/ }, event: { type: 'consult.minutes-signed.v1', subject } })
})
