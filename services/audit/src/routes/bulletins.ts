import { Type } from '@sinclair/typebox'
import { AgencyCode, beijingTime, bulletinDrafted, UuidV7 } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import { defineQuery, type QueryDefinition } from '@wuhu/host'
import type { Store } from '@wuhu/store'
import { unknown } from '../commands/context.ts'
import { bulletin, bulletinStatuses } from '../domain/bulletin.ts'
import type { AuditTables } from '../tables.ts'
import { listBulletins } from '../views/bulletins.ts'
import { history, page, pageOf, placeOf, readThing } from './history.ts'

const strict = { additionalProperties: false }
const status = Type.Union(
  bulletinStatuses.map((one) => Type.Literal(one)),
  { description: '办理状态' }
)
const { kind, text } = bulletinDrafted.data.properties
const head = {
  id: UuidV7(),
  version: Type.Integer(),
  status,
  kind,
  title: Type.String(),
  issuer: AgencyCode('印发单位')
}

/** Bulletins 通报: drafts for the office, what was published for everybody. */
export function bulletinQueries({ store }: { readonly store: Store<AuditTables> }): QueryDefinition[] {
  const list = defineQuery({
    name: 'bulletin.list',
    path: '/v1/bulletins',
    action: 'bulletin.read',
    tag: 'bulletins',
    title: { zh: '通报', en: 'Bulletins' },
    query: Type.Object({ status: Type.Optional(status), ...page }, strict),
    answer: Type.Object(
      {
        items: Type.Array(
          Type.Object(
            { ...head, documentNumber: Type.Optional(Type.String()), publishedAt: Type.Optional(Type.String()) },
            strict
          )
        ),
        next: Type.Optional(Type.String())
      },
      strict
    ),
    async execute(call) {
      const { limit = 50, after, ...filter } = call.query
      const found = { ...filter, limit, after: placeOf('bulletins', after) }
      const rows = await store.as(call.caller.agency, ({ db }) => listBulletins(db, found))
      return pageOf('bulletins', rows, limit, {
        at: ({ drafted_at: at, id }) => ({ at, id }),
        item: ({ id, version, status, kind, title, issuer, document_number, published_at }) => ({
          ...{ id, version, status, kind, title, issuer },
          ...(document_number !== null && { documentNumber: document_number }),
          ...(published_at && { publishedAt: beijingTime(published_at) })
        })
      })
    }
  })

  const one = defineQuery({
    name: 'bulletin.get',
    path: '/v1/bulletins/:id',
    action: 'bulletin.read',
    tag: 'bulletins',
    title: { zh: '一份通报', en: 'A bulletin' },
    params: Type.Object({ id: UuidV7() }, strict),
    answer: Type.Object({ ...head, revision: Type.Integer({ description: '第几稿' }), text, history }, strict),
    async execute(call) {
      const body = await store.as(call.caller.agency, async (reading) => {
        const { version, events, history } = await readThing(reading, call, 'bulletin')
        const state = fold(bulletin, events as never)
        if (state.status === 'none') throw unknown('bulletin')
        const { kind, title, text, issuer, revision } = state.draft
        return { id: call.params.id, version, status: state.status, kind, title, text, issuer, revision, history }
      })
      return { body, version: body.version }
    }
  })

  return [list, one]
}
