import { Type } from '@sinclair/typebox'
import { PersonRef } from '../../formats.ts'
import { work } from '../../sensitivity.ts'

/** Whoever handles evidence does it with a second person: 执法人员不少于两人 (行政处罚法 art 42). */
export const Persons = (description: string) =>
  work(Type.Array(PersonRef('人员代号'), { minItems: 2, maxItems: 10, uniqueItems: true, description }))

export const evidenceKind = Type.Union(
  [
    Type.Literal('document'),
    Type.Literal('object'),
    Type.Literal('electronic'),
    Type.Literal('audio-video'),
    Type.Literal('other')
  ],
  {
    description: '证据种类：document 书证、object 物证、electronic 电子数据、audio-video 视听资料、other 其他'
  }
)
