import { Type } from '@sinclair/typebox'
import { audienceOf, type Envelope, onBehalf, parseAudience, Text } from '@wuhu/contracts'
import { type CommandDefinition, defineCommand, NotFound } from '@wuhu/host'
import { execute, type Store } from '@wuhu/store'
import { type ReceivedMail, receipt } from './domain/receipt.ts'
import type { Mailboxes } from './mailbox/read-mailbox.ts'

export interface CommandDeps<DB> {
  readonly store: Store<DB>
  readonly mailboxes: Mailboxes
  /** RFC 3339 instant. */
  now(): string
}

const strict = { additionalProperties: false }

const answer = Type.Object(
  {
    id: Type.String({ description: '签收标识' }),
    version: Type.Integer(),
    status: Type.String(),
    sequence: Type.Integer({ description: '收件箱序号' }),
    events: Type.Array(Type.Object({ id: Type.String(), type: Type.String() }, strict))
  },
  strict
)

/** What a recipient does with its mail. */
export function mailboxCommands<DB>({ store, mailboxes, now }: CommandDeps<DB>): CommandDefinition[] {
  const acknowledge = defineCommand({
    name: 'mailbox.receipt',
    path: '/v1/mailbox/:sequence/receipt',
    action: 'mailbox.sign',
    tag: 'mailbox',
    title: { zh: '签收', en: 'Sign for a copy' },
    description: {
      zh: '发件单位随后在收件箱中看到签收回执。重复签收无害；回执本身不再签收。',
      en: 'The sender then finds the receipt in its mailbox. Repeating is harmless; a receipt itself is not signed for.'
    },
    params: Type.Object({ sequence: Type.Integer({ minimum: 1, description: '收件箱序号' }) }, strict),
    body: Type.Object({ note: Type.Optional(Text(500, '签收说明')), by: Type.Optional(onBehalf) }, strict),
    answer,
    async execute(call) {
      const recipient = call.caller.agency
      const { sequence } = call.params
      const [mail] = await mailboxes.read(recipient, sequence - 1, 1)
      if (mail?.sequence !== sequence)
        throw new NotFound('mailbox.no-such-sequence', 'nothing has come with this sequence')
      const original = JSON.parse(mail.body) as Envelope
      const received = receivedMail(original, sequence)
      const id = `${recipient}-${sequence}`
      const done = await store.once(call, async (tx) => {
        const { state, version, events } = await execute(tx, {
          decider: receipt,
          streamId: `receipt/${id}`,
          command: { do: 'acknowledge', recipient, mail: received, note: call.body.note },
          expectedVersion: call.expectedVersion,
          context: {
            service: 'notifications',
            actor: call.actor,
            provenance: call.provenance,
            now: now(),
            correlationId: call.correlationId,
            causationId: original.id,
            traceparent: call.traceparent
          },
          describe: (event) => ({
            caseNumber: original.casenumber,
            audience: audienceOf(
              { agency: recipient, ground: 'publisher' },
              event.data.sender === undefined ? undefined : { agency: event.data.sender, ground: 'addressee' }
            )
          })
        })
        const all = events.length > 0 ? events : (await tx.read(`receipt/${id}`)).events
        return { id, version, status: state.status, sequence, events: all.map(({ id, type }) => ({ id, type })) }
      })
      return { body: done.answer, version: done.answer.version, replayed: done.replayed }
    }
  })
  return [acknowledge]
}

function receivedMail(original: Envelope, sequence: number): ReceivedMail {
  const publisher = parseAudience(original.audience).find(({ ground }) => ground === 'publisher')
  return {
    sequence,
    eventId: original.id,
    eventType: original.type,
    eventSubject: original.subject,
    ...(publisher && { sender: publisher.agency })
  }
}
