import { type Static, type TObject, Type } from '@sinclair/typebox'
import { matchAccessAsked, matchAccessDeclined, matchAccessGranted } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { type Call, type CommandDefinition, defineCommand, NotFound } from '@wuhu/host'
import type { Context, Executed } from '@wuhu/store'
import type { MatchState } from '../domain/match.ts'
import { ownWord } from '../matching/matching.ts'
import { onSide } from '../matching/told.ts'
import { findSide, otherSide } from '../views/matching.ts'
import { letIn } from './clue-office.ts'
import { answer, answerOf, by, contextOf, type Deps, type Tx } from './context.ts'

const strict = { additionalProperties: false }
export const matchParams = Type.Object(
  {
    id: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', maxLength: 36, description: '匹配标识' })
  },
  strict
)
const { reason: askReason } = matchAccessAsked.data.properties
const { reason: grantReason, history } = matchAccessGranted.data.properties
const { reason: declineReason } = matchAccessDeclined.data.properties

/** Both sides of a match, locked. */
interface Sides {
  readonly mine: string
  readonly theirs: string
  readonly state: MatchState
  readonly context: Context
  readonly expectedVersion: number | undefined
}

/** Asking for access to what matches, and answering it. */
export function matchAccessCommands(deps: Deps): CommandDefinition[] {
  const define = <B extends TObject>(
    name: 'ask' | 'grant' | 'decline',
    texts: Pick<CommandDefinition, 'title' | 'description'>,
    body: B,
    work: (tx: Tx, sides: Sides, body: Static<B>) => Promise<Executed<MatchState>>
  ) =>
    defineCommand({
      name: `match.${name}`,
      path: `/v1/matches/:id/${name}`,
      action: name === 'ask' ? 'match.ask' : 'match.grant',
      tag: 'matching',
      ...texts,
      params: matchParams,
      body,
      answer,
      async execute(call) {
        const done = await deps.store.once(call, async (tx) => {
          const executed = await work(tx, await bothSides(tx, call, deps.now()), call.body as Static<B>)
          const { state } = executed
          return answerOf(call.params.id, { ...executed, state: { status: name === 'ask' ? state.out : state.in } })
        })
        return { body: done.answer, version: done.answer.version, replayed: done.replayed }
      }
    })

  return [
    define(
      'ask',
      {
        title: { zh: '请求查阅匹配线索', en: 'Ask for access to a matching clue' },
        description: {
          zh: '对方单位由此知道是谁请求、为何请求；对方是谁，同意之前不告知。',
          en: 'The other agency learns who asks and why; who it is, the asker learns when it grants.'
        }
      },
      Type.Object({ reason: askReason, by: Type.Optional(by) }, strict),
      async (tx, { mine, theirs, context, expectedVersion }, { reason }) => {
        const asked = await onSide(tx, mine, { do: 'ask', by: context.actor, reason }, context, { expectedVersion })
        const { agency: asker } = asked.state
        // The asker is named now, but its request still leads to nothing else.
        const named = { ...ownWord(context.now), actor: context.actor }
        if (asked.events.length > 0) await onSide(tx, theirs, { do: 'hear-asking', asker, reason }, named)
        return asked
      }
    ),
    define(
      'grant',
      {
        title: { zh: '同意查阅匹配线索', en: 'Grant access to a matching clue' },
        description: {
          zh: '请求单位成为本单位案源的参与单位，默认只见此后的办理过程。由单位负责人或者经办人办理。',
          en: 'The asker becomes a party to the case, from now on unless history is granted. By a head, leader or handler.'
        }
      },
      Type.Object(
        { reason: grantReason, history: Type.Optional({ ...history, default: false }), by: Type.Optional(by) },
        strict
      ),
      async (tx, { mine, theirs, state, context, expectedVersion }, { reason, history = false }) => {
        const caseNumber = await caseOf(tx, state.clue)
        const why = reason !== undefined && { reason }
        const command = { do: 'grant' as const, by: context.actor, caseNumber, history, ...why }
        const granted = await onSide(tx, mine, command, context, { expectedVersion })
        const { asker, agency: granter } = granted.state
        if (granted.events.length === 0 || asker === undefined) return granted
        const also = await letIn(tx, { context }, caseNumber, [asker], { history, ...why })
        const named = { ...ownWord(context.now), actor: context.actor }
        await onSide(tx, theirs, { do: 'hear-grant', granter, caseNumber, history }, named)
        return { ...granted, events: [...granted.events, ...also] }
      }
    ),
    define(
      'decline',
      {
        title: { zh: '不同意查阅匹配线索', en: 'Decline access to a matching clue' },
        description: {
          zh: '请求单位只知未获同意，不知理由，也不知是哪个单位。',
          en: 'The asker learns that it was declined, and neither why nor by whom.'
        }
      },
      Type.Object({ reason: declineReason, by: Type.Optional(by) }, strict),
      async (tx, { mine, theirs, context, expectedVersion }, { reason }) => {
        const command = { do: 'decline' as const, by: context.actor, ...(reason !== undefined && { reason }) }
        const declined = await onSide(tx, mine, command, context, { expectedVersion })
        if (declined.events.length > 0) await onSide(tx, theirs, { do: 'hear-decline' }, ownWord(context.now))
        return declined
      }
    )
  ]
}

export const unknownMatch = () => new NotFound('match.unknown', 'there is no such match')

/** @throws NotFound for a match whose side the agency is not, as for one that does not exist */
async function bothSides(tx: Tx, call: Call<Static<typeof matchParams>, unknown>, now: string): Promise<Sides> {
  const { id: mine } = call.params
  if (!(await findSide(tx.db, mine, call.caller.agency))) throw unknownMatch()
  const theirs = await otherSide(tx.db, mine)
  if (theirs === undefined) throw new Refusal('match.own', 'both clues are of the agency itself')
  // Two transactions that lock the same two sides must do so in one order.
  for (const id of [mine, theirs].sort()) await tx.read(`match/${id}`)
  const side = await findSide(tx.db, mine, call.caller.agency)
  if (!side) throw unknownMatch()
  return { mine, theirs, state: side.state, context: contextOf(call, now), expectedVersion: call.expectedVersion }
}

async function caseOf(tx: Tx, clue: string): Promise<string> {
  const row = await tx.db.selectFrom('clues').select('case_number').where('id', '=', clue).executeTakeFirst()
  if (row?.case_number == null) throw new TypeError('a clue that is compared is registered')
  return row.case_number
}
