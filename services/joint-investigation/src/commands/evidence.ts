import { randomUUIDv7 } from 'node:crypto'
import { type TProperties, Type } from '@sinclair/typebox'
import { areRegistered } from '@wuhu/access'
import {
  CaseSourceNumber,
  type EvidenceEvent,
  evidenceDisposed,
  evidenceHandedOver,
  evidenceReceived,
  evidenceRegistered,
  evidenceReturned,
  UuidV7
} from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import { type Call, type CommandDefinition, defineCommand, NotFound } from '@wuhu/host'
import { execute } from '@wuhu/store'
import { evidence } from '../domain/evidence.ts'
import { concerned, type EvidenceCommand, evidenceAudience, evidenceStatuses } from '../domain/evidence-state.ts'
import { statusForParty } from '../views/cases.ts'
import { by, type Deps, type Tx } from './context.ts'

const strict = { additionalProperties: false }
const params = Type.Object({ id: UuidV7('证据物品标识') }, strict)
export const evidenceStatus = Type.Union(
  evidenceStatuses.map((one) => Type.Literal(one)),
  { description: '状态：held 保管中、in-transit 移交途中、returned 已发还、disposed 已处置' }
)
const answer = Type.Object(
  {
    id: UuidV7(),
    version: Type.Integer({ description: '版本，用于 If-Match' }),
    status: evidenceStatus,
    caseNumber: CaseSourceNumber(),
    events: Type.Array(Type.Object({ id: Type.String(), type: Type.String() }, strict))
  },
  strict
)
const shape = { action: 'evidence.work', tag: 'evidence', answer } as const

const { holder: _holder, requester: _requester, ...itemFields } = evidenceRegistered.data.properties
const { from: _from, kind: _kind, number: _number, name: _name, ...handingFields } = evidenceHandedOver.data.properties
const { from: _giver, by: _receiver, ...receiptFields } = evidenceReceived.data.properties
const { by: _returner, ...returnFields } = evidenceReturned.data.properties
const { by: _disposer, ...disposalFields } = evidenceDisposed.data.properties
const bodyOf = <Fields extends TProperties>(fields: Fields) => Type.Object({ ...fields, by }, strict)

/** Custody of evidence 证据物品保管链: each step takes two persons. */
export function evidenceCommands(deps: Deps): CommandDefinition[] {
  return [
    defineCommand({
      ...shape,
      name: 'evidence.register',
      path: '/v1/evidence',
      status: 201,
      intake: true,
      title: { zh: '登记证据物品', en: 'Register evidence' },
      description: {
        zh: '由案源参与单位，或者就该协查受请求的单位登记。不得写入商业秘密内容。',
        en: 'By a party to the case, or by the agency that the assistance asked. Never describe the secret itself.'
      },
      body: bodyOf(itemFields),
      async execute(call) {
        const { by: _by, ...item } = call.body
        const id = randomUUIDv7()
        const done = await deps.store.once(call, async (tx) => {
          const { agency } = call.caller
          const requester = await requesterOf(tx, item.caseNumber, item.assistance, agency)
          const asked = requester === undefined || requester === agency ? {} : { requester }
          return await decideOn(tx, deps, call, id, { do: 'register', agency, item: { ...item, ...asked } })
        })
        const { answer, replayed } = done
        return { body: answer, version: answer.version, location: `/v1/evidence/${answer.id}`, replayed }
      }
    }),
    defineCommand({
      ...shape,
      name: 'evidence.hand-over',
      path: '/v1/evidence/:id/hand-over',
      title: { zh: '移交证据物品', en: 'Hand evidence over' },
      params,
      body: bodyOf(handingFields),
      execute: (call) =>
        follow(deps, call, async (tx) => {
          const { by: _by, ...handing } = call.body
          const registered = await areRegistered(tx.db, [handing.to])
          return { do: 'hand-over', agency: call.caller.agency, handing, registered }
        })
    }),
    defineCommand({
      ...shape,
      name: 'evidence.receive',
      path: '/v1/evidence/:id/receive',
      title: { zh: '接收证据物品', en: 'Receive evidence' },
      params,
      body: bodyOf(receiptFields),
      execute: (call) =>
        follow(deps, call, () => {
          const { by: _by, ...receipt } = call.body
          return { do: 'receive', agency: call.caller.agency, receipt }
        })
    }),
    defineCommand({
      ...shape,
      name: 'evidence.return',
      path: '/v1/evidence/:id/return',
      title: { zh: '发还证据物品', en: 'Return evidence to whom it belongs' },
      params,
      body: bodyOf(returnFields),
      execute: (call) =>
        follow(deps, call, () => {
          const { by: _by, ...returning } = call.body
          return { do: 'return', agency: call.caller.agency, returning }
        })
    }),
    defineCommand({
      ...shape,
      name: 'evidence.dispose',
      path: '/v1/evidence/:id/dispose',
      title: { zh: '处置证据物品', en: 'Dispose of evidence' },
      params,
      body: bodyOf(disposalFields),
      execute: (call) =>
        follow(deps, call, () => {
          const { by: _by, ...disposal } = call.body
          return { do: 'dispose', agency: call.caller.agency, disposal }
        })
    })
  ]
}

type AnyCall = Call<unknown, unknown>
type Command = EvidenceCommand | Promise<EvidenceCommand>

export const unknownEvidence = () => new NotFound('evidence.unknown', 'there is no such evidence')

/** A stranger is told what it would be told if there were none, whatever version it guesses. */
async function follow(deps: Deps, call: Call<{ id: string }, unknown>, command: (tx: Tx) => Command) {
  const { id } = call.params
  const { answer, replayed } = await deps.store.once(call, async (tx) => {
    const { events } = await tx.read(`evidence/${id}`)
    if (!concerned(fold(evidence, events as unknown as EvidenceEvent[]), call.caller.agency)) throw unknownEvidence()
    return await decideOn(tx, deps, call, id, await command(tx))
  })
  return { body: answer, version: answer.version, replayed }
}

async function decideOn(tx: Tx, { now }: Deps, call: AnyCall, id: string, command: EvidenceCommand) {
  const { actor, provenance, correlationId, traceparent, expectedVersion } = call
  const { state, version, events } = await execute(tx, {
    decider: evidence,
    streamId: `evidence/${id}`,
    isNew: command.do === 'register',
    command,
    expectedVersion: command.do === 'register' ? undefined : expectedVersion,
    context: { service: 'joint-investigation', actor, provenance, now: now(), correlationId, traceparent },
    describe: ({ type }, after) => {
      if (after.status === 'none') throw new TypeError(`${type} leads nowhere`)
      return { caseNumber: after.caseNumber, audience: evidenceAudience(after, actor.agency) }
    }
  })
  if (state.status === 'none') throw new TypeError('a command without refusal leaves a thing')
  const { status, caseNumber } = state
  return { id, version, status, caseNumber, events: events.map(({ id, type }) => ({ id, type })) }
}

/** Who asked, where it came of an assistance. @throws Refusal unless the agency takes part in the case or was asked */
async function requesterOf(tx: Tx, caseNumber: string, assistance: string | undefined, agency: string) {
  const row =
    assistance === undefined
      ? undefined
      : await tx.db
          .selectFrom('assistances')
          .select('requester')
          .where('id', '=', assistance)
          .where('case_number', '=', caseNumber)
          .where((eb) => eb.or([eb('requester', '=', agency), eb('addressee', '=', agency)]))
          .executeTakeFirst()
  if (assistance !== undefined && !row) throw new Refusal('assistance.unknown', 'no such assistance of that case')
  const standing = await statusForParty(tx.db, caseNumber, agency)
  if (!standing && !row) throw new Refusal('case.unknown', 'there is no such case')
  if (await isClosed(tx, caseNumber)) throw new Refusal('case.closed', `case ${caseNumber} is closed`)
  return row?.requester
}

async function isClosed(tx: Tx, caseNumber: string): Promise<boolean> {
  const row = await tx.db.selectFrom('cases').select('status').where('number', '=', caseNumber).executeTakeFirst()
  return row?.status === 'closed'
}
