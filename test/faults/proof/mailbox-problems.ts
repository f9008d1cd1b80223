import { parseAudience, parseEnvelope } from '@wuhu/contracts'
import { copiesOf } from '../../../services/notifications/src/handlers/deliver.ts'
import type { Image } from './images.ts'

interface Due {
  readonly id: string
  readonly body: Buffer
}

/** Copies that each mailbox must hold of one source stream, in the order of that stream. */
function dueFrom({ messages }: Image): Map<string, Due[]> {
  const due = new Map<string, Due[]>()
  for (const { body } of messages) {
    const event = parseEnvelope(body)
    const copies = new Map(copiesOf({ event, body }).map((copy) => [copy.streamId, Buffer.from(copy.body)]))
    for (const { agency } of parseAudience(event.audience)) {
      const mailbox = `mailbox/${agency}`
      const list = due.get(mailbox) ?? []
      list.push({ id: event.id, body: copies.get(mailbox) ?? Buffer.alloc(0) })
      due.set(mailbox, list)
    }
  }
  return due
}

/** Mail that an agency lacks, has twice, should not have, has in another order than the stream, or with other bytes. */
export function mailboxProblems(sources: readonly Image[], mail: Image): string[] {
  const problems: string[] = []
  const sourceOf = new Map(sources.flatMap(({ name, messages }) => messages.map(({ id }) => [id, name] as const)))
  const held = new Map<string, Due[]>()
  for (const { streamId, id, body } of mail.stored) {
    const key = `${streamId} ${sourceOf.get(id)}`
    held.set(key, [...(held.get(key) ?? []), { id, body }])
  }
  for (const source of sources) {
    for (const [mailbox, due] of dueFrom(source)) {
      const key = `${mailbox} ${source.name}`
      const has = held.get(key) ?? []
      held.delete(key)
      if (has.length !== due.length) problems.push(`${key}: ${has.length} copies, ${due.length} are due`)
      due.forEach(({ id, body }, index) => {
        const one = has[index]
        if (one?.id !== id) problems.push(`${key}: copy ${index + 1} is ${one?.id}, due is ${id}`)
        else if (!one.body.equals(body)) problems.push(`${key}: copy ${index + 1} has other bytes`)
      })
    }
  }
  for (const [key, { length }] of held) problems.push(`${key}: ${length} copies, none is due`)
  return problems
}
