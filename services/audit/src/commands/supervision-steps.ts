import { Type } from '@sinclair/typebox'
import { superviseAccepted, superviseClosed, superviseRejected, superviseReported, UuidV7 } from '@wuhu/contracts'
import { assertFreeWord } from '@wuhu/documents'
import { type CommandDefinition, defineCommand } from '@wuhu/host'
import { supervisionRulesIn } from '../supervision-rules.ts'
import { answer, by, createRunner, type Deps } from './context.ts'
import { supervisions } from './machines.ts'

const strict = { additionalProperties: false }
const params = Type.Object({ id: UuidV7('督办标识') }, strict)
const shape = { tag: 'supervisions', params, answer } as const
const { target: _, round: __, ...reportFields } = superviseReported.data.properties
const { reason, days } = superviseRejected.data.properties

/** What becomes of a card: the target signs and reports, the office judges the report, the convener presses. */
export function stepCommands(deps: Deps): CommandDefinition[] {
  const { follow } = createRunner(deps, supervisions)
  return [
    defineCommand({
      ...shape,
      action: 'supervision.work',
      name: 'supervision.acknowledge',
      path: '/v1/supervisions/:id/acknowledge',
      title: { zh: '签收督办', en: 'Sign for the card' },
      body: Type.Object({ by }, strict),
      execute: (call) => follow(call, (acting) => ({ do: 'acknowledge', by: acting }))
    }),
    defineCommand({
      ...shape,
      action: 'supervision.work',
      name: 'supervision.report',
      path: '/v1/supervisions/:id/report',
      intake: true,
      title: { zh: '反馈整改情况', en: 'Report on the card' },
      body: Type.Object({ ...reportFields, by }, strict),
      execute: (call) => {
        const { by: _by, documentNumber: given, ...report } = call.body
        return follow(call, (acting, _tx, number) => ({ do: 'report', by: acting, report: { ...report, ...number } }), {
          kind: 'rectification-report',
          given
        })
      }
    }),
    defineCommand({
      ...shape,
      action: 'supervision.issue',
      name: 'supervision.accept',
      path: '/v1/supervisions/:id/accept',
      title: { zh: '认可反馈', en: 'Accept the report' },
      body: Type.Object({ note: superviseAccepted.data.properties.note, by }, strict),
      execute: (call) => {
        const { by: _by, ...noted } = call.body
        return follow(call, (acting) => ({ do: 'accept', by: acting, ...noted }))
      }
    }),
    defineCommand({
      ...shape,
      action: 'supervision.issue',
      name: 'supervision.reject',
      path: '/v1/supervisions/:id/reject',
      title: { zh: '退回反馈', en: 'Send the report back' },
      body: Type.Object({ reason, days, by }, strict),
      execute: (call) => {
        const { by: _by, ...rejected } = call.body
        return follow(call, async (acting, tx) => ({
          ...{ do: 'reject', by: acting, ...rejected },
          rules: await supervisionRulesIn(tx)
        }))
      }
    }),
    defineCommand({
      ...shape,
      action: 'supervision.issue',
      name: 'supervision.yellow-card',
      path: '/v1/supervisions/:id/yellow-card',
      title: { zh: '黄牌', en: 'Yellow card' },
      body: Type.Object({ reason, by }, strict),
      execute: (call) => follow(call, (acting) => ({ do: 'yellow-card', by: acting, reason: call.body.reason }))
    }),
    defineCommand({
      ...shape,
      action: 'supervision.escalate',
      name: 'supervision.red-card',
      path: '/v1/supervisions/:id/red-card',
      title: { zh: '红牌', en: 'Red card' },
      description: { zh: '限召集人。', en: 'The convener only.' },
      body: Type.Object({ reason, by }, strict),
      execute: (call) => follow(call, (acting) => ({ do: 'red-card', by: acting, reason: call.body.reason }))
    }),
    defineCommand({
      ...shape,
      action: 'supervision.escalate',
      name: 'supervision.escalate',
      path: '/v1/supervisions/:id/escalate',
      title: { zh: '提级督办', en: 'Escalate' },
      description: { zh: '限召集人，红牌之后。', en: 'The convener only, after a red card.' },
      body: Type.Object({ reason, by }, strict),
      execute: (call) => follow(call, (acting) => ({ do: 'escalate', by: acting, reason: call.body.reason }))
    }),
    defineCommand({
      ...shape,
      action: 'supervision.issue',
      name: 'supervision.close',
      path: '/v1/supervisions/:id/close',
      title: { zh: '销号', en: 'Close the card' },
      body: Type.Object(
        {
          note: superviseClosed.data.properties.note,
          documentNumber: superviseClosed.data.properties.documentNumber,
          by
        },
        strict
      ),
      execute: (call) => {
        const { by: _by, ...closing } = call.body
        return follow(call, (acting) => {
          if (closing.documentNumber !== undefined) assertFreeWord(deps.words, closing.documentNumber)
          return { do: 'close', by: acting, ...closing }
        })
      }
    }),
    defineCommand({
      ...shape,
      action: 'supervision.issue',
      name: 'supervision.cancel',
      path: '/v1/supervisions/:id/cancel',
      title: { zh: '撤销督办', en: 'Cancel the card' },
      body: Type.Object({ reason, by }, strict),
      execute: (call) => follow(call, (acting) => ({ do: 'cancel', by: acting, reason: call.body.reason }))
    })
  ]
}
