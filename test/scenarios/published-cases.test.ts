import t from 'tap'
import { settled } from '../stack/settled.ts'
import { startStack } from '../stack/start-stack.ts'
import { readings } from './readings.ts'
import { receipt } from './receipt.ts'
import { replayOf } from './replay-of.ts'
import { isClock, planted, plantedStory, playScene, timelineOf } from './scene.ts'

// Published cases from the first report to the last receipt, over the four services as they run in production.

const stack = await startStack(t)
const clueBegins = ['clue.received', 'clue.registered', 'case.opened', 'clue.assigned', 'clue.accepted']
const assistance = ['requested', 'received', 'accepted', 'replied', 'confirmed', 'closed'].map(
  (verb) => `assist.${verb}`
)
const outsiders = ['justice', 'drc', 'finance', 'commerce', 'industry-it', 'science', 'education', 'civil-affairs']
const rest = [
  'hrss',
  'natural-resources',
  'housing',
  'transport',
  'water',
  'culture',
  'health',
  'gov-services-data',
  'tax'
]

t.test('ts-055, administrative: the police come in early and verify together with market regulation', async (t) => {
  const scene = await playScene(stack, plantedStory('ts-055'))
  const { ids } = scene
  t.same(scene.types('amr'), [...clueBegins, 'case.party-added', ...assistance])
  t.same(scene.types('psb'), ['case.party-added', ...assistance])
  t.same(scene.left, ['procuratorate', 'court', ...outsiders, ...rest])
  t.same(
    scene.mail('amr').map(({ event }) => event.id),
    ids,
    'the office has all of it, in the order in which it happened'
  )

  await t.test('what each can read of it', (t) => readings(t, stack, scene))
  await t.test('a receipt', (t) => receipt(t, stack, scene))
})

t.test('ts-014, criminal: report, appraisal, prosecution, two judgments', async (t) => {
  const scene = await playScene(stack, plantedStory('ts-014'))
  const { caseNumber = '' } = scene
  const investigated = [...clueBegins, 'clue.suspended', 'clue.resumed', 'clue.filed', 'case.number-linked']
  const closing = ['clue.penalty-decided', 'clue.feedback-given', 'clue.archived', 'case.closed']
  const judged = ['info.judgment-shared', 'info.receipt-signed']
  t.same(scene.types('psb'), [
    ...investigated,
    'case.party-added',
    'case.party-added',
    ...judged,
    ...judged,
    ...closing
  ])
  t.same(scene.types('amr'), scene.types('psb'), 'the office follows every case')
  t.same(scene.types('procuratorate'), ['case.party-added', 'case.party-added', ...judged, ...judged, 'case.closed'])
  const signed = ['info.receipt-signed', 'info.receipt-signed', 'info.receipt-signed']
  const court = [
    'case.party-added',
    'info.judgment-shared',
    ...signed,
    'info.judgment-shared',
    ...signed,
    'case.closed'
  ]
  t.same(scene.types('court'), court)
  t.same(scene.left, [...outsiders, ...rest])

  const received = (agency: string) => scene.mail(agency)[0]?.event
  t.equal(received('psb')?.data.reporterToken, planted.reporterToken, 'its own copy is whole')
  t.equal(received('amr')?.data.reporterToken, undefined)
  t.equal(received('amr')?.redacted, 'reporterToken')
  const timeline = await timelineOf(stack, 'court', caseNumber)
  t.notOk(
    timeline?.some((type) => type.startsWith('clue.')),
    'whom the procuratorate lets in sees no more than it did itself'
  )
  const { events, text } = await replayOf(stack, `case=${caseNumber}`)
  const done = events.filter(({ event }) => !isClock(event.type))
  t.same(new Set(done.map(({ event }) => event.id)), new Set(scene.ids))
  t.equal((await replayOf(stack, `case=${caseNumber}`)).text, text, 'the same request gives the same bytes')
})

t.test(
  'ts-044, mixed: a judgment leads the procuratorate to more facts; it asks an expert, and tells the court',
  async (t) => {
    const scene = await playScene(stack, plantedStory('ts-044'))
    const judged = ['info.judgment-shared', 'info.receipt-signed', 'case.party-added']
    const told = ['info.notice-published', 'info.receipt-signed']
    const signatures = ['consult.signature-given', 'consult.signature-given', 'consult.minutes-signed']
    const consulted = [
      ...['proposed', 'accepted', 'materials-ready', 'expert-engaged', 'convened', 'held', 'minutes-drafted'].map(
        (verb) => `consult.${verb}`
      ),
      ...signatures,
      'consult.closed'
    ]
    t.same(scene.types('court'), ['case.opened', ...judged, 'expert.registered', ...told])
    t.same(scene.types('procuratorate'), ['case.party-added', 'expert.registered', ...told, ...consulted])
    t.same(scene.types('amr'), ['case.opened', ...judged, 'expert.registered', ...consulted])
    const pool = ['psb', 'justice']
    for (const agency of pool) t.same(scene.types(agency), ['expert.registered'], `${agency} took no part`)
    t.same(scene.left, [...outsiders.filter((agency) => !pool.includes(agency)), ...rest])
    const [entry] = scene.mail('court').filter(({ event }) => event.type === 'expert.registered.v1')
    t.not(entry?.event.data.name, '某某（来源未具名）', 'who is in the pool is masked')
  }
)

t.test('ts-059, administrative: a penalty is told to the whole conference, the case is not', async (t) => {
  const scene = await playScene(stack, plantedStory('ts-059'))
  const { caseNumber = '' } = scene
  t.same(scene.left, [])
  const published = (agency: string) =>
    scene.mail(agency).filter(({ event }) => event.type === 'info.penalty-published.v1')
  t.equal(published('amr')[0]?.event.data.person, '马某')
  for (const agency of ['procuratorate', 'court', ...outsiders, ...rest]) {
    t.same(scene.types(agency), ['info.penalty-published'], agency)
    t.notMatch(JSON.stringify(published(agency)), '马某')
    t.equal(await timelineOf(stack, agency, caseNumber), undefined, `${agency} is no party to the case`)
  }
  t.same(scene.types('psb'), ['info.penalty-published', 'info.receipt-signed'])
})

t.test('nothing is missing at the end', async (t) => {
  await settled(stack)
  const { status, body } = await stack.call('amr', 'GET', '/v1/gaps?deep=true', undefined, { role: 'audit-admin' })
  t.equal(status, 200)
  t.match(body, { complete: true, deep: true, gaps: [] })
})
