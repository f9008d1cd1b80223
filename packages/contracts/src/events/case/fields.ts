import { Type } from '@sinclair/typebox'

/** Whose numbering a linked number follows. */
export const numberKind = Type.Union(
  [
    Type.Literal('case-source'),
    Type.Literal('document'),
    Type.Literal('police'),
    Type.Literal('procuratorate'),
    Type.Literal('court'),
    Type.Literal('other')
  ],
  { description: '号的种类：案源编号、公文文号、公安文号、检察文号、法院案号、其他' }
)
