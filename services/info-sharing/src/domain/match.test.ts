import { given } from '@wuhu/decider/given'
import t from 'tap'
import { type MatchSideEvent, match } from './match.ts'
import { matchKeys } from './match-keys.ts'

type Rotated = Parameters<typeof matchKeys.evolve>[1]
const clue = '0198c0de-0000-7000-8000-000000000001'
const other = '0198c0de-0000-7000-8000-000000000002'
const found: MatchSideEvent = { type: 'match.found.v1', data: { agency: 'psb', clue, kinds: ['person'] } }
const duplicate: MatchSideEvent = {
  type: 'match.duplicate-found.v1',
  data: { agency: 'psb', clue, duplicateOf: other, kinds: ['person'] }
}
const theyAsked: MatchSideEvent = { type: 'match.access-asked.v1', data: { clue, asker: 'tax', reason: '一' } }
const weAsked: MatchSideEvent = { type: 'match.access-asked.v1', data: { clue, asker: 'psb', reason: '二' } }
const weDeclined: MatchSideEvent = { type: 'match.access-declined.v1', data: { clue, asker: 'tax' } }
const theyDeclined: MatchSideEvent = { type: 'match.access-declined.v1', data: { clue, asker: 'psb' } }
const terms = { caseNumber: '150824-2026-000001', history: false }
const weGranted: MatchSideEvent = {
  type: 'match.access-granted.v1',
  data: { clue, asker: 'tax', granter: 'psb', ...terms }
}
const theyGranted: MatchSideEvent = {
  type: 'match.access-granted.v1',
  data: { clue, asker: 'psb', granter: 'tax', ...terms }
}
const by = { agency: 'psb', person: 'p-1', role: 'handler' }
const grant = { do: 'grant', by, ...terms } as const

t.test('what is found is told once for a kind', async () => {
  const find = { do: 'find' as const, agency: 'psb', clue, kinds: ['person' as const] }
  given(match, []).when(find).then([found])
  given(match, [found]).when(find).then([])
  given(match, [found])
    .when({ ...find, kinds: ['person', 'uscc'] })
    .then([{ type: 'match.found.v1', data: { agency: 'psb', clue, kinds: ['uscc'] } }])
  given(match, [])
    .when({ do: 'find-duplicate', agency: 'psb', clue, duplicateOf: other, kinds: ['person'] })
    .then([duplicate])
})

t.test('asking', async () => {
  given(match, [found]).when({ do: 'ask', by, reason: '二' }).then([weAsked])
  given(match, [found, weAsked]).when({ do: 'ask', by, reason: '又' }).then([])
  given(match, [found, weAsked, theyDeclined]).when({ do: 'ask', by, reason: '又' }).refuses('match.declined')
  given(match, [found, weAsked, theyGranted]).when({ do: 'ask', by, reason: '又' }).then([])
  given(match, [duplicate]).when({ do: 'ask', by, reason: '二' }).refuses('match.own')
  given(match, [found, theyAsked]).when({ do: 'ask', by, reason: '二' }).then([weAsked])
  given(match, [found]).when({ do: 'hear-asking', asker: 'tax', reason: '一' }).then([theyAsked])
  given(match, [found, theyAsked]).when({ do: 'hear-asking', asker: 'tax', reason: '又' }).then([])
})

t.test('answering', async () => {
  given(match, [found]).when(grant).refuses('match.not-asked')
  given(match, [found, weAsked]).when(grant).refuses('match.not-asked')
  given(match, [found, theyAsked]).when(grant).then([weGranted])
  given(match, [found, theyAsked, weGranted]).when(grant).then([])
  given(match, [found, theyAsked, weDeclined]).when(grant).then([weGranted])
  for (const role of ['liaison', 'office-staff', 'convener']) {
    given(match, [found, theyAsked])
      .when({ ...grant, by: { ...by, role } })
      .refuses('match.role')
  }
  given(match, [found, theyAsked])
    .when({ ...grant, by: { agency: 'psb', role: 'handler' } })
    .refuses('match.role')
  given(match, [found, theyAsked])
    .when({ do: 'decline', by, reason: '三' })
    .then([{ type: 'match.access-declined.v1', data: { clue, asker: 'tax', reason: '三' } }])
  given(match, [found, theyAsked, weDeclined]).when({ do: 'decline', by }).then([])
  given(match, [found, theyAsked, weGranted]).when({ do: 'decline', by }).refuses('match.granted')
  given(match, [found, weAsked]).when({ do: 'hear-decline' }).then([theyDeclined])
  given(match, [found, weAsked, theyGranted]).when({ do: 'hear-decline' }).then([])
  given(match, [found, weAsked])
    .when({ do: 'hear-grant', granter: 'tax', ...terms })
    .then([theyGranted])
  given(match, [found, weAsked, theyDeclined])
    .when({ do: 'hear-grant', granter: 'tax', ...terms })
    .then([theyGranted])
})

t.test('keys as the agencies were told', async () => {
  const [one, two] = ['a'.repeat(32), 'b'.repeat(32)]
  const publicKey = 'A'.repeat(44)
  const until = '2026-07-01T00:00:00+08:00'
  const first: Rotated = { type: 'match.key-rotated.v1', data: { keyId: one, publicKey } }
  given(matchKeys, []).when({ do: 'announce', keyId: one, publicKey, until }).then([first])
  given(matchKeys, [first]).when({ do: 'announce', keyId: one, publicKey, until }).then([])
  given(matchKeys, [first])
    .when({ do: 'announce', keyId: two, publicKey, until })
    .then([{ type: 'match.key-rotated.v1', data: { keyId: two, publicKey, previous: one, until } }])
})
