// What an agency's developer may write, and what the compiler must refuse. Compiled here and against the packed SDK.
import { createAgency, type Mail, memoryCursor, WuhuProblem } from '@wuhu/sdk'

const agency = createAgency({ agency: 'amr', seed: 'SU', urls: { infoSharing: 'http://bus' }, nats: ['tls://bus'] })
const answer = await agency.command('clue.receive', {
  channel: 'report',
  title: '线索',
  allegedAct: 'breach-of-confidence',
  description: '说明'
})
const id: string = answer.body.id
const version: number | undefined = answer.version
await agency.command('clue.accept', { id, by: { person: 'p-1', role: 'handler' } }, { ifMatch: version ?? 1 })
const { items } = await agency.query('clue.list', { limit: 3 })
const first: string | undefined = items[0]?.id

// @ts-expect-error there is no such command
await agency.command('clue.steal', { id })
// @ts-expect-error the id is missing
await agency.command('clue.accept', {})
const rumour = { channel: 'rumour', title: '', allegedAct: 'breach-of-confidence', description: '' } as const
// @ts-expect-error no such channel
await agency.command('clue.receive', rumour)

const seen: string[] = []
const handler = async ({ sequence, event }: Mail): Promise<void> => {
  if (event.type === 'clue.registered.v1') seen.push(String(sequence), String(event.data.caseNumber))
  // @ts-expect-error a copy's fields may be withheld
  if (event.type === 'clue.received.v1') seen.push(event.data.title)
}
const subscription = agency.subscribe({ handler, cursor: memoryCursor(), transport: 'nats', onDead: () => 'skip' })
await subscription.ended.catch((error: unknown) => error instanceof WuhuProblem && error.code)

export { first }
