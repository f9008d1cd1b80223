import type { CaseEvent } from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import fc from 'fast-check'
import t from 'tap'
import { type CaseCommand, caseAudience, caseRegister } from './case.ts'

const number = '150824-2026-000001'
const amr = { agency: 'amr', person: 'p-1', role: 'handler' }
const psb = { agency: 'psb' }
const court = { agency: 'court' }
const opened: CaseEvent = {
  type: 'case.opened.v1',
  data: { number, title: '侵犯技术秘密', openedBy: 'psb', parties: ['psb', 'amr'] }
}
const joined: CaseEvent = {
  type: 'case.party-added.v1',
  data: { number, agency: 'court', title: '侵犯技术秘密', history: true, reason: '诉讼' }
}
const linked: CaseEvent = {
  type: 'case.number-linked.v1',
  data: { number, agency: 'psb', kind: 'police', linked: '乌中公(食药)立字〔2026〕1号' }
}
const closed: CaseEvent = { type: 'case.closed.v1', data: { number, reason: '已判决' } }

t.test('a case is opened once, with the office as a party', async () => {
  const command: CaseCommand = { do: 'open', number, by: psb, title: '侵犯技术秘密', offices: ['amr'] }
  given(caseRegister, []).when(command).then([opened])
  given(caseRegister, [opened]).when(command).refuses('case.exists')
})

t.test('the office that opens a case is one party, not two', async () => {
  given(caseRegister, [])
    .when({ do: 'open', number, by: amr, title: '一', offices: ['amr'] })
    .then([{ type: 'case.opened.v1', data: { number, title: '一', openedBy: 'amr', parties: ['amr'] } }])
})

t.test('parties bring in others; repeating changes nothing', async () => {
  const command: CaseCommand = {
    do: 'add-party',
    by: amr,
    agency: 'court',
    ground: 'party',
    history: true,
    reason: '诉讼'
  }
  given(caseRegister, [opened]).when(command).then([joined])
  given(caseRegister, [opened, joined]).when(command).then([])
  given(caseRegister, [opened, closed]).when(command).refuses('case.closed')
  given(caseRegister, [opened])
    .when({ ...command, by: court })
    .refuses('case.unknown')
  given(caseRegister, []).when(command).refuses('case.unknown')
})

t.test('numbers are linked once and read by their kind', async () => {
  const link = (text: string, kind?: 'police' | 'court' | 'document' | 'other'): CaseCommand => ({
    do: 'link-number',
    by: psb,
    linked: text,
    ...(kind && { kind })
  })
  given(caseRegister, [opened]).when(link('乌中公(食药)立字〔2026〕1号', 'police')).then([linked])
  given(caseRegister, [opened, linked]).when(link('乌中公(食药)立字〔2026〕1号', 'police')).then([])
  given(caseRegister, [opened])
    .when(link('(2026)内0824刑初1号'))
    .then([
      { type: 'case.number-linked.v1', data: { number, agency: 'psb', kind: 'court', linked: '(2026)内0824刑初1号' } }
    ])
  given(caseRegister, [opened])
    .when(link('乌中市监办〔2026〕3号'))
    .then([
      {
        type: 'case.number-linked.v1',
        data: { number, agency: 'psb', kind: 'document', linked: '乌中市监办〔2026〕3号' }
      }
    ])
  given(caseRegister, [opened]).when(link('(2026)内0824刑初01号', 'court')).refuses('case.number-malformed')
  given(caseRegister, [opened]).when(link('甲 乙')).refuses('case.number-malformed')
  given(caseRegister, [opened]).when(link('  ', 'other')).refuses('case.number-malformed')
  given(caseRegister, [opened, closed]).when(link('(2026)内0824刑初1号')).refuses('case.closed')
  given(caseRegister, [opened])
    .when({ ...link('x-1'), by: court })
    .refuses('case.unknown')
})

t.test('a case is closed by whoever opened it, or by the office', async () => {
  const close = (agency: string, office: boolean, openWork = false): CaseCommand => ({
    do: 'close',
    by: { agency },
    reason: '已判决',
    office,
    openWork
  })
  given(caseRegister, [opened]).when(close('psb', false)).then([closed])
  given(caseRegister, [opened]).when(close('amr', true)).then([closed])
  given(caseRegister, [opened, closed]).when(close('psb', false)).then([])
  given(caseRegister, [opened, joined]).when(close('court', false)).refuses('case.closer')
  given(caseRegister, [opened]).when(close('court', false)).refuses('case.unknown')
  given(caseRegister, [opened])
    .when(close('psb', false, true))
    .refuses('case.open-work')
  given(caseRegister, [opened])
    .when(close('amr', true, true))
    .refuses('case.open-work')
  given(caseRegister, [opened])
    .when(close('court', false, true))
    .refuses('case.unknown')
  given(caseRegister, [opened, closed])
    .when(close('psb', false, true))
    .then([])
})

t.test('the audience is the parties of the moment', async (t) => {
  t.same(caseAudience(fold(caseRegister, [opened, joined]), 'court'), [
    { agency: 'court', ground: 'publisher' },
    { agency: 'psb', ground: 'party' },
    { agency: 'amr', ground: 'party' }
  ])
})

t.test(
  'whatever is asked: only parties act, nothing happens before opening or, but for the closing, after it',
  async (t) => {
    const agencies = fc.constantFrom('amr', 'psb', 'court', 'tax')
    const by = agencies.map((agency) => ({ agency }))
    const command: fc.Arbitrary<CaseCommand> = fc.oneof(
      fc.record({ do: fc.constant('open' as const), number: fc.constant(number), by, title: fc.constant('一') }),
      fc.record({
        do: fc.constant('link-number' as const),
        by,
        linked: fc.constantFrom('A-1', '(2026)内0824刑初1号', '？')
      }),
      fc.record({
        do: fc.constant('add-party' as const),
        by,
        agency: agencies,
        ground: fc.constant('party' as const),
        history: fc.boolean()
      }),
      fc.record({
        do: fc.constant('close' as const),
        by,
        reason: fc.constant('完'),
        office: fc.boolean(),
        openWork: fc.boolean()
      })
    )
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        let state = caseRegister.initial
        for (const one of commands) {
          try {
            const events = caseRegister.decide(one, state, '2026-06-01T09:00:00+08:00')
            if (events.length > 0 && one.do !== 'open') {
              if (!state.parties.includes(one.by.agency)) throw new Error('a stranger acted')
              if (state.status !== 'open') throw new Error('something happened to a case that is not open')
            }
            const next = fold(caseRegister, events, state)
            if (state.parties.some((party) => !next.parties.includes(party))) throw new Error('a party was lost')
            state = next
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
          }
        }
      })
    )
    t.pass('no sequence of commands broke a rule')
  }
)
