import { Type } from '@sinclair/typebox'
import { AgencyCode, bulletinDrafted, bulletinPublished, UuidV7, workCommended } from '@wuhu/contracts'
import { assertFreeWord } from '@wuhu/documents'
import { type CommandDefinition, defineCommand } from '@wuhu/host'
import { answer, by, createRunner, type Deps } from './context.ts'
import { standingsIn } from './directory.ts'
import { bulletins, commendations } from './machines.ts'

const strict = { additionalProperties: false }
const params = Type.Object({ id: UuidV7('通报标识') }, strict)
const shape = { tag: 'bulletins', params, answer } as const
const { kind, title, text, revision } = bulletinDrafted.data.properties
const { title: praise, text: ground, documentNumber } = workCommended.data.properties

/** What the office tells the conference: 通报, 通知, 工作简报, and 表扬. */
export function bulletinCommands(deps: Deps): CommandDefinition[] {
  const { begin, follow } = createRunner(deps, bulletins)
  return [
    defineCommand({
      ...shape,
      params: Type.Object({}, strict),
      name: 'bulletin.draft',
      path: '/v1/bulletins',
      action: 'bulletin.draft',
      status: 201,
      intake: true,
      title: { zh: '起草通报', en: 'Draft a bulletin' },
      body: Type.Object({ kind, title, text, by }, strict),
      execute: (call) => {
        const { by: _, ...draft } = call.body
        return begin(call, '/v1/bulletins', (acting) => ({
          command: { do: 'draft', by: acting, draft }
        }))
      }
    }),
    defineCommand({
      ...shape,
      name: 'bulletin.redraft',
      path: '/v1/bulletins/:id/redraft',
      action: 'bulletin.draft',
      intake: true,
      title: { zh: '修改通报', en: 'Draft it anew' },
      description: { zh: '改后须重新批准。', en: 'What was approved before has to be approved again.' },
      body: Type.Object({ kind, title, text, by }, strict),
      execute: (call) => {
        const { by: _, ...draft } = call.body
        return follow(call, (acting) => ({ do: 'redraft', by: acting, draft }))
      }
    }),
    defineCommand({
      ...shape,
      name: 'bulletin.approve',
      path: '/v1/bulletins/:id/approve',
      action: 'bulletin.approve',
      title: { zh: '批准通报', en: 'Approve the bulletin' },
      description: {
        zh: '由召集人或办公室主任批准所看过的那一稿。',
        en: 'The convener or the head of the office, that revision.'
      },
      body: Type.Object({ revision, by }, strict),
      execute: (call) => follow(call, (acting) => ({ do: 'approve', by: acting, revision: call.body.revision }))
    }),
    defineCommand({
      ...shape,
      name: 'bulletin.publish',
      path: '/v1/bulletins/:id/publish',
      action: 'bulletin.draft',
      title: { zh: '印发通报', en: 'Publish to the conference' },
      body: Type.Object({ documentNumber: bulletinPublished.data.properties.documentNumber, by }, strict),
      execute: (call) => {
        const { documentNumber: given } = call.body
        return follow(call, (acting, _tx, number) => ({ do: 'publish', by: acting, ...number }), {
          kind: 'bulletin',
          given
        })
      }
    }),
    defineCommand({
      ...shape,
      params: Type.Object({}, strict),
      name: 'bulletin.commend',
      path: '/v1/bulletins/commend',
      action: 'bulletin.approve',
      status: 201,
      intake: true,
      title: { zh: '通报表扬', en: 'Commend an agency to the conference' },
      description: {
        zh: '由召集人或办公室主任批准；不对法院、检察院作评价。',
        en: 'By the convener or the head of the office; never of court or procuratorate.'
      },
      body: Type.Object({ agency: AgencyCode('受表扬单位'), title: praise, text: ground, documentNumber, by }, strict),
      execute: (call) =>
        createRunner(deps, commendations).begin(call, undefined, async (acting, tx) => {
          const { by: _, agency: code, ...words } = call.body
          if (words.documentNumber !== undefined) assertFreeWord(deps.words, words.documentNumber)
          const [agency] = await standingsIn(tx, [code])
          if (!agency) throw new TypeError('one agency has one standing')
          return { command: { do: 'commend', by: acting, agency, words } }
        })
    })
  ]
}
