import type { World } from './world.ts'
import { invalid, notText, planted, type WrongRequest, wrong } from './wrong-request.ts'

/** Notices 信息互通: who may publish what, to whom, with which fields. */
export function wrongNotices({ notice }: World): WrongRequest[] {
  return [
    {
      what: "signing for one's own notice",
      as: 'amr',
      send: `POST /v1/notices/${notice}/sign`,
      body: {},
      code: 'notice.own',
      detail: 'the publisher does not sign for it'
    },
    {
      what: 'a judgment by the police',
      as: 'psb',
      send: 'POST /v1/notices',
      body: judgment(),
      code: 'notice.not-a-court',
      detail: 'only a court shares judgments'
    },
    {
      what: 'a notice to oneself',
      as: 'amr',
      send: 'POST /v1/notices',
      body: { kind: 'notice', audience: ['amr'], title: '通知', text: planted },
      code: 'notice.no-recipient',
      detail: 'a notice needs another agency to go to'
    },
    {
      what: 'a notice to an agency that nobody registered',
      as: 'amr',
      send: 'POST /v1/notices',
      body: { kind: 'notice', audience: ['nobody'], title: '通知', text: planted },
      code: 'agency.unknown',
      detail: 'there is no such agency'
    },
    {
      what: 'a notice to 65 agencies',
      as: 'amr',
      send: 'POST /v1/notices',
      body: {
        kind: 'notice',
        audience: Array.from({ length: 65 }, (_, index) => `a${index}`),
        title: '通知',
        text: planted
      },
      ...invalid(...audience('至多 64 项', 'must NOT have more than 64 items'))
    },
    {
      what: 'a notice to the same agency twice',
      as: 'amr',
      send: 'POST /v1/notices',
      body: { kind: 'notice', audience: ['psb', 'psb'], title: '通知', text: planted },
      ...invalid(...audience('不得重复', 'must NOT have duplicate items (items ## 1 and 0 are identical)'))
    },
    {
      what: 'a penalty without what a penalty needs',
      as: 'amr',
      send: 'POST /v1/notices',
      body: { kind: 'penalty', audience: 'conference', title: '处罚', text: planted },
      ...invalid(
        ...['/documentNumber', '/legalBasis', '/decidedOn'].map((path) =>
          wrong(path, 'penalty 须填写此项', 'is required for kind penalty')
        )
      )
    }
  ]
}

const audience = (zh: string, en: string) => [
  notText('/audience'),
  wrong('/audience', '不是允许的取值', 'must be equal to constant'),
  wrong('/audience', zh, en),
  wrong('/audience', '不符合任何一种允许的形式', 'must match a schema in anyOf')
]
const judgment = () => ({
  ...{ kind: 'judgment', audience: 'conference', title: '判决', courtCaseNumber: '(2026)内0824刑初1号' },
  ...{ outcome: planted, decidedOn: '2026-06-01' }
})
