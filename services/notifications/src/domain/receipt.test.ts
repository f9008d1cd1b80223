import type { DeliveryEvent } from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import fc from 'fast-check'
import t from 'tap'
import { type Acknowledge, type ReceivedMail, receipt } from './receipt.ts'

const mail: ReceivedMail = {
  sequence: 7,
  eventId: '01981c6e-0000-7000-8000-000000000001',
  eventType: 'clue.assigned.v1',
  eventSubject: 'clue/01981c6e-0000-7000-8000-000000000002',
  sender: 'amr'
}
const acknowledge: Acknowledge = { do: 'acknowledge', recipient: 'psb', mail }
const acknowledged: DeliveryEvent = { type: 'delivery.acknowledged.v1', data: { ...mail, recipient: 'psb' } }

t.test('a copy is signed for once', async () => {
  given(receipt, []).when(acknowledge).then([acknowledged])
  given(receipt, [])
    .when({ ...acknowledge, note: '已转办' })
    .then([{ type: 'delivery.acknowledged.v1', data: { ...mail, recipient: 'psb', note: '已转办' } }])
})

t.test('a reminder that nobody sent is signed for too', async () => {
  const { sender: _, ...reminder } = mail
  given(receipt, [])
    .when({ ...acknowledge, mail: reminder })
    .then([{ type: 'delivery.acknowledged.v1', data: { ...reminder, recipient: 'psb' } }])
})

t.test('signing again changes nothing', async () => {
  given(receipt, [acknowledged])
    .when({ ...acknowledge, note: 'again' })
    .then([])
})

t.test('a receipt is not signed for', async () => {
  given(receipt, [])
    .when({ ...acknowledge, mail: { ...mail, eventType: 'delivery.acknowledged.v1' } })
    .refuses('receipt.of-receipt')
})

t.test('any sequence of commands signs at most once', async () => {
  const commands = fc.array(
    fc.record({
      note: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
      eventType: fc.constantFrom('clue.assigned.v1', 'delivery.acknowledged.v1')
    })
  )
  fc.assert(
    fc.property(commands, (list) => {
      const past: DeliveryEvent[] = []
      for (const { note, eventType } of list) {
        try {
          past.push(...receipt.decide({ ...acknowledge, note, mail: { ...mail, eventType } }, fold(receipt, past), ''))
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
      }
      const signable = list.some(({ eventType }) => eventType === 'clue.assigned.v1')
      return past.length === (signable ? 1 : 0)
    })
  )
})
