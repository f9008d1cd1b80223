import { Type } from '@sinclair/typebox'
import {
  AgencyCode,
  superviseDays,
  superviseDocument,
  superviseIssued,
  superviseKind,
  superviseLetterSent,
  superviseProposed,
  UuidV7
} from '@wuhu/contracts'
import { type CommandDefinition, defineCommand } from '@wuhu/host'
import type { Acting } from '../domain/acting.ts'
import { findBreach } from '../figures/find-breach.ts'
import { supervisionRulesIn } from '../supervision-rules.ts'
import { answer, by, createRunner, type Deps, type Tx } from './context.ts'
import { standingsIn } from './directory.ts'
import { supervisions } from './machines.ts'

const strict = { additionalProperties: false }
const params = Type.Object({ id: UuidV7('督办标识') }, strict)
const shape = { action: 'supervision.issue', tag: 'supervisions', params, answer } as const
const { title, reason, subject } = superviseProposed.data.properties
const number = superviseIssued.data.properties.documentNumber

/** What the office proposes and decides, and the bureau of justice in administrative enforcement. */
export function issuerCommands(deps: Deps): CommandDefinition[] {
  const { begin, follow } = createRunner(deps, supervisions)
  return [
    defineCommand({
      ...shape,
      params: Type.Object({}, strict),
      name: 'supervision.propose',
      path: '/v1/supervisions',
      status: 201,
      intake: true,
      title: { zh: '提出督办', en: 'Propose supervision' },
      description: {
        zh: '事由限于时限逾期、任务、工作整改和行政执法监督（司法局），不涉及立案、不立案和裁判的内容；时限逾期用固定文字。法院、检察院不督办，改发商请函。',
        en: 'About a missed clock, a task, a shortcoming, or (bureau of justice) enforcement; never what was decided in a filing or a judgment. A missed clock is reported in fixed words. Court and procuratorate are asked by letter.'
      },
      body: Type.Object(
        {
          target: AgencyCode('责任单位'),
          subject: Type.Object(
            {
              kind: superviseKind,
              of: subject.properties.of,
              deadline: subject.properties.deadline
            },
            strict
          ),
          title: Type.Optional(title),
          reason: Type.Optional(reason),
          by
        },
        strict
      ),
      execute: (call) =>
        begin(call, '/v1/supervisions', async (acting, tx) => {
          const { by: _, target: code, subject, ...words } = call.body
          const [target] = await standingsIn(tx, [code])
          if (!target) throw new TypeError('one agency has one standing')
          const found = subject.deadline === undefined ? undefined : await findBreach(tx, subject.deadline)
          const about = { target, subject, ...words, ...(found && { breach: found.breach }) }
          return {
            command: { do: 'propose', by: acting, origin: 'person', rules: await supervisionRulesIn(tx), ...about },
            // One clock, one card: whoever proposes it again finds the first.
            ...(found && { id: found.id, caseNumber: found.caseNumber })
          }
        })
    }),
    defineCommand({
      ...shape,
      name: 'supervision.dismiss',
      path: '/v1/supervisions/:id/dismiss',
      title: { zh: '不予督办', en: 'Dismiss the proposal' },
      body: Type.Object({ reason, by }, strict),
      execute: (call) => follow(call, (acting) => ({ do: 'dismiss', by: acting, reason: call.body.reason }))
    }),
    defineCommand({
      ...shape,
      name: 'supervision.issue',
      path: '/v1/supervisions/:id/issue',
      intake: true,
      title: { zh: '发出督办', en: 'Confirm and issue the card' },
      description: {
        zh: '由具名人员确认。反馈期限 5 至 20 个工作日。司法局用行政执法监督通知书、意见书或决定书。',
        en: 'A named officer confirms it. 5 to 20 working days to report. The bureau of justice uses its own documents.'
      },
      body: Type.Object(
        {
          days: superviseDays,
          demand: Type.Optional(superviseIssued.data.properties.demand),
          document: Type.Optional(superviseDocument),
          documentNumber: number,
          by
        },
        strict
      ),
      execute: (call) => {
        const { by: _, documentNumber: given, ...card } = call.body
        const enforcement = (card.document ?? '').startsWith('enforcement') || call.caller.agency === deps.justice
        const kind = enforcement ? 'law-supervision-notice' : 'supervision'
        const issue = async (acting: Acting, tx: Tx, number: object) => {
          const rules = await supervisionRulesIn(tx)
          return { do: 'issue' as const, by: acting, rules, ...card, ...number }
        }
        return follow(call, issue, { kind, given })
      }
    }),
    defineCommand({
      ...shape,
      name: 'supervision.send-letter',
      path: '/v1/supervisions/:id/send-letter',
      intake: true,
      title: { zh: '发出商请函', en: 'Send the letter of request' },
      body: Type.Object(
        { text: Type.Optional(superviseLetterSent.data.properties.text), documentNumber: number, by },
        strict
      ),
      execute: (call) => {
        const { by: _, documentNumber: given, ...letter } = call.body
        return follow(call, (acting, _tx, number) => ({ do: 'send-letter', by: acting, ...letter, ...number }), {
          kind: 'request-letter',
          given
        })
      }
    })
  ]
}
