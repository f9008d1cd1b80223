import { nameOf, readMail } from '../stack/mailboxes.ts'
import type { RunningStack } from './find-stack.ts'
import { titleOfType } from './title-of-type.ts'
import type { WatchedStory } from './watched-story.ts'

/** A recipient signed for a copy in its mailbox, and its sender found the receipt. */
export interface SignedFor {
  readonly recipient: string
  readonly sender: string
  readonly type: string
  /** Milliseconds from the request to the receipt in the sender's mailbox. */
  readonly milliseconds: number
}

/** What agencies sign for first. */
const letters = /^assist\.requested|^info\.(?!receipt)/

/**
 * The first agency that was sent something in a story signs for it 签收; undefined when nobody was.
 * @throws Error on a refusal, or when the sender has no receipt within 10 s
 */
export async function signFor(stack: RunningStack, { mail }: WatchedStory): Promise<SignedFor | undefined> {
  const sent = [...mail].flatMap(([recipient, mails]) =>
    mails.filter(({ event }) => event.actor.split('/')[0] !== recipient).map((one) => ({ recipient, ...one }))
  )
  const found = sent.find(({ event }) => letters.test(event.type)) ?? sent[0]
  const sender = found?.event.actor.split('/')[0]
  if (!found || !sender) return undefined
  const { recipient, sequence, event } = found
  const { last } = await readMail(stack, sender, 0)
  const began = performance.now()
  const answer = await stack.call(recipient, 'POST', `/v1/mailbox/${sequence}/receipt`, {})
  if (answer.status !== 200) throw new Error(`${recipient} receipt ${sequence}: ${answer.status} ${answer.text}`)
  const id: string = answer.body.events[0].id
  for (let after = last; performance.now() - began < 10_000; ) {
    const { body } = await stack.call(sender, 'GET', `/v1/mailbox?after=${after}&wait=5`)
    const ids: string[] = body.items.map((item: { event: { id: string } }) => item.event.id)
    if (ids.includes(id)) return { recipient, sender, type: event.type, milliseconds: performance.now() - began }
    after = body.last
  }
  throw new Error(`${sender} 没有收到回执 · has no receipt within 10 s`)
}

export function signedText({ recipient, sender, type, milliseconds }: SignedFor): string {
  return (
    `签收 receipt：${nameOf(recipient)}签收“${titleOfType(type)}”，${Math.round(milliseconds)} ms 后${nameOf(sender)}收到回执 · ` +
    `${recipient} signed, ${sender} has the receipt\n`
  )
}
