import { Type } from '@sinclair/typebox'
import t from 'tap'
import { defineEvent } from './define-event.ts'
import {
  catalogue,
  dataProblems,
  definitionOf,
  markingOf,
  mutuals,
  open,
  publishedByEach,
  sensitivities,
  work
} from './index.ts'

t.test('every event says owner, mutual, titles, and how far each field may travel', async (t) => {
  for (const { type, owner, mutual, title, data } of catalogue) {
    t.match(type, /^[a-z]+\.[a-z]+(-[a-z]+)*\.v\d+$/)
    t.ok(
      ['info-sharing', 'joint-investigation', 'notifications', 'audit', 'console', 'each'].includes(owner),
      `${type}: owner`
    )
    t.equal(owner === 'each', publishedByEach.includes(type.split('.')[0] ?? ''), `${type}: subject`)
    t.ok(mutual in mutuals, `${type}: mutual`)
    t.match(title.zh, /\p{Script=Han}/u, `${type}: Chinese title`)
    t.match(title.en, /[A-Za-z]/, `${type}: English title`)
    t.equal(data.additionalProperties, false, `${type}: unknown fields are refused`)
    for (const [name, field] of Object.entries(data.properties as Record<string, { sensitivity?: string }>)) {
      t.ok(sensitivities.includes(field.sensitivity as never), `${type}.${name}: sensitivity`)
    }
  }
})

t.test('what the mechanism speaks of is in the catalogue', async (t) => {
  const asked = {
    agency: 'registered key-added key-revoked',
    case: 'opened number-linked party-added closed',
    info: 'notice-published judgment-shared penalty-published statute-shared receipt-signed',
    clue:
      'received registered matched merged assigned accepted returned extended suspended resumed filed not-filed ' +
      'referred feedback-given archived reopened',
    consult:
      'proposed accepted declined invited materials-ready opinion-given expert-engaged held minutes-signed ' +
      'followed-up closed',
    assist:
      'requested received accepted refused forwarded extended replied supplement-requested confirmed withdrawn closed',
    transfer:
      'suspected team-formed reported approved refused sent receipted supplement-requested supplemented rerouted ' +
      'accepted filed not-filed exhibits-handed-over reconsideration-requested reconsidered supervision-requested ' +
      'explanation-required explained filing-ordered withdrawn prosecuted not-prosecuted opinion-received ' +
      'opinion-answered',
    deadline: 'set warned breached met recomputed cancelled',
    delivery: 'acknowledged',
    work: 'task-issued task-reported commended',
    supervise: 'issued acknowledged reported accepted rejected escalated closed',
    bulletin: 'drafted approved published',
    assess: 'scored',
    stat: 'snapshot-taken',
    replay: 'completed'
  }
  const wanted = Object.entries(asked).flatMap(([aggregate, names]) => names.split(' ').map((e) => `${aggregate}.${e}`))
  for (const name of wanted) t.ok(definitionOf(`${name}.v1`), name)
})

t.test('problems are named by path and never repeat a value', async (t) => {
  t.same(dataProblems('case.closed.v1', { number: '150824-2026-000001', reason: 'x' }), [])
  const problems = dataProblems('case.closed.v1', { number: '150824-2026-000001', reason: 42, more: '不可说' })
  t.ok(problems.some((problem) => problem.startsWith('/reason')))
  t.ok(problems.some((problem) => problem.startsWith('/more')))
  t.notMatch(problems.join(), /不可说|42/)
  t.same(dataProblems('case.invented.v1', {}), ['unknown event type case.invented.v1'])
})

t.test('one field above open makes an event a work secret', async (t) => {
  const base = { owner: 'audit', mutual: 'audit', title: { zh: '试', en: 'Try' } } as const
  t.equal(markingOf(defineEvent({ ...base, type: 'stat.tried.v1', data: { a: open(Type.String()) } })), 'open')
  t.equal(
    markingOf(
      defineEvent({ ...base, type: 'stat.tried.v1', data: { a: open(Type.String()), b: work(Type.String()) } })
    ),
    'work'
  )
  t.throws(() => defineEvent({ ...base, type: 'stat.v1' as never, data: {} }), TypeError)
  // @ts-expect-error a field without a sensitivity does not compile
  defineEvent({ ...base, type: 'stat.tried.v1', data: { a: Type.String() } })
})
