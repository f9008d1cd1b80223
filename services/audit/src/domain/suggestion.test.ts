import type { SuggestionEvent } from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import fc from 'fast-check'
import t from 'tap'
import { now, standing } from './acting.fixture.ts'
import { commands, events } from './suggestion.fixture.ts'
import { type SuggestionCommand, type SuggestionState, suggestion } from './suggestion.ts'

const on = (...past: SuggestionEvent[]) => given<SuggestionState, SuggestionCommand, SuggestionEvent>(suggestion, past)
const { send, answer } = commands
const { received, answered } = events

t.test('a procuratorate or a court writes, the agency answers once', async () => {
  on().when(send, now).then([received])
  on()
    .when({ ...send, agency: 'court', issues: 'judicial' }, now)
    .then([{ ...received, data: { ...received.data, kind: 'judicial', issuer: 'court' } }])
  on(received).when(answer, now).then([answered])
})

t.test('refusals', async () => {
  on()
    .when({ ...send, agency: 'amr', issues: undefined }, now)
    .refuses('suggestion.not-issuer')
  on()
    .when({ ...send, addressee: standing('nobody') }, now)
    .refuses('agency.unknown')
  on()
    .when({ ...send, addressee: standing('procuratorate') }, now)
    .refuses('suggestion.own')
  on(received).when(send, now).refuses('suggestion.exists')
  on().when(answer, now).refuses('suggestion.unknown')
  on(received)
    .when({ ...answer, agency: 'tax' }, now)
    .refuses('suggestion.unknown')
  on(received)
    .when({ ...answer, agency: 'procuratorate' }, now)
    .refuses('suggestion.not-addressee')
  on(received, answered).when(answer, now).refuses('suggestion.answered')
})

t.test('whatever is commanded, it is received once and answered once, by its addressee', async () => {
  const agency = fc.constantFrom('procuratorate', 'court', 'psb', 'tax')
  const command = fc
    .tuple(fc.constantFrom<SuggestionCommand>(send, answer), agency)
    .map(([base, agency]): SuggestionCommand => ({ ...base, agency }))
  fc.assert(
    fc.property(fc.array(command), (commands) => {
      const past: SuggestionEvent[] = []
      for (const one of commands) {
        try {
          past.push(...suggestion.decide(one, fold(suggestion, past), now))
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
      }
      const types = past.map(({ type }) => type)
      return new Set(types).size === types.length && types.indexOf('suggestion.answered.v1') !== 0
    })
  )
})
