import { Type } from '@sinclair/typebox'
import { areRegistered } from '@wuhu/access'
import {
  AgencyCode,
  assistAccepted,
  assistExtended,
  assistForwarded,
  assistRefused,
  assistReplied,
  UuidV7
} from '@wuhu/contracts'
import { type CommandDefinition, defineCommand } from '@wuhu/host'
import { approverStands } from './approver.ts'
import { answer, by, type Deps, follow, type Tx } from './context.ts'

const strict = { additionalProperties: false }
const params = Type.Object({ id: UuidV7() }, strict)
const { round: _, letterNumber, ...replyFields } = assistReplied.data.properties
const shape = { action: 'assistance.work', tag: 'assistances', params, answer } as const

/** What the agency does that was asked. */
export function addresseeCommands(deps: Deps): CommandDefinition[] {
  return [
    defineCommand({
      ...shape,
      name: 'assistance.receive',
      action: 'assistance.receive',
      path: '/v1/assistances/:id/receive',
      title: { zh: '签收协查函', en: 'Sign for the request' },
      body: Type.Object({ by }, strict),
      execute: (call) => follow(deps, call, { do: 'receive', agency: call.caller.agency })
    }),
    defineCommand({
      ...shape,
      name: 'assistance.accept',
      path: '/v1/assistances/:id/accept',
      title: { zh: '接受协查', en: 'Accept the request' },
      body: Type.Object({ dueAt: assistAccepted.data.properties.dueAt, by }, strict),
      execute: (call) => {
        const { by: _by, ...promised } = call.body
        return follow(deps, call, { do: 'accept', agency: call.caller.agency, ...promised })
      }
    }),
    defineCommand({
      ...shape,
      name: 'assistance.refuse',
      path: '/v1/assistances/:id/refuse',
      title: { zh: '拒绝协查', en: 'Refuse the request' },
      body: Type.Object({ reason: assistRefused.data.properties.reason, by }, strict),
      execute: (call) => follow(deps, call, { do: 'refuse', agency: call.caller.agency, reason: call.body.reason })
    }),
    defineCommand({
      ...shape,
      name: 'assistance.forward',
      action: 'assistance.receive',
      path: '/v1/assistances/:id/forward',
      title: { zh: '转交协查函', en: 'Forward the request' },
      body: Type.Object(
        {
          to: AgencyCode({ description: '转入单位' }),
          reason: assistForwarded.data.properties.reason,
          withinSystem: assistForwarded.data.properties.withinSystem,
          by
        },
        strict
      ),
      execute: (call) =>
        follow(deps, call, async (tx) => {
          const { by: _by, ...onward } = call.body
          const registered = await areRegistered(tx.db, [onward.to])
          return { do: 'forward', agency: call.caller.agency, ...onward, registered }
        })
    }),
    defineCommand({
      ...shape,
      name: 'assistance.extend',
      path: '/v1/assistances/:id/extend',
      title: { zh: '延长协查期限', en: 'Extend the period, once' },
      body: Type.Object(
        {
          dueAt: assistExtended.data.properties.dueAt,
          reason: assistExtended.data.properties.reason,
          approver: assistExtended.data.properties.approver,
          by
        },
        strict
      ),
      execute: (call) => {
        const { by: _by, ...extension } = call.body
        return follow(deps, call, async (tx) => {
          const stands = await approverStands(tx, call.caller, extension.approver, deps.now())
          return { do: 'extend', agency: call.caller.agency, ...extension, approverStands: stands }
        })
      }
    }),
    defineCommand({
      ...shape,
      name: 'assistance.reply',
      intake: true,
      path: '/v1/assistances/:id/reply',
      title: { zh: '协查复函', en: 'Reply' },
      description: {
        zh: '要求补充后再次复函即为补充答复。公安只报办理状态，不报侦查内容。',
        en: 'After a request for a supplement, a further reply is the supplement. Police tell the status only.'
      },
      body: Type.Object({ ...replyFields, letterNumber: Type.Optional(letterNumber), by }, strict),
      execute: (call) => {
        const { by: _by, letterNumber: given, ...said } = call.body
        const reply = async (_tx: Tx, letterNumber = '') =>
          ({ do: 'reply', agency: call.caller.agency, reply: { ...said, letterNumber } }) as const
        return follow(deps, call, reply, { kind: 'assistance-reply', given })
      }
    })
  ]
}
