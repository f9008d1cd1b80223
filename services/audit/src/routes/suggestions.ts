import { Type } from '@sinclair/typebox'
import { recordShown } from '@wuhu/access'
import { AgencyCode, beijingTime, suggestionReceived, UuidV7 } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import { answerPage, defineQuery, pageAnswer, pageQuery, pagesByTime, type QueryDefinition, readerBy } from '@wuhu/host'
import type { Store } from '@wuhu/store'
import { unknown } from '../commands/context.ts'
import { suggestion, suggestionStatuses } from '../domain/suggestion.ts'
import type { AuditTables } from '../tables.ts'
import { listSuggestions } from '../views/suggestions.ts'
import { history, readThing } from './history.ts'

const strict = { additionalProperties: false }
const pages = pagesByTime('suggestions', 'received_at')
const status = Type.Union(
  suggestionStatuses.map((one) => Type.Literal(one)),
  { description: '办理状态' }
)
const { kind } = suggestionReceived.data.properties
const head = {
  id: UuidV7(),
  version: Type.Integer(),
  status,
  kind,
  issuer: AgencyCode('发出单位'),
  addressee: AgencyCode('收到单位'),
  title: Type.String()
}

/** 检察建议、司法建议, for who wrote them and who was written to. */
export function suggestionQueries({ store }: { readonly store: Store<AuditTables> }): QueryDefinition[] {
  const list = defineQuery({
    name: 'suggestion.list',
    path: '/v1/suggestions',
    action: 'suggestion.read',
    tag: 'suggestions',
    title: { zh: '本单位发出和收到的建议', en: 'Suggestions made or received' },
    query: Type.Object({ status: Type.Optional(status), ...pageQuery() }, strict),
    answer: pageAnswer(Type.Object({ ...head, receivedAt: Type.String() }, strict)),
    async execute(call) {
      const { limit = 50, after, ...filter } = call.query
      return await store.as(call.caller.agency, async (reading) => {
        const found = await listSuggestions(reading.db, { ...filter, limit, after: pages.from(after) })
        const { rows, next } = pages.cut(found, limit)
        const classes = ['open', 'work'] as const
        const shown = rows.map(({ id }) => ({ subject: `suggestion/${id}`, classes }))
        recordShown(reading, readerBy(call), shown)
        const items = rows.map(({ id, version, status, kind, issuer, addressee, title, received_at }) => ({
          ...{ id, version, status, kind, issuer, addressee, title },
          receivedAt: beijingTime(received_at)
        }))
        return answerPage(items, next)
      })
    }
  })

  const one = defineQuery({
    name: 'suggestion.get',
    path: '/v1/suggestions/:id',
    action: 'suggestion.read',
    tag: 'suggestions',
    title: { zh: '一份建议及回复', en: 'A suggestion and its answer' },
    params: Type.Object({ id: UuidV7() }, strict),
    answer: Type.Object({ ...head, history }, strict),
    async execute(call) {
      const body = await store.as(call.caller.agency, async (reading) => {
        const { version, events, history } = await readThing(reading, call, 'suggestion')
        const state = fold(suggestion, events as never)
        if (state.status === 'none') throw unknown('suggestion')
        const { kind, issuer, addressee, title } = state.received
        return { id: call.params.id, version, status: state.status, kind, issuer, addressee, title, history }
      })
      return { body, version: body.version }
    }
  })

  return [list, one]
}
