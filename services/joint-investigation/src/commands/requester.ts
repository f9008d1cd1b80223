import { Type } from '@sinclair/typebox'
import {
  assistClosed,
  assistConfirmed,
  assistExternalAnswered,
  assistSupplementRequested,
  assistWithdrawn,
  UuidV7
} from '@wuhu/contracts'
import { type CommandDefinition, defineCommand } from '@wuhu/host'
import { answer, by, type Deps, follow } from './context.ts'

const strict = { additionalProperties: false }
const params = Type.Object({ id: UuidV7() }, strict)
const { round: _, ...paperFields } = assistExternalAnswered.data.properties
const shape = { action: 'assistance.work', tag: 'assistances', params, answer } as const

/** What the agency does that asked, after it has asked. */
export function requesterCommands(deps: Deps): CommandDefinition[] {
  return [
    defineCommand({
      ...shape,
      name: 'assistance.import-reply',
      intake: true,
      path: '/v1/assistances/:id/import-reply',
      title: { zh: '导入机制外单位的复函', en: 'Import the reply of a body outside' },
      description: {
        zh: '跨区域协查：由请求单位录入纸质复函的文号、日期、内容和附件摘要值，再确认、办结。',
        en: 'The requester enters the paper: number, date, text and hashes of attachments; then confirms and closes as usual.'
      },
      body: Type.Object({ ...paperFields, by }, strict),
      execute: (call) => {
        const { by: _by, ...reply } = call.body
        return follow(deps, call, { do: 'import-reply', agency: call.caller.agency, reply })
      }
    }),
    defineCommand({
      ...shape,
      name: 'assistance.request-supplement',
      path: '/v1/assistances/:id/request-supplement',
      title: { zh: '要求补充', en: 'Ask for a supplement' },
      body: Type.Object({ ...assistSupplementRequested.data.properties, by }, strict),
      execute: (call) => {
        const { by: _by, ...wanted } = call.body
        return follow(deps, call, { do: 'request-supplement', agency: call.caller.agency, wanted })
      }
    }),
    defineCommand({
      ...shape,
      name: 'assistance.confirm',
      path: '/v1/assistances/:id/confirm',
      title: { zh: '确认复函', en: 'Confirm the reply' },
      body: Type.Object({ note: assistConfirmed.data.properties.note, by }, strict),
      execute: (call) => {
        const { by: _by, ...noted } = call.body
        return follow(deps, call, { do: 'confirm', agency: call.caller.agency, ...noted })
      }
    }),
    defineCommand({
      ...shape,
      name: 'assistance.withdraw',
      path: '/v1/assistances/:id/withdraw',
      title: { zh: '撤回协查', en: 'Withdraw the request' },
      body: Type.Object({ reason: assistWithdrawn.data.properties.reason, by }, strict),
      execute: (call) => follow(deps, call, { do: 'withdraw', agency: call.caller.agency, reason: call.body.reason })
    }),
    defineCommand({
      ...shape,
      name: 'assistance.close',
      path: '/v1/assistances/:id/close',
      title: { zh: '协查办结', en: 'Close the assistance' },
      body: Type.Object({ note: assistClosed.data.properties.note, by }, strict),
      execute: (call) => {
        const { by: _by, ...noted } = call.body
        return follow(deps, call, { do: 'close', agency: call.caller.agency, ...noted })
      }
    })
  ]
}
