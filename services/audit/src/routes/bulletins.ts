import { Type } from '@sinclair/typebox'
import { AgencyCode, beijingTime, bulletinDrafted, UuidV7 } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import { answerPage, defineQuery, pageAnswer, pageQuery, pagesByTime, type QueryDefinition } from '@wuhu/host'
import type { Store } from '@wuhu/store'
import { unknown } from '../commands/context.ts'
import { bulletin, bulletinStatuses } from '../domain/bulletin.ts'
import type { AuditTables } from '../tables.ts'
import { listBulletins } from '../views/bulletins.ts'
import { history, readThing } from './history.ts'

const strict = { additionalProperties: false }
const pages = pagesByTime('bulletins', 'drafted_at')
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
    query: Type.Object({ status: Type.Optional(status), ...pageQuery() }, strict),
    answer: pageAnswer(
      Type.Object(
        { ...head, documentNumber: Type.Optional(Type.String()), publishedAt: Type.Optional(Type.String()) },
        strict
      )
    ),
    async execute(call) {
      const { limit = 50, after, ...filter } = call.query
      const asked = { ...filter, limit, after: pages.from(after) }
      const found = await store.as(call.caller.agency, ({ db }) => listBulletins(db, asked))
      const { rows, next } = pages.cut(found, limit)
      const items = rows.map(({ id, version, status, kind, title, issuer, document_number, published_at }) => ({
        ...{ id, version, status, kind, title, issuer },
        ...(document_number !== null && { documentNumber: document_number }),
        ...(published_at && { publishedAt: beijingTime(published_at) })
      }))
      return answerPage(items, next)
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
