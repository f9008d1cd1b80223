import type { Test } from 'tap'
import { type Cast, types } from './cast.ts'
import { dayIn, leadWith, numbers } from './leads.ts'

/** (1) A lead, an appraisal that stops the clock, a consultation with experts and dissent, the penalty made public. */
export async function leadToPenalty(t: Test, cast: Cast): Promise<void> {
  const { act, refused, read, clock, mail, stack } = cast
  const number = numbers(cast)
  const company = '某某生物科技有限公司'
  const lead = await leadWith(cast, {
    intake: 'science',
    to: 'amr',
    title: '离职员工带走菌种工艺',
    more: { reporterToken: 'rt_8f3c1d77e2a94b06', subject: { company } }
  })
  await clock('amr', lead.of, 'A1', 'met')
  const verifying = await clock('amr', lead.of, 'A2', 'open')
  t.equal((await clock('amr', lead.of, 'A6', 'open')).holder, 'amr')

  await stack.clock.advance({ days: 2 })
  await act('amr', 'handler', `${lead.path}/suspend`, { basis: 'appraisal', note: '委托鉴定' })
  const stopped = await clock('amr', lead.of, 'A2', 'suspended')
  t.equal(stopped.dueAt, undefined, 'no date while the appraisal lasts')
  await stack.clock.advance({ days: 40 })
  t.equal((await clock('amr', lead.of, 'A2', 'suspended')).state, 'suspended', 'however long it takes')
  await act('amr', 'handler', `${lead.path}/resume`, { reason: '鉴定意见已出具' })
  const resumed = await clock('amr', lead.of, 'A2', 'open')
  const pushed = (Date.parse(resumed.dueAt ?? '') - Date.parse(verifying.dueAt ?? '')) / 86_400_000
  t.ok(pushed > 28 && pushed < 60, `by as many working days as it stood still: ${pushed} days`)

  const consultation = await consult(t, cast, lead.caseNumber, company)
  t.equal((await read('amr', lead.path)).status, 'verifying', 'advice moves no case')

  const filing = { agencyCaseNumber: number('乌中市监立'), legalBasis: '反不正当竞争法第十条' }
  t.equal(await refused('amr', 'handler', `${lead.path}/file`, filing), 'clue.role', 'a handler decides nothing')
  await act('amr', 'agency-leader', `${lead.path}/file`, filing)
  await clock('amr', lead.of, 'A2', 'met')
  await clock('amr', lead.of, 'A10', 'open')
  await clock('science', lead.of, 'A3', 'open')
  await act('science', 'handler', `${lead.path}/inform-reporter`, { way: 'phone', informedOn: dayIn(cast, 0) })
  await clock('science', lead.of, 'A3', 'met')

  const documentNumber = number('乌中市监处罚')
  const decided = { outcome: 'penalty', documentNumber, fineYuan: 300_000, decidedOn: dayIn(cast, 0) }
  await act('amr', 'agency-leader', `${lead.path}/decide-penalty`, decided)
  await clock('amr', lead.of, 'A10', 'met')
  await clock('amr', lead.of, 'A11', 'open')
  await act('amr', 'agency-leader', '/v1/notices', {
    ...{ kind: 'penalty', audience: 'conference', caseNumber: lead.caseNumber, title: '行政处罚公示', company },
    ...{ documentNumber, legalBasis: '反不正当竞争法第二十六条', text: '罚款', decidedOn: dayIn(cast, 0) }
  })
  await clock('amr', lead.of, 'A11', 'met')

  t.equal(await refused('amr', 'handler', `${lead.path}/archive`), 'clue.wrong-status')
  await act('amr', 'handler', `${lead.path}/feedback`, { outcome: '已处罚' })
  await act('amr', 'handler', `${lead.path}/archive`)
  const sent = await cast.sent('science', lead.id, 'archived')
  t.match(sent, { open: false }, 'whoever sent the lead sees what became of it, without asking')

  const told = types(await mail('science', { of: lead.of }))
  for (const type of ['clue.filed', 'clue.penalty-decided', 'clue.feedback-given']) t.ok(told.includes(type), type)
  t.notOk(types(await mail('court', { case: lead.caseNumber })).some((type) => type.startsWith('clue.')))
  const timeline = (await read('amr', `/v1/cases/${lead.caseNumber}?limit=500`)).timeline
  const events: string[] = timeline.map(({ event }: { event: { type: string } }) => event.type)
  t.ok(events.includes('consult.minutes-signed.v1'), 'the minutes are on the timeline of the case')
  const minutes = await cast.document('amr', `/v1/consultations/${consultation}/documents/consultation-minutes`)
  t.ok(minutes.docx > 2_000 && minutes.pdf > 2_000)
  t.ok((await cast.document('amr', `${lead.path}/documents/clue-transfer-register`)).pdf > 2_000)
  await act('amr', 'agency-leader', `/v1/cases/${lead.caseNumber}/close`, { reason: '已处罚' })
}

/** @returns its id */
async function consult(t: Test, cast: Cast, caseNumber: string, company: string): Promise<string> {
  const { act, refused, read, clock, mail, stack } = cast
  const pool = async (name: string, conflicts: object[]) => {
    const entry = { name, fields: ['生物育种'], employer: '内蒙古大学', conflicts }
    return (await act('amr', 'office-staff', '/v1/experts', entry)).id as string
  }
  const near = await pool('甲某', [{ company, relation: '曾任技术顾问' }])
  const expert = await pool('乙某', [])

  const question = { question: '菌种保藏工艺是否不为公众所知悉', secretKind: 'technical', caseNumber }
  const { id } = await act('amr', 'handler', '/v1/consultations', question)
  const [path, of] = [`/v1/consultations/${id}`, `consultation/${id}`]
  await act('amr', 'office-staff', `${path}/accept`, { invite: ['procuratorate', 'justice'] })
  await clock('amr', of, 'D1a', 'open')
  await act('amr', 'handler', `${path}/bring-materials`, { summary: '鉴定意见、笔录目录' })

  await act('justice', 'handler', `${path}/draft-opinion`, { text: '初稿：证据不足' })
  await act('justice', 'handler', `${path}/give-opinion`, { text: '建议补充保密措施证据' })
  const seenBy = async (agency: string) => JSON.stringify((await read(agency, path)).history)
  t.match(await seenBy('justice'), '初稿')
  t.notMatch(await seenBy('procuratorate'), '初稿', 'a draft is for its own agency')
  t.match(await seenBy('procuratorate'), '建议补充保密措施证据', 'an opinion is for all who take part')

  const engage = { purpose: '工艺是否为公众所知悉' }
  const conflict = await refusedUntil(cast, `${path}/engage`, { expert: near, ...engage }, /^expert\.unknown$/)
  t.equal(conflict, 'consultation.conflict-of-interest', 'who advised the company is not asked')
  await act('amr', 'handler', `${path}/engage`, { expert, ...engage })
  const came = { expert, kind: 'opinion', receivedOn: dayIn(cast, 0), conclusion: '工艺不为公众所知悉' }
  await act('amr', 'handler', `${path}/receive-expert-opinion`, came)
  t.match(await seenBy('justice'), came.conclusion, 'what the expert came to is for all who take part')
  await act('amr', 'handler', `${path}/inquire`, { asked: 'procuratorate', text: '鉴定意见是否必需' })
  await clock('procuratorate', of, 'B20', 'open')
  await act('procuratorate', 'handler', `${path}/answer-inquiry`, { inquiry: 1, answer: '视情而定' })
  await clock('procuratorate', of, 'B20', 'met')

  const meetsAt = new Date(stack.clock.now().getTime() + 86_400_000).toISOString()
  await act('amr', 'office-head', `${path}/convene`, { meetsAt, place: '三楼会议室' })
  await stack.clock.advance({ days: 1, hours: 1 })
  const people = ['amr', 'procuratorate', 'justice']
  const attendees = people.map((agency, n) => ({ agency, person: `${agency}-handler`, name: `参会${n + 1}` }))
  await act('amr', 'office-staff', `${path}/hold`, { attendees })
  await clock('amr', of, 'D1a', 'met')
  await clock('amr', of, 'D1b', 'open')
  const minutes = {
    number: numbers(cast)('乌中市监会纪'),
    text: '各方发表意见。',
    conclusion: '倾向认为不为公众所知悉。'
  }
  await act('amr', 'office-staff', `${path}/draft-minutes`, minutes)
  for (const agency of people) {
    const dissent = agency === 'justice' ? { dissent: '公知性证据仍不足' } : {}
    await act(agency, 'handler', `${path}/sign-minutes`, dissent)
  }
  await clock('amr', of, 'D1b', 'met')
  const signed = (await mail('procuratorate', { of })).find(({ event }) => event.type === 'consult.minutes-signed.v1')
  t.match(signed?.event.data, { dissent: [{ agency: 'justice' }] }, 'dissent is recorded by name')

  await act('amr', 'office-staff', `${path}/assign-follow-up`, {
    ...{ owner: 'amr', dueOn: new Date(stack.clock.now().getTime() + 5 * 86_400_000).toISOString().slice(0, 10) },
    task: '补充保密措施证据'
  })
  await clock('amr', of, 'D2', 'open')
  t.equal(await refused('amr', 'office-staff', `${path}/close`), 'consultation.follow-ups-open')
  await act('amr', 'handler', `${path}/follow-up`, { number: 1, result: '已补充' })
  await clock('amr', of, 'D2', 'met')
  await act('amr', 'office-staff', `${path}/close`)
  const found = await read('justice', `/v1/consultations?q=${encodeURIComponent('菌种')}`)
  t.equal(found.items[0]?.id, id, 'later ones find it by its question')
  t.equal(await read('court', `/v1/consultations?q=${encodeURIComponent('菌种')}`).then(({ items }) => items.length), 0)
  return id
}

/** The refusal that comes once what is on its way has arrived. */
async function refusedUntil({ refused }: Cast, path: string, body: object, early: RegExp): Promise<string> {
  for (const end = performance.now() + 10_000; ; ) {
    const code = await refused('amr', 'handler', path, body)
    if (!early.test(code) || performance.now() > end) return code
  }
}
