import type { RecordEvent } from '@wuhu/contracts'
import { given } from '@wuhu/decider/given'
import t from 'tap'
import { type Asked, unmasking } from './unmasking.ts'

const until = '2026-06-01T09:30:00+08:00'
const asked: Asked = {
  caseNumber: '150824-2026-000001',
  event: '0198c0de-0000-7000-8000-000000000001',
  eventType: 'clue.received.v1',
  fields: ['secretPoints'],
  class: 'secret',
  requester: 'tax',
  person: 't-1',
  reason: '核对密点编号'
}
const requested: RecordEvent = { type: 'record.unmask-requested.v1', data: asked }
const granted: RecordEvent = { type: 'record.unmasked.v1', data: { ...asked, approver: 't-9', until } }
const refused: RecordEvent = {
  type: 'record.unmask-refused.v1',
  data: { caseNumber: asked.caseNumber, event: asked.event, by: 't-9', reason: '无必要' }
}
const leader = { agency: 'tax', person: 't-9', role: 'agency-leader' }
const approve = { do: 'approve' as const, by: leader, until }

t.test('a reason is enough for personal data', async () => {
  given(unmasking, [])
    .when({ do: 'ask', asked, rule: 'reason', until })
    .then([{ type: 'record.unmasked.v1', data: { ...asked, until } }])
})

t.test('what touches the secret waits for a second person', async () => {
  given(unmasking, []).when({ do: 'ask', asked, rule: 'second-person', until }).then([requested])
  given(unmasking, [requested]).when(approve).then([granted])
  given(unmasking, [requested, granted]).when(approve).then([])
  given(unmasking, [requested]).when({ do: 'refuse', by: leader, reason: '无必要' }).then([refused])
  given(unmasking, [requested, refused]).when(approve).refuses('unmasking.decided')
  given(unmasking, [requested, granted]).when({ do: 'refuse', by: leader, reason: '晚' }).refuses('unmasking.decided')
})

t.test('the second person is another one, a leader, of the same agency, and named', async () => {
  const by = (change: object) => ({ ...approve, by: { ...leader, ...change } })
  given(unmasking, [requested])
    .when(by({ person: 't-1' }))
    .refuses('unmasking.same-person')
  given(unmasking, [requested])
    .when(by({ role: 'handler' }))
    .refuses('unmasking.approver')
  given(unmasking, [requested])
    .when(by({ person: undefined }))
    .refuses('unmasking.approver')
  given(unmasking, [requested])
    .when(by({ agency: 'amr' }))
    .refuses('unmasking.unknown')
  given(unmasking, []).when(approve).refuses('unmasking.unknown')
  const { person: _, ...nobody } = asked
  given(unmasking, []).when({ do: 'ask', asked: nobody, rule: 'second-person', until }).refuses('unmasking.person')
})

t.test('police detail and reporters are never unmasked', async () => {
  given(unmasking, []).when({ do: 'ask', asked, rule: 'never', until }).refuses('unmasking.never')
})
