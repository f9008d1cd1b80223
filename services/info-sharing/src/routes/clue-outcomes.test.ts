import t from 'tap'
import { ahead, clueApp, lead, leader, officeStaff } from './clues.fixture.ts'

const head = { person: 'p-8', role: 'agency-head' }
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

t.test('from the filing to the penalty, with a hearing on the way', async (t) => {
  const { as } = await clueApp(t)
  const { id, caseNumber } = (await as('science')('POST', '/v1/clues', lead)).body
  const path = `/v1/clues/${id}`
  const step = async (agency: string, name: string, body: object, expected: object) => {
    const answer = await as(agency)('POST', `${path}/${name}`, body)
    t.match(answer, expected, `${name}: ${JSON.stringify(answer.body)}`)
    if (answer.status >= 400) t.ok(/[\u4e00-\u9fa5]/.test(answer.body.title), 'a refusal has a Chinese title')
    return answer
  }
  const done = (status: string, ...types: string[]) => ({
    status: 200,
    body: { status, events: types.map((type) => ({ type: `clue.${type}.v1` })) }
  })
  const no = (code: string) => ({ status: 409, body: { code } })

  await step('amr', 'assign', { to: 'tax', dueAt: ahead(21), by: officeStaff }, { status: 200 })
  await step('tax', 'accept', {}, { status: 200 })
  await step('tax', 'dispute-jurisdiction', { with: 'nobody', reason: '地域' }, no('agency.unknown'))
  await step('tax', 'dispute-jurisdiction', { with: 'psb', reason: '地域' }, done('verifying', 'jurisdiction-disputed'))
  await step('tax', 'settle-jurisdiction', { manner: 'designated', competent: 'own' }, no('clue.designation-number'))
  await step(
    'tax',
    'settle-jurisdiction',
    { manner: 'agreed', competent: 'own' },
    done('verifying', 'jurisdiction-settled')
  )
  await step('tax', 'settle-jurisdiction', { manner: 'agreed', competent: 'own' }, no('clue.no-dispute'))
  await step('tax', 'assess-upper', { ground: '总局令第126号第三条' }, done('verifying', 'assessed-upper'))
  await step('tax', 'decide-penalty', { outcome: 'dismissed', decidedOn: today(), by: leader }, no('clue.not-underway'))
  await step('science', 'inform-reporter', { way: 'phone', informedOn: today() }, no('clue.undecided'))
  const filing = { agencyCaseNumber: '乌中市监立〔2026〕1号', legalBasis: '反不正当竞争法第十条', by: leader }
  await step('tax', 'file', { ...filing, crimeSigns: { grounds: [] } }, { status: 400 })
  await step('tax', 'file', { ...filing, crimeSigns: { grounds: ['涉嫌犯罪'], amountYuan: 1 } }, done('filed', 'filed'))
  await step('tax', 'suspend', { basis: 'hearing' }, done('suspended', 'suspended'))
  await step('tax', 'resume', { reason: '听证已结束' }, done('filed', 'resumed'))
  await step('tax', 'extend-penalty', { reason: '案情复杂', by: leader }, no('clue.head-only'))
  await step('tax', 'extend-penalty', { reason: '案情复杂', by: head }, done('filed', 'penalty-extended'))
  await step('tax', 'extend-penalty', { reason: '案情复杂', by: head }, no('clue.penalty-extended-already'))
  const letters = { outcome: 'penalty', documentNumber: '乌中公移〔2026〕1号', decidedOn: today(), by: leader }
  await step('tax', 'decide-penalty', letters, no('document.word-of-another'))
  const charged = { outcome: 'sent-for-prosecution', decidedOn: today(), by: leader }
  await step('tax', 'decide-penalty', charged, no('clue.not-police'))
  await step(
    'tax',
    'decide-penalty',
    {
      outcome: 'penalty',
      documentNumber: '乌中市监处罚〔2026〕1号',
      fineYuan: 500_000,
      decidedOn: today(),
      by: leader
    },
    done('concluded', 'penalty-decided')
  )
  await step('tax', 'inform-reporter', { way: 'phone', informedOn: today() }, no('clue.intake-only'))
  await step(
    'science',
    'inform-reporter',
    { way: 'phone', informedOn: today() },
    done('concluded', 'reporter-informed')
  )

  const notice = await as('tax')('POST', '/v1/notices', {
    ...{ kind: 'penalty', audience: 'conference', caseNumber, title: '行政处罚公示', company: '某机械有限公司' },
    ...{ documentNumber: '乌中市监处罚〔2026〕1号', legalBasis: '反不正当竞争法第二十六条', text: '罚款' },
    ...{ decidedOn: today(), by: leader }
  })
  t.match(notice.body.events, [{ type: 'info.penalty-published.v1' }, { type: 'clue.penalty-published.v1' }])
  t.match((await as('science')('GET', path)).body.history.at(-1), {
    ...{ type: 'clue.penalty-published.v1', data: { notice: notice.body.id } }
  })

  const listed = await as('tax')('GET', '/v1/clues?status=concluded')
  t.match(listed.body.items, [{ id, status: 'concluded' }])
  const { history } = (await as('tax')('GET', path)).body
  t.notMatch(JSON.stringify(history), /reporter-informed/, 'that a reporter is known is not told to who handles it')
  const office = (await as('amr')('GET', path)).body.history.at(-2)
  t.match(office, { type: 'clue.reporter-informed.v1', redacted: ['way', 'informedOn', 'note'] })
  t.strictSame(office.data, {}, 'how the reporter was told stays where the reporter is known')
  const filed = history.find(({ type }: { type: string }) => type === 'clue.filed.v1')
  t.strictSame(filed.data.crimeSigns, { grounds: ['涉嫌犯罪'], amountYuan: 1 })
})
