import { randomUUIDv7 } from 'node:crypto'
import { Type } from '@sinclair/typebox'
import { type UnmaskRule, unmaskRule } from '@wuhu/access'
import {
  audienceOf,
  beijingTime,
  CaseSourceNumber,
  type Envelope,
  type Ground,
  parseAudience,
  recordUnmaskRequested,
  Text,
  UuidV7
} from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { type Answer, type Call, type CommandDefinition, defineCommand, NotFound, Problem } from '@wuhu/host'
import { execute } from '@wuhu/store'
import { type UnmaskingCommand, unmasking } from '../domain/unmasking.ts'
import { readTimeline } from '../views/timeline.ts'
import { answer, answerOf, by, contextOf, type Deps, type Tx } from './context.ts'

const strict = { additionalProperties: false }
const params = Type.Object({ id: UuidV7('申请标识') }, strict)
const { fields, event } = recordUnmaskRequested.data.properties
const defaultMinutes = 30

export const unknownUnmasking = () => new NotFound('unmasking.unknown', 'there is no such request')

/** Commands by which masked fields are seen, on record. */
export function unmaskingCommands(deps: Deps): CommandDefinition[] {
  const { store, now, unmaskMinutes = defaultMinutes } = deps
  const until = () => beijingTime(new Date(Date.parse(now()) + unmaskMinutes * 60_000))

  const ask = defineCommand({
    name: 'record.unmask',
    path: '/v1/cases/:number/unmaskings',
    action: 'record.unmask',
    tag: 'unmaskings',
    status: 201,
    title: { zh: '查看脱敏内容', en: 'See masked fields' },
    description: {
      zh: '个人信息说明理由即可；涉及商业秘密的须由本单位另一名负责人同意；侦查信息和举报人身份不予查看。发布单位会知悉。',
      en: 'Personal data takes a reason, what touches the secret also another leader of the agency; police detail and reporters are never shown. Whoever published it learns of it.'
    },
    params: Type.Object({ number: CaseSourceNumber() }, strict),
    body: Type.Object({ event, fields, reason: Text(500, '查看理由'), by: Type.Optional(by) }, strict),
    answer,
    async execute(call) {
      const { number } = call.params
      const { event, fields, reason } = call.body
      const { agency, person } = call.actor
      const done = await store.once(call, async (tx) => {
        const found = await visibleEvent(tx, number, agency, event)
        const { class: strictest, rule } = ruleFor(found.event.type, found.ground, fields)
        const id = randomUUIDv7()
        const who = { requester: agency, ...(person !== undefined && { person }) }
        const kind = strictest === 'secret' ? ('secret' as const) : ('personal' as const)
        const asked = { caseNumber: number, event, eventType: found.event.type, fields, class: kind, ...who, reason }
        const command = { do: 'ask' as const, asked, rule, until: until() }
        return answerOf(id, await onUnmasking(tx, id, command, { call, now: now(), about: found.event }))
      })
      const { id, version } = done.answer
      return { body: done.answer, version, location: `/v1/unmaskings/${id}`, replayed: done.replayed }
    }
  })

  const decide = async (call: Call<{ id: string }, unknown>, command: UnmaskingCommand): Promise<Answer> => {
    const { id } = call.params
    const { agency } = call.caller
    const done = await store.once(call, async (tx) => {
      const row = await tx.db
        .selectFrom('unmaskings')
        .select(['case_number', 'event'])
        .where('id', '=', id)
        .where('agency', '=', agency)
        .executeTakeFirst()
      if (!row) throw unknownUnmasking()
      const found = await visibleEvent(tx, row.case_number, agency, row.event)
      return answerOf(id, await onUnmasking(tx, id, command, { call, now: now(), about: found.event }))
    })
    return { body: done.answer, version: done.answer.version, replayed: done.replayed }
  }

  const approve = defineCommand({
    name: 'record.approve-unmask',
    path: '/v1/unmaskings/:id/approve',
    action: 'record.approve-unmask',
    tag: 'unmaskings',
    title: { zh: '同意查看（第二人）', en: 'Agree, as the second person' },
    params,
    body: Type.Object({ by: Type.Optional(by) }, strict),
    answer,
    execute: (call) => decide(call, { do: 'approve', by: call.actor, until: until() })
  })

  const refuse = defineCommand({
    name: 'record.refuse-unmask',
    path: '/v1/unmaskings/:id/refuse',
    action: 'record.approve-unmask',
    tag: 'unmaskings',
    title: { zh: '不同意查看（第二人）', en: 'Disagree, as the second person' },
    params,
    body: Type.Object({ reason: Text(500, '理由'), by: Type.Optional(by) }, strict),
    answer,
    execute: (call) => decide(call, { do: 'refuse', by: call.actor, reason: call.body.reason })
  })

  return [ask, approve, refuse]
}

/** @throws NotFound for an event that the agency may not see, as for one that is not there */
async function visibleEvent(tx: Pick<Tx, 'db'>, caseNumber: string, agency: string, event: string) {
  const [found] = await readTimeline(tx.db, { caseNumber, agency, event, limit: 1 })
  if (!found) throw new NotFound('unmasking.no-such-event', 'there is no such event in the case')
  return found
}

/** The strictest rule of the fields. @throws Problem 400 for fields that are not withheld */
function ruleFor(type: string, ground: Ground, fields: readonly string[]): { class: string; rule: UnmaskRule } {
  const found = fields.map((field) => unmaskRule(type, ground, field))
  const errors = found.flatMap((rule, index) =>
    rule
      ? []
      : [{ in: 'body' as const, path: `/fields/${index}`, message: '该字段未脱敏', message_en: 'is not withheld' }]
  )
  if (errors.length > 0) throw new Problem(400, 'request.invalid', 'see errors', errors)
  const order: readonly UnmaskRule[] = ['never', 'second-person', 'reason']
  const [strictest] = found.flatMap((one) => one ?? []).sort((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule))
  if (!strictest) throw new TypeError('there is at least one field')
  return strictest
}

type Asking = Parameters<typeof contextOf>[0] & { readonly expectedVersion?: number }

/** Whoever published the event learns that its fields were seen; a request that is open is the agency's own. */
async function onUnmasking(
  tx: Tx,
  id: string,
  command: UnmaskingCommand,
  { call, now, about }: { call: Asking; now: string; about: Envelope }
) {
  const owner = parseAudience(about.audience).find(({ ground }) => ground === 'publisher')
  try {
    return await execute(tx, {
      decider: unmasking,
      streamId: `unmasking/${id}`,
      command,
      isNew: command.do === 'ask',
      expectedVersion: call.expectedVersion,
      context: contextOf(call, now),
      describe: ({ type }, state) => {
        if (state.status === 'none') throw new TypeError(`${type} leads nowhere`)
        const { requester, caseNumber } = state.asked
        const told =
          type === 'record.unmasked.v1' && owner ? { agency: owner.agency, ground: 'addressee' as const } : undefined
        return { caseNumber, audience: audienceOf({ agency: requester, ground: 'publisher' }, told) }
      }
    })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unmasking.unknown') throw unknownUnmasking()
    throw error
  }
}
