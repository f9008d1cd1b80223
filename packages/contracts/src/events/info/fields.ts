import { Type } from '@sinclair/typebox'
import { AgencyCode, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** What all published information has in common. `note` reaches named recipients, never the conference at large. */
export const published = {
  publisher: open(AgencyCode('发布单位')),
  title: open(Text(200, '标题')),
  note: work(Type.Optional(Text(4000, '工作说明，仅限点名送达的单位')))
}

/** Figures of a decision, in whole yuan. */
export const Yuan = (description: string) => Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description })
