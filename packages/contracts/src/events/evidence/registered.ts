import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { AgencyCode, CaseSourceNumber, Instant, Sha256, Text, UuidV7 } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'
import { evidenceKind, Persons } from './fields.ts'

/** A thing came into an agency's custody: what it is, never what secret it holds. */
export const evidenceRegistered = defineEvent({
  type: 'evidence.registered.v1',
  owner: 'joint-investigation',
  mutual: 'assistance',
  title: { zh: '证据物品登记', en: 'Evidence registered' },
  data: {
    caseNumber: open(CaseSourceNumber()),
    assistance: open(Type.Optional(UuidV7('由此协查取得：协查标识'))),
    requester: open(Type.Optional(AgencyCode('请求协查的单位'))),
    holder: open(AgencyCode('保管单位')),
    kind: open(evidenceKind),
    number: work(Text(64, '物品编号')),
    name: work(Text(200, '名称')),
    quantity: work(Type.Optional(Text(64, '数量，如 1 台'))),
    description: work(Type.Optional(Text(1000, '特征（不得写入商业秘密内容）'))),
    sha256: work(Type.Optional(Sha256('电子数据的 SHA-256'))),
    obtainedAt: open(Instant('取得时间')),
    place: work(Text(200, '保管地点')),
    persons: Persons('登记人员，不少于两人')
  }
})
