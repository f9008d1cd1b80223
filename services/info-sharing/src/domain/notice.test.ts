import type { InfoEvent } from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import fc from 'fast-check'
import t from 'tap'
import { type NoticeCommand, notice } from './notice.ts'

const id = '019a0000-0000-7000-8000-000000000001'
const told: InfoEvent & { type: 'info.notice-published.v1' } = {
  type: 'info.notice-published.v1',
  data: { publisher: 'amr', title: '侵权风险提示', text: '近期……' }
}
const penalty: InfoEvent & { type: 'info.penalty-published.v1' } = {
  type: 'info.penalty-published.v1',
  data: {
    publisher: 'amr',
    title: '处罚公示',
    documentNumber: '乌中市监处罚〔2026〕7号',
    company: '某某公司',
    legalBasis: '反不正当竞争法第二十六条',
    text: '罚款十万元',
    decidedOn: '2026-05-06'
  }
}
const judgment: InfoEvent & { type: 'info.judgment-shared.v1' } = {
  type: 'info.judgment-shared.v1',
  data: {
    publisher: 'court',
    title: '裁判信息',
    courtCaseNumber: '(2026)内0824刑初1号',
    outcome: '判处有期徒刑一年',
    decidedOn: '2026-05-06'
  }
}
const publish = (event: typeof told | typeof penalty | typeof judgment): NoticeCommand & { do: 'publish' } => ({
  do: 'publish',
  event,
  standing: 'administration',
  to: 'conference',
  recipients: 20
})

t.test('what is published, by whom', async () => {
  given(notice, []).when(publish(told)).then([told])
  given(notice, [told]).when(publish(told)).refuses('notice.exists')
  given(notice, []).when(publish(penalty)).then([penalty])
  given(notice, [])
    .when({ ...publish(penalty), standing: 'court' })
    .refuses('notice.not-administrative')
  given(notice, [])
    .when({ ...publish(penalty), standing: 'procuratorate' })
    .refuses('notice.not-administrative')
  given(notice, [])
    .when({ ...publish(judgment), standing: 'court' })
    .then([judgment])
  given(notice, [])
    .when({ ...publish(judgment), standing: 'procuratorate' })
    .refuses('notice.not-a-court')
  given(notice, []).when(publish(judgment)).refuses('notice.not-a-court')
})

t.test('a penalty names an offender', async () => {
  const { company: _, ...nobody } = penalty.data
  const uscc = '914403001922038216'
  given(notice, [])
    .when(publish({ ...penalty, data: nobody }))
    .refuses('notice.no-offender')
  given(notice, [])
    .when(publish({ ...penalty, data: { ...nobody, person: '张三', uscc } }))
    .refuses('notice.uscc-without-company')
})

t.test('somebody must receive it, and notes go to named agencies only', async () => {
  const noted = { ...told, data: { ...told.data, note: '请核查' } }
  given(notice, [])
    .when({ ...publish(told), recipients: 0 })
    .refuses('notice.no-recipient')
  given(notice, []).when(publish(noted)).refuses('notice.note-needs-names')
  given(notice, [])
    .when({ ...publish(noted), to: 'named' })
    .then([noted])
})

t.test('each recipient signs once', async () => {
  const sign: NoticeCommand = { do: 'sign', id, agency: 'psb', recipient: true }
  const signed: InfoEvent = { type: 'info.receipt-signed.v1', data: { notice: id, agency: 'psb' } }
  given(notice, [told]).when(sign).then([signed])
  given(notice, [told, signed]).when(sign).then([])
  given(notice, [told])
    .when({ ...sign, recipient: false })
    .refuses('notice.unknown')
  given(notice, [told])
    .when({ ...sign, agency: 'amr', recipient: false })
    .refuses('notice.own')
  given(notice, []).when(sign).refuses('notice.unknown')
})

t.test('whatever is asked: nobody signs twice, strangers never', async (t) => {
  const command: fc.Arbitrary<NoticeCommand> = fc.oneof(
    fc.constant(publish(told)),
    fc.record({
      do: fc.constant('sign' as const),
      id: fc.constant(id),
      agency: fc.constantFrom('amr', 'psb', 'tax'),
      recipient: fc.boolean()
    })
  )
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      let state = notice.initial
      for (const one of commands) {
        try {
          const events = notice.decide(one, state, '2026-06-01T09:00:00+08:00')
          if (one.do === 'sign' && events.length > 0 && (!one.recipient || state.signed.includes(one.agency))) {
            throw new Error('signed by a stranger or twice')
          }
          state = fold(notice, events, state)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
      }
    })
  )
  t.pass('no sequence of commands broke a rule')
})
