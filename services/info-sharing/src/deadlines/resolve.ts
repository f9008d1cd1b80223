import { type ClueEvent, type Envelope, parseAudience } from '@wuhu/contracts'
import { type About, type Resolve, statesAfter } from '@wuhu/deadlines'
import { offices } from '../commands/context.ts'
import { clue } from '../domain/clue.ts'
import { type ClueState, senders } from '../domain/clue-state.ts'
import type { InfoTables } from '../tables.ts'

/** What events mean for the clocks of clues 线索. */
export const resolve: Resolve<InfoTables> = async (tx, events) => {
  const own = events.filter(({ type }) => type.startsWith('clue.'))
  const states = await statesAfter(tx, clue, own)
  const office = await offices(tx)
  return events.map((event) => {
    const state = states.get(event.id)
    return state && goesOn(event) ? aboutClue(event, state, office) : []
  })
}

/** Of two merged leads, this is the one that goes on: nothing happens to its clocks. */
function goesOn({ type, data }: Envelope): boolean {
  return (
    type !== 'clue.merged.v1' || (data as Extract<ClueEvent, { type: 'clue.merged.v1' }>['data']).into !== undefined
  )
}

/**
 * Of a draft nobody is told but who was told of the draft itself. That a reporter is known is the intake agency's alone,
 * so the clock that it sets is followed by nobody else.
 */
function aboutClue(event: Envelope, state: ClueState, office: readonly string[]): About[] {
  const { assignee, reporterKnown, status } = state
  const told = parseAudience(event.audience).map(({ agency }) => agency)
  const known = status === 'draft' ? office.filter((agency) => told.includes(agency)) : office
  const about = {
    subject: event.subject,
    caseNumber: event.casenumber ?? state.caseNumber,
    roles: { intake: state.intake, assignee, office: known }
  }
  const involved = [...senders(state), ...(assignee === undefined ? [] : [assignee])]
  const verifying = status === 'verifying'
  return [
    { ...about, involved, facts: { reporterKnown: false, verifying } },
    // Whatever the first has started is not started again.
    ...(reporterKnown ? [{ ...about, involved: [], facts: { reporterKnown, verifying } }] : [])
  ]
}
