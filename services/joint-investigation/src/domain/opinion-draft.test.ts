import { deepStrictEqual } from 'node:assert/strict'
import { type ConsultEvent, dataProblems } from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import fc from 'fast-check'
import t from 'tap'
import { events, type Past, past, proposer } from './consultation.fixture.ts'
import { consultation } from './consultation.ts'
import { drafted, draftOpinion } from './opinion-draft.fixture.ts'
import { opinionDraft } from './opinion-draft.ts'

const on = (status: Past, ...more: ConsultEvent[]) => ({
  ...draftOpinion,
  on: fold(consultation, [...past[status], ...more])
})

t.test('whoever takes part drafts while the consultation is under way', async (t) => {
  t.same(dataProblems(drafted.type, drafted.data), [])
  const nothing = given(opinionDraft, [])
  for (const status of ['accepted', 'materials-ready', 'convened', 'held', 'minutes-drafted'] as const) {
    nothing.when(on(status)).then([drafted])
    given(opinionDraft, [drafted]).when(on(status)).then([])
  }
  for (const status of ['none', 'proposed', 'declined'] as const)
    nothing.when(on(status)).refuses('consultation.unknown')
  for (const status of ['minutes-signed', 'closed'] as const)
    nothing.when(on(status)).refuses('consultation.wrong-status')
  nothing.when({ ...on('proposed'), ...proposer }).refuses('consultation.wrong-status')
  nothing.when(on('accepted', events.regrets)).refuses('consultation.participants-only')
  const anew = { ...drafted, data: { ...drafted.data, text: '二稿' } }
  given(opinionDraft, [drafted])
    .when({ ...on('accepted'), text: '二稿' })
    .then([anew])
  t.same(fold(opinionDraft, [drafted, anew]), { status: 'drafted', text: '二稿' })
})

t.test('whoever drafts whatever whenever, only who takes part has a draft, and replay gives the same', async () => {
  const step = fc.record({
    status: fc.constantFrom(...(Object.keys(past) as Past[])),
    by: fc.constantFrom(draftOpinion.by, proposer.by, { agency: 'tax' }),
    text: fc.constantFrom('初稿', '二稿')
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let state = opinionDraft.initial
      const log = []
      for (const { status, by, text } of steps) {
        try {
          for (const event of opinionDraft.decide({ ...on(status), by, text }, state, '')) {
            if (event.data.agency === 'tax') throw new Error('a stranger drafted')
            if (dataProblems(event.type, event.data).length > 0) throw new Error('it breaks its schema')
            log.push(event)
            state = opinionDraft.evolve(state, event)
          }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
      }
      deepStrictEqual(fold(opinionDraft, log), state)
    })
  )
})
