import { Type } from '@sinclair/typebox'
import { AgencyCode, DocumentNumber, PersonRef, Text, UuidV7 } from '../../formats.ts'
import { officerRole } from '../../roles.ts'
import { open, work } from '../../sensitivity.ts'
import { RuleId } from '../deadline/fields.ts'

const strict = { additionalProperties: false }

/**
 * What supervision may be about, and nothing else: a clock that was missed, a task of the conference, a shortcoming of
 * work to be put right 整改, the conduct of administrative enforcement 行政执法 (国务院令825 art 6). A filing, its refusal
 * and a judgment are not among them.
 */
export const superviseKind = Type.Union(
  [Type.Literal('missed-clock'), Type.Literal('task'), Type.Literal('rectification'), Type.Literal('enforcement')],
  {
    description:
      '督办事由：missed-clock 时限逾期、task 任务、rectification 工作整改、enforcement 行政执法监督（司法行政部门）'
  }
)

export const superviseSubject = Type.Object(
  {
    kind: superviseKind,
    of: Type.Optional(
      Type.String({
        pattern: '^[a-z][a-z-]{0,30}/[A-Za-z0-9._-]{1,80}$',
        maxLength: 112,
        description: '所涉业务对象，如 task/…'
      })
    ),
    deadline: Type.Optional(UuidV7('逾期的时限')),
    rule: Type.Optional(RuleId())
  },
  { ...strict, description: '督办事由' }
)

/** 督办单 of the office; the three documents of the bureau of justice. */
export const superviseDocument = Type.Union(
  [
    Type.Literal('supervision-card'),
    Type.Literal('enforcement-notice'),
    Type.Literal('enforcement-opinion'),
    Type.Literal('enforcement-decision')
  ],
  {
    description:
      '文书：supervision-card 督办单；司法行政部门用 enforcement-notice 行政执法监督通知书、enforcement-opinion 行政执法监督意见书、enforcement-decision 行政执法监督决定书'
  }
)

/** Calendar of the rule E1; which numbers are allowed, the rule says. */
export const superviseDays = Type.Integer({ minimum: 1, maximum: 60, description: '反馈期限（工作日），5 至 20' })

export const target = open(AgencyCode('责任单位'))
export const issuer = open(AgencyCode('督办单位'))
export const subject = open(superviseSubject)
export const days = open(superviseDays)
export const round = open(Type.Integer({ minimum: 1, description: '第几次反馈' }))
export const title = work(Text(200, '事由标题'))
export const reason = work(Text(2000, '理由'))
export const optionalDocumentNumber = work(Type.Optional(DocumentNumber('文号')))

/** The officer under whose name it goes out: a person, never a machine. */
export const approver = work(
  Type.Object({ person: PersonRef('批准人代号'), role: officerRole }, { ...strict, description: '批准人' })
)
