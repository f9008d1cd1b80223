import { randomUUIDv7 } from 'node:crypto'
import { type TSchema, Type } from '@sinclair/typebox'
import {
  AgencyCode,
  type AudienceEntry,
  audienceOf,
  CaseSourceNumber,
  dataProblems,
  definitionOf,
  type Envelope,
  type InfoEvent,
  infoEvents,
  Text,
  UuidV7
} from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { type CommandDefinition, defineCommand, NotFound, Problem } from '@wuhu/host'
import { type Context, execute } from '@wuhu/store'
import { type NoticeKind, type NoticeState, notice, noticeKinds, type Standing } from '../domain/notice.ts'
import { findParty } from '../views/cases.ts'
import { cluesOfCase } from '../views/clues.ts'
import { recipientGround } from '../views/notices.ts'
import { onClue, readClueState } from './clue-streams.ts'
import { answer, answerOf, by, contextOf, type Deps, offices, type Tx } from './context.ts'

type Published = Exclude<InfoEvent, { type: 'info.receipt-signed.v1' }>
const strict = { additionalProperties: false }

/** Fields of all kinds, from the events themselves; which of them a kind needs and takes, its event says. */
const contents: Record<string, TSchema> = Object.fromEntries(
  infoEvents
    .filter(({ type }) => type !== 'info.receipt-signed.v1')
    .flatMap(({ data }) => Object.entries(data.properties as Record<string, TSchema>))
    .filter(([name]) => name !== 'publisher')
    .map(([name, { sensitivity: _, mask: __, ...schema }]) => [name, Type.Optional(schema as TSchema)])
)

const kinds = Object.keys(noticeKinds) as NoticeKind[]
const publishBody = Type.Object(
  {
    kind: Type.Union(
      kinds.map((kind) => Type.Literal(kind)),
      { description: '信息发布 notice、处罚公示 penalty、裁判信息 judgment、法规政策 statute' }
    ),
    audience: Type.Union(
      [Type.Literal('conference'), Type.Array(AgencyCode(), { minItems: 1, maxItems: 64, uniqueItems: true })],
      {
        description: '全体成员单位 conference，或点名送达的单位代码'
      }
    ),
    caseNumber: Type.Optional(CaseSourceNumber('所涉案源编号，限参与单位填写')),
    by: Type.Optional(by),
    ...contents
  },
  strict
)

/** Commands of information exchange 信息互通. */
export function noticeCommands(deps: Deps): CommandDefinition[] {
  const { store, now } = deps

  const publish = defineCommand({
    name: 'notice.publish',
    path: '/v1/notices',
    action: 'notice.publish',
    intake: true,
    tag: 'notices',
    status: 201,
    title: { zh: '发布信息', en: 'Publish information' },
    description: {
      zh: '各类信息所需字段不同：notice 需 title、text；penalty 需 title、documentNumber、legalBasis、text、decidedOn 和当事人；judgment 限法院；statute 需 title、issuer、text。',
      en: 'Each kind has its own fields: notice needs title and text; penalty title, documentNumber, legalBasis, text, decidedOn and an offender; judgment is for courts; statute needs title, issuer and text.'
    },
    body: publishBody,
    answer,
    async execute(call) {
      const { kind, audience, caseNumber, by: _, ...fields } = call.body
      const publisher = call.caller.agency
      const event = eventFor(kind, { publisher, ...fields })
      const done = await store.once(call, async (tx) => {
        if (caseNumber !== undefined && !(await findParty(tx.db, caseNumber, publisher))) {
          throw new Refusal('case.unknown', 'there is no such case')
        }
        const entries = await recipients(tx, publisher, audience)
        const to = audience === 'conference' ? 'conference' : 'named'
        const id = randomUUIDv7()
        const context = contextOf(call, now())
        const executed = await execute(tx, {
          decider: notice,
          streamId: `notice/${id}`,
          command: { do: 'publish', event, standing: standingOf(deps, publisher), to, recipients: entries.length - 1 },
          context,
          describe: () => ({ caseNumber, audience: entries })
        })
        const answered = answerOf(id, executed)
        if (kind !== 'penalty' || caseNumber === undefined) return answered
        const also = await penaltyPublished(tx, context, { notice: id, caseNumber })
        return { ...answered, events: [...answered.events, ...also.map(({ id, type }) => ({ id, type }))] }
      })
      const { id, version } = done.answer
      return { body: done.answer, version, location: `/v1/notices/${id}`, replayed: done.replayed }
    }
  })

  const sign = defineCommand({
    name: 'notice.sign',
    path: '/v1/notices/:id/sign',
    action: 'notice.sign',
    tag: 'notices',
    title: { zh: '签收信息', en: 'Sign for a notice' },
    params: Type.Object({ id: UuidV7() }, strict),
    body: Type.Object({ note: Type.Optional(Text(500, '签收备注')), by: Type.Optional(by) }, strict),
    answer,
    async execute(call) {
      const { id } = call.params
      const agency = call.caller.agency
      const { note } = call.body
      const done = await store.once(call, async (tx) => {
        try {
          const ground = await recipientGround(tx.db, id, agency)
          const { events } = await tx.read(`notice/${id}`)
          // What the whole conference was told makes nobody take part in the case, nor does signing for it.
          const caseNumber = ground === 'conference' ? undefined : events[0]?.casenumber
          const executed = await execute(tx, {
            decider: notice,
            streamId: `notice/${id}`,
            command: { do: 'sign', id, agency, recipient: ground !== undefined, ...(note !== undefined && { note }) },
            expectedVersion: ground && call.expectedVersion,
            context: contextOf(call, now()),
            describe: (_event, state) => ({ caseNumber, audience: receiptAudience(agency, state) })
          })
          return answerOf(id, executed)
        } catch (error) {
          if (error instanceof Refusal && error.code === 'notice.unknown') throw unknownNotice()
          throw error
        }
      })
      return { body: done.answer, version: done.answer.version, replayed: done.replayed }
    }
  })

  return [publish, sign]
}

/** The leads of the case on which the publisher had decided a penalty: that it is public is told to whoever follows them. */
async function penaltyPublished(
  tx: Tx,
  context: Context,
  { notice, caseNumber }: { notice: string; caseNumber: string }
): Promise<Envelope[]> {
  const { actor } = context
  const officesNow = await offices(tx)
  const events: Envelope[] = []
  for (const { id } of await cluesOfCase(tx.db, caseNumber)) {
    const state = await readClueState(tx, id)
    if (state.assignee !== actor.agency || state.penalty !== 'penalty') continue
    const command = { do: 'publish-penalty' as const, by: actor, notice }
    events.push(...(await onClue(tx, { id, command, offices: officesNow, context })).events)
  }
  return events
}

export const unknownNotice = () => new NotFound('notice.unknown', 'there is no such notice')

const receiptAudience = (signer: string, { publisher }: NoticeState) =>
  audienceOf({ agency: signer, ground: 'publisher' }, { agency: publisher, ground: 'addressee' })

/** The publisher and those it goes to: all agencies of the directory as they are now, or the ones that it names. */
async function recipients(
  tx: Tx,
  publisher: string,
  audience: 'conference' | readonly string[]
): Promise<AudienceEntry[]> {
  const known = await tx.db.selectFrom('directory_agencies').select('code').orderBy('code').execute()
  const codes = known.map(({ code }) => code)
  const named = audience === 'conference' ? codes : audience
  if (named.some((code) => !codes.includes(code))) throw new Refusal('agency.unknown', 'there is no such agency')
  const ground = audience === 'conference' ? 'conference' : 'addressee'
  return audienceOf({ agency: publisher, ground: 'publisher' }, ...named.map((agency) => ({ agency, ground }) as const))
}

function standingOf({ courts, procuratorates }: Deps, agency: string): Standing {
  if (courts.includes(agency)) return 'court'
  return procuratorates.includes(agency) ? 'procuratorate' : 'administration'
}

/** @throws Problem 400 that names what the kind lacks and what it does not take */
function eventFor(kind: NoticeKind, data: Record<string, unknown>): Published {
  const type = noticeKinds[kind]
  const problems = dataProblems(type, data)
  if (problems.length === 0) return { type, data } as Published
  const known = definitionOf(type)?.data.properties as Record<string, unknown>
  const errors = [...new Set(problems.map((problem) => problem.split(':')[0] ?? ''))].map((path) => {
    const missing = !(path.slice(1) in data)
    const foreign = !(path.slice(1) in known)
    const [message, english] = missing
      ? [`${kind} 须填写此项`, `is required for kind ${kind}`]
      : foreign
        ? [`${kind} 没有此项`, `is not a field of kind ${kind}`]
        : ['填写有误', 'is malformed']
    return { in: 'body' as const, path, message, message_en: english }
  })
  throw new Problem(400, 'request.invalid', 'see errors', errors)
}
