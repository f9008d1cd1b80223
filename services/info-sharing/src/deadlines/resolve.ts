import { type ClueEvent, type Envelope, parseActor } from '@wuhu/contracts'
import { type About, type Resolve, statesAfter } from '@wuhu/deadlines'
import { offices, type Tx } from '../commands/context.ts'
import { clue } from '../domain/clue.ts'
import { type ClueState, senders } from '../domain/clue-state.ts'
import type { InfoTables } from '../tables.ts'

/**
 * What events mean for the clocks of clues 线索. A published penalty ends a clock of the publisher's clues of its case.
 */
export const resolve: Resolve<InfoTables> = async (tx, events) => {
  const own = events.filter(({ type }) => type.startsWith('clue.'))
  const states = await statesAfter(tx, clue, own)
  const office = await offices(tx)
  return await Promise.all(
    events.map(async (event) => {
      const state = states.get(event.id)
      if (state) return goesOn(event) ? aboutClue(event, state, office) : []
      return event.type === 'info.penalty-published.v1' ? await cluesOfPublisher(tx, event) : []
    })
  )
}

/** Of two merged leads, this is the one that goes on: nothing happens to its clocks. */
function goesOn({ type, data }: Envelope): boolean {
  return (
    type !== 'clue.merged.v1' || (data as Extract<ClueEvent, { type: 'clue.merged.v1' }>['data']).into !== undefined
  )
}

function aboutClue(event: Envelope, state: ClueState, office: readonly string[]): About[] {
  const { assignee, reporterKnown, status } = state
  return [
    {
      subject: event.subject,
      caseNumber: event.casenumber ?? state.caseNumber,
      roles: { intake: state.intake, assignee, office },
      involved: [...senders(state), ...(assignee === undefined ? [] : [assignee])],
      facts: { reporterKnown, verifying: status === 'verifying' }
    }
  ]
}

async function cluesOfPublisher(tx: Tx, event: Envelope): Promise<About[]> {
  if (event.casenumber === undefined) return []
  const rows = await tx.db
    .selectFrom('clues')
    .select('id')
    .where('case_number', '=', event.casenumber)
    .where('assignee', '=', parseActor(event.actor).agency)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => ({ subject: `clue/${id}`, roles: {}, involved: [], facts: {} }))
}
