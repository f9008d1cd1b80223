import { Type } from '@sinclair/typebox'
import { AgencyCode, beijingTime, UuidV7, workCommended } from '@wuhu/contracts'
import { answerPage, defineQuery, pageAnswer, pageQuery, pagesByTime, type QueryDefinition } from '@wuhu/host'
import type { Store } from '@wuhu/store'
import type { AuditTables } from '../tables.ts'
import { listCommendations } from '../views/commendations.ts'

const strict = { additionalProperties: false }
const pages = pagesByTime('commendations', 'commended_at')
const { agency, issuer, title, text, documentNumber } = workCommended.data.properties

/** Commendations 表扬: told to the whole conference, with no case in them. */
export function commendationQueries({ store }: { readonly store: Store<AuditTables> }): QueryDefinition[] {
  return [
    defineQuery({
      name: 'bulletin.commendations',
      path: '/v1/bulletins/commendations',
      action: 'bulletin.read',
      tag: 'bulletins',
      title: { zh: '通报表扬', en: 'Commendations' },
      query: Type.Object({ agency: Type.Optional(AgencyCode('受表扬单位')), ...pageQuery() }, strict),
      answer: pageAnswer(
        Type.Object({ id: UuidV7(), agency, issuer, title, text, documentNumber, commendedAt: Type.String() }, strict)
      ),
      async execute(call) {
        const { limit = 50, after, ...filter } = call.query
        const asked = { ...filter, limit, after: pages.from(after) }
        const found = await store.as(call.caller.agency, ({ db }) => listCommendations(db, asked))
        const { rows, next } = pages.cut(found, limit)
        const items = rows.map(({ id, agency, issuer, title, text, document_number, commended_at }) => ({
          ...{ id, agency, issuer, title, text },
          ...(document_number !== null && { documentNumber: document_number }),
          commendedAt: beijingTime(commended_at)
        }))
        return answerPage(items, next)
      }
    })
  ]
}
