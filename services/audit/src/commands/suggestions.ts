import { Type } from '@sinclair/typebox'
import { AgencyCode, suggestionAnswered, suggestionReceived, UuidV7 } from '@wuhu/contracts'
import { type CommandDefinition, defineCommand } from '@wuhu/host'
import type { Received } from '../domain/suggestion.ts'
import { answer, by, createRunner, type Deps } from './context.ts'
import { standingsIn } from './directory.ts'
import { suggestions } from './machines.ts'

const strict = { additionalProperties: false }
const shape = { action: 'suggestion.work', tag: 'suggestions', answer, intake: true } as const
const { documentNumber, title, text } = suggestionReceived.data.properties
const { addressee: _, ...answerFields } = suggestionAnswered.data.properties

/** 检察建议、司法建议: from procuratorate or court to an agency, and back. */
export function suggestionCommands(deps: Deps): CommandDefinition[] {
  const { begin, follow } = createRunner(deps, suggestions)
  return [
    defineCommand({
      ...shape,
      name: 'suggestion.send',
      path: '/v1/suggestions',
      status: 201,
      title: { zh: '发出检察建议、司法建议', en: 'Make a suggestion to an agency' },
      description: {
        zh: '限检察院（检察建议）、法院（司法建议）；收到单位两个月内书面回复。',
        en: 'Procuratorates and courts only; the addressee answers in writing within two months.'
      },
      body: Type.Object({ addressee: AgencyCode('收到单位'), documentNumber, title, text, by }, strict),
      execute: (call) =>
        begin(call, '/v1/suggestions', async ({ agency }, tx) => {
          const { by: _by, addressee: code, ...suggestion } = call.body
          const [addressee] = await standingsIn(tx, [code])
          if (!addressee) throw new TypeError('one agency has one standing')
          return { command: { do: 'send', agency, issues: issuedBy(deps, agency), addressee, suggestion } }
        })
    }),
    defineCommand({
      ...shape,
      name: 'suggestion.answer',
      path: '/v1/suggestions/:id/answer',
      params: Type.Object({ id: UuidV7('建议标识') }, strict),
      title: { zh: '回复建议', en: 'Answer the suggestion' },
      body: Type.Object({ ...answerFields, by }, strict),
      execute: (call) => {
        const { by: _by, documentNumber: given, ...answer } = call.body
        return follow(call, ({ agency }, _tx, number) => ({ do: 'answer', agency, answer: { ...answer, ...number } }), {
          kind: 'suggestion-answer',
          given
        })
      }
    })
  ]
}

function issuedBy({ procuratorates, courts }: Deps, agency: string): Received['kind'] | undefined {
  if (procuratorates.includes(agency)) return 'procuratorial'
  return courts.includes(agency) ? 'judicial' : undefined
}
