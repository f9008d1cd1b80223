import type { Envelope } from '@wuhu/contracts'
import { type About, type Resolve, statesAfter } from '@wuhu/deadlines'
import { suggestion } from '../domain/suggestion.ts'
import { supervision } from '../domain/supervision.ts'
import { task } from '../domain/task.ts'
import type { AuditTables } from '../tables.ts'

/**
 * What events mean for the clocks of supervisions 督办, tasks 任务 and suggestions 检察建议、司法建议. That an agency is
 * supervised is not told around: whoever issued a card stands where elsewhere the office does.
 */
export const resolve: Resolve<AuditTables> = async (tx, events) => {
  const of = (kind: string) => events.filter(({ subject }) => subject.startsWith(`${kind}/`))
  const supervisions = await statesAfter(tx, supervision, of('supervision'))
  const tasks = await statesAfter(tx, task, of('task'))
  const suggestions = await statesAfter(tx, suggestion, of('suggestion'))
  return events.map((event): About[] => {
    const card = supervisions.get(event.id)
    if (card && card.status !== 'none') {
      const { target, issuer } = card.proposal
      return [aboutOne(event, { target, office: [issuer] }, [issuer])]
    }
    const work = tasks.get(event.id)
    if (work && work.status !== 'none') {
      const { agency } = event.data as { readonly agency?: string }
      return [aboutOne(event, { agency, office: [work.issuer] }, [work.issuer])]
    }
    const letter = suggestions.get(event.id)
    if (letter && letter.status !== 'none') {
      const { issuer, addressee } = letter.received
      return [aboutOne(event, { addressee, office: [issuer] }, [issuer])]
    }
    return []
  })
}

const aboutOne = (event: Envelope, roles: About['roles'], involved: readonly string[]): About => ({
  subject: event.subject,
  caseNumber: event.casenumber,
  roles,
  involved,
  facts: {}
})
