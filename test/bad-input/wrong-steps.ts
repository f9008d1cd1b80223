import { ahead, officer, type World } from './world.ts'
import { format, invalid, missing, planted, type WrongRequest, wrong } from './wrong-request.ts'

const status = (is: string, ...possible: string[]) =>
  ({ code: 'clue.wrong-status', detail: `is ${is}; possible when ${possible.join(', ')}` }) as const
const assigneeOnly = { code: 'clue.assignee-only', detail: 'only the agency that it is assigned to does this' } as const
const leader = { code: 'clue.role', detail: 'needs role agency-head or agency-leader in by' } as const
const office = { code: 'clue.role', detail: 'needs role office-head or office-staff in by' } as const
const filing = { agencyCaseNumber: '乌中公(食药)立字〔2026〕9号', legalBasis: '刑法第二百一十九条' }

/** Steps that the state of the thing, the agency's part in it or the officer's role forbids. */
export function wrongSteps({ draft, assigned, verifying }: World): WrongRequest[] {
  const on = (id: string, step: string) => `POST /v1/clues/${id}/${step}`
  const assignment = { to: 'psb', dueAt: ahead(5), by: officer('office-staff') }
  return [
    { what: 'accepting twice', as: 'psb', send: on(verifying, 'accept'), body: {}, ...status('verifying', 'assigned') },
    {
      what: "accepting what is another agency's",
      as: 'science',
      send: on(assigned, 'accept'),
      body: {},
      ...assigneeOnly
    },
    {
      what: 'the office accepting for the assignee',
      as: 'amr',
      send: on(assigned, 'accept'),
      body: {},
      ...assigneeOnly
    },
    {
      what: 'filing before accepting',
      as: 'psb',
      send: on(assigned, 'file'),
      body: { ...filing, by: officer('agency-head') },
      ...status('assigned', 'verifying')
    },
    {
      what: 'filing approved by a liaison',
      as: 'psb',
      send: on(verifying, 'file'),
      body: { ...filing, by: officer('liaison') },
      ...leader
    },
    { what: 'filing approved by nobody', as: 'psb', send: on(verifying, 'file'), body: filing, ...leader },
    {
      what: "filing approved by the other agency's head",
      as: 'science',
      send: on(verifying, 'file'),
      body: { ...filing, by: officer('agency-head') },
      ...assigneeOnly
    },
    {
      what: 'filing with a role that does not exist',
      as: 'psb',
      send: on(verifying, 'file'),
      body: { ...filing, by: officer('planted-7f3a9c') },
      ...invalid(...notARole())
    },
    {
      what: 'filing without legal basis',
      as: 'psb',
      send: on(verifying, 'file'),
      body: { agencyCaseNumber: filing.agencyCaseNumber, by: officer('agency-head') },
      ...invalid(missing('/legalBasis'))
    },
    {
      what: 'a name for a person',
      as: 'psb',
      send: on(verifying, 'file'),
      body: { ...filing, by: { person: '张三', role: 'agency-head' } },
      ...invalid(format('/by/person', 'person-ref'))
    },
    {
      what: 'suspending for another reason without a word',
      as: 'psb',
      send: on(verifying, 'suspend'),
      body: { basis: 'other' },
      code: 'clue.basis-unexplained',
      detail: 'basis "other" needs a note that explains it'
    },
    {
      what: 'resuming what runs',
      as: 'psb',
      send: on(verifying, 'resume'),
      body: { reason: planted },
      ...status('verifying', 'suspended')
    },
    {
      what: 'one handler alone',
      as: 'psb',
      send: on(assigned, 'accept'),
      body: { handlers: ['p-1'] },
      ...invalid(wrong('/handlers', '至少 2 项', 'must NOT have fewer than 2 items'))
    },
    {
      what: 'the same handler twice',
      as: 'psb',
      send: on(assigned, 'accept'),
      body: { handlers: ['p-1', 'p-1'] },
      ...invalid(wrong('/handlers', '不得重复', 'must NOT have duplicate items (items ## 1 and 0 are identical)'))
    },
    {
      what: 'archiving what is not decided',
      as: 'psb',
      send: on(verifying, 'archive'),
      body: {},
      ...status('verifying', 'feedback-given')
    },
    {
      what: 'assigning what is assigned',
      as: 'amr',
      send: on(assigned, 'assign'),
      body: assignment,
      ...status('assigned', 'registered', 'returned', 'reopened')
    },
    {
      what: 'the sender assigning',
      as: 'science',
      send: on(assigned, 'assign'),
      body: assignment,
      code: 'clue.office-only',
      detail: 'only the office does this'
    },
    {
      what: 'a liaison of the office assigning',
      as: 'amr',
      send: on(assigned, 'assign'),
      body: { ...assignment, by: officer('liaison') },
      ...office
    },
    {
      what: 'merging a clue into itself',
      as: 'amr',
      send: on(assigned, 'merge'),
      body: { into: assigned, reason: planted, by: officer('office-head') },
      code: 'clue.itself',
      detail: 'that is the same clue'
    },
    {
      what: 'registering twice',
      as: 'science',
      send: on(assigned, 'register'),
      body: {},
      ...status('assigned', 'draft')
    },
    {
      what: 'assigning a draft',
      as: 'science',
      send: on(draft, 'assign'),
      body: assignment,
      code: 'clue.office-only',
      detail: 'only the office does this'
    }
  ]
}

const notARole = () => [
  wrong('/by/role', '不是允许的取值', 'must be equal to constant'),
  wrong('/by/role', '不符合任何一种允许的形式', 'must match a schema in anyOf')
]
