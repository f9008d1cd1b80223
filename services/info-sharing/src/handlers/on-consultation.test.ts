import { randomUUIDv7 } from 'node:crypto'
import { type AudienceEntry, audienceOf, type ConsultEvent, createEnvelope, eventSubject } from '@wuhu/contracts'
import { until } from '@wuhu/test-support'
import t from 'tap'
import { testService } from '../app.test-setup.ts'

const person = { agency: 'psb', person: 'p-7', name: '孙某甲' }
const attendees = [person, { agency: 'amr', person: 'a-1', name: '李某乙' }]
const dissent = [{ ...person, opinion: '名单为公开信息' }]
const minutes = { number: '乌中市监会纪〔2026〕1号', conclusion: '倾向认为应当立案。' }
const signed = { round: 1, ...minutes, attendees, dissent }

/** What a consultation says on its way, strong words included. */
const told = (caseNumber: string): readonly [ConsultEvent, publisher: string][] => {
  const question = { proposer: 'psb', question: '是否构成商业秘密', secretKind: 'business', caseNumber } as const
  const inquiry = { inquiry: 1, from: 'psb', asked: 'procuratorate', text: '应否移送' }
  const meeting = { meetsAt: '2026-06-05T14:30:00+08:00', place: '会议室' }
  return [
    [{ type: 'consult.proposed.v1', data: question }, 'psb'],
    [{ type: 'consult.accepted.v1', data: { office: 'amr' } }, 'amr'],
    [{ type: 'consult.invited.v1', data: { ...question, agencies: ['justice'] } }, 'amr'],
    [{ type: 'consult.inquiry-sent.v1', data: { ...question, ...inquiry } }, 'psb'],
    [{ type: 'consult.inquiry-answered.v1', data: { inquiry: 1, asked: 'procuratorate', answer: '应当移送' } }, 'amr'],
    [{ type: 'consult.convened.v1', data: meeting }, 'amr'],
    [{ type: 'consult.held.v1', data: { heldAt: meeting.meetsAt, attendees } }, 'amr'],
    [{ type: 'consult.minutes-drafted.v1', data: { round: 1, ...minutes, text: '各方意见' } }, 'amr'],
    [{ type: 'consult.minutes-signed.v1', data: signed }, 'amr'],
    [{ type: 'consult.closed.v1', data: { outcome: 'concluded' } }, 'amr']
  ]
}

t.test('a consultation joins the timeline of its case, and changes nothing of case or clue', async (t) => {
  const { bus, direct, join, timeline } = await testService(t)
  const psb = await join('psb', 'agency-system', { core: true })
  const [justice, tax] = [await join('justice'), await join('tax')]
  const lead = { channel: 'report', title: '一案', allegedAct: 'breach-of-confidence' }
  const { id, caseNumber } = (await psb.post('/v1/clues', lead)).body
  const state = async () => [
    await direct.db.selectFrom('clues').selectAll().execute(),
    await direct.db.selectFrom('cases').selectAll().execute(),
    await direct.db.selectFrom('events').select(['stream_id', 'version']).orderBy('id').execute()
  ]
  const before = await state()

  const subject = 'consultation/019a0000-0000-7000-8000-000000000001'
  const messages = told(caseNumber).map(([event, agency], index) => {
    const everybody = audienceOf(
      { agency, ground: 'publisher' },
      ...['psb', 'amr'].map((one): AudienceEntry => ({ agency: one, ground: 'party' })),
      { agency: 'justice', ground: 'addressee' }
    )
    const envelope = createEnvelope({
      ...{ id: randomUUIDv7(), service: 'joint-investigation', type: event.type, subject, caseNumber },
      ...{ time: `2026-06-05T15:00:${10 + index}+08:00`, version: index + 1, actor: { agency }, marking: 'work' },
      audience: everybody,
      correlationId: 'test',
      data: event.data
    })
    const body = Buffer.from(JSON.stringify(envelope))
    return { subject: eventSubject(event.type, caseNumber), id: envelope.id, key: caseNumber, body }
  })
  await bus.stream('JOINT_INVESTIGATION').publish(0, messages)
  await until(() => timeline.status().cursor === messages.length, { what: 'the consultation to be applied' })
  t.equal(Number((await direct.db.selectFrom('parked').select('sequence').execute()).length), 0, 'none was parked')

  t.same(await state(), before, 'clue, case and every stream are as they were')
  t.match((await psb.get(`/v1/clues/${id}`)).body, { status: 'registered' })
  const timelineOf = async (who: typeof psb) => {
    const { body } = await who.get(`/v1/cases/${caseNumber}?limit=200`)
    return (body.timeline ?? []).filter(({ event }: { event: { type: string } }) => event.type.startsWith('consult.'))
  }
  const own = await timelineOf(psb)
  t.equal(own.length, messages.length)
  const paper = own.find(({ event }: { event: { type: string } }) => event.type === 'consult.minutes-signed.v1')
  t.same(paper?.event.data, signed)
  const theirs = await timelineOf(justice)
  t.equal(theirs.length, messages.length)
  t.equal((await tax.get(`/v1/cases/${caseNumber}`)).status, 404)
})
