import { visible } from '@wuhu/access'
import type { Envelope } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import type { Received } from '@wuhu/store'
import { contextOf, type Deps, decideOn, type Tx } from '../commands/context.ts'
import { actingIn, officeIn, standingsIn } from '../commands/directory.ts'
import { supervisions } from '../commands/machines.ts'
import { supervision } from '../domain/supervision.ts'
import type { SupervisionCommand } from '../domain/supervision-state.ts'
import { breachOf } from '../figures/find-breach.ts'
import { supervisionRulesIn, unsupervised } from '../supervision-rules.ts'

type Justice = Pick<Deps, 'justice'>

/**
 * A missed clock, of any service, proposes a card to who missed it, or a letter to court and procuratorate; that of a card
 * itself makes the card overdue. A person decides what becomes of a proposal. One clock makes one proposal, under the
 * id of the event, so repeating changes nothing.
 */
export const onDeadlineBreached =
  (deps: Justice) =>
  async (tx: Tx, events: readonly Received[]): Promise<void> => {
    for (const { event } of events) {
      if (event.type === 'deadline.breached.v1') await promote(deps, tx, event)
    }
  }

async function promote(deps: Justice, tx: Tx, event: Envelope): Promise<void> {
  const { id, breach, caseNumber } = breachOf(event)
  const ownCard = breach.of.startsWith('supervision/')
  if (ownCard) return await findOverdue(deps, tx, event)
  if (Object.hasOwn(unsupervised, breach.rule)) return
  const office = await officeIn(tx)
  // A draft of a lead has no case yet and is its writer's alone: the office must not learn of it by a card.
  if (caseNumber === undefined && visible(office, event.audience) === undefined) return
  const by = await actingIn(deps, tx, { agency: office })
  const [target] = await standingsIn(tx, [breach.holder])
  if (!target) throw new TypeError('one agency has one standing')
  const subject = { kind: 'missed-clock', deadline: breach.deadline } as const
  await run(tx, event, id, caseNumber, {
    do: 'propose',
    ...{ by, origin: 'deadline', target, subject, breach, rules: await supervisionRulesIn(tx) }
  })
}

async function findOverdue(deps: Justice, tx: Tx, event: Envelope): Promise<void> {
  const { deadline, of, dueAt } = breachOf(event).breach
  const id = of.slice('supervision/'.length)
  const { events } = await tx.read(of)
  const state = fold(supervision, events as never)
  if (state.status === 'none') throw new TypeError('a clock of a card that is not there')
  const by = await actingIn(deps, tx, { agency: state.proposal.issuer })
  const begun = events.findLast(({ type }) => type === 'supervise.issued.v1' || type === 'supervise.rejected.v1')
  if (!begun) throw new TypeError('a clock of a card that was not issued')
  const { time: since, casenumber } = begun
  await run(tx, event, id, casenumber, { do: 'find-overdue', by, deadline, dueAt, since })
}

async function run(tx: Tx, event: Envelope, id: string, caseNumber: string | undefined, command: SupervisionCommand) {
  const { correlationid: correlationId, traceparent, id: causationId, time } = event
  const asked = { actor: { agency: command.by.agency }, correlationId, causationId, traceparent }
  await decideOn(tx, supervisions, { id, command, caseNumber, context: contextOf(asked, time) })
}
