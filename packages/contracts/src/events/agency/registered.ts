import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, Text } from '../../formats.ts'
import { open } from '../../sensitivity.ts'

/** A department joined the mechanism. */
export const agencyRegistered = defineEvent({
  type: 'agency.registered.v1',
  owner: 'info-sharing',
  mutual: 'governance',
  title: { zh: '单位登记', en: 'Agency registered' },
  data: {
    code: open(AgencyCode('单位代码')),
    name: open(Text(64, '单位名称')),
    office: open(Type.Boolean({ description: '是否设联席会议办公室' })),
    core: open(Type.Boolean({ description: '是否五互核心单位' })),
    membership: open(
      Type.Array(Type.Union([Type.Literal('conference'), Type.Literal('collaboration')]), {
        maxItems: 2,
        uniqueItems: true,
        description: '联席会议成员 conference；联动协作机制成员 collaboration'
      })
    ),
    assessable: open(Type.Boolean({ description: '可否督办、考核；法院、检察院为否' }))
  }
})
