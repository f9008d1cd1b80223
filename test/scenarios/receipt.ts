import type { Test } from 'tap'
import { agencies, readMail } from '../stack/mailboxes.ts'
import { settled } from '../stack/settled.ts'
import type { TestStack } from '../stack/start-stack.ts'
import { replayOf } from './replay-of.ts'
import { isClock, type Scene } from './scene.ts'

/** The police sign for the letter of ts-055 in their mailbox: the sender sees it, and nobody else. */
export async function receipt(t: Test, stack: TestStack, { mail, ids, caseNumber = '' }: Scene): Promise<void> {
  const letter = mail('psb').find(({ event }) => event.type === 'assist.requested.v1')
  const path = `/v1/mailbox/${letter?.sequence}/receipt`
  const signed = await stack.call('psb', 'POST', path, { note: '已收悉' })
  t.equal(signed.status, 200)
  const { events } = signed.body
  t.same((await stack.call('psb', 'POST', path, { note: '已收悉' })).body.events, events, 'repeating is harmless')
  await settled(stack)

  const found = await Promise.all(
    agencies.map(async (agency) => {
      const { mails } = await readMail(stack, agency, 0)
      return { agency, copies: mails.filter(({ event }) => event.id === events[0].id) }
    })
  )
  t.same(
    found.flatMap(({ agency, copies }) => copies.map(() => agency)),
    ['amr', 'psb'],
    'one copy each'
  )
  const [copy] = found.find(({ agency }) => agency === 'amr')?.copies ?? []
  t.match(copy?.event.data, { eventId: letter?.event.id, recipient: 'psb', sequence: letter?.sequence })
  const again = await stack.call('amr', 'POST', `/v1/mailbox/${copy?.sequence}/receipt`, {})
  t.match(again, { status: 409, body: { code: 'receipt.of-receipt' } })

  const replayed = await replayOf(stack, `case=${caseNumber}`)
  const all = new Set([...ids, events[0].id])
  const done = replayed.events.filter(({ event }) => !isClock(event.type))
  t.ok(done.length < replayed.events.length, 'the log has the clocks of the case, too')
  t.same(new Set(done.map(({ event }) => event.id)), all, 'the auditor has all of it, and nothing else')
}
