import { Type } from '@sinclair/typebox'
import { listAgencies } from '@wuhu/access'
import {
  AgencyCode,
  figureKind,
  figureManifest,
  Month,
  type Mutual,
  mutuals,
  statSnapshotTaken,
  UuidV7
} from '@wuhu/contracts'
import { decodeCursor, defineQuery, encodeCursor, type QueryDefinition } from '@wuhu/host'
import type { Store } from '@wuhu/store'
import { countMonth } from '../figures/monthly.ts'
import { fiveMutuals, rateOf } from '../figures/on-time.ts'
import { lastOf, readOutcomes } from '../figures/read-outcomes.ts'
import type { AuditTables } from '../tables.ts'

const strict = { additionalProperties: false }
const mutual = Type.Union(
  fiveMutuals.map((one) => Type.Literal(one)),
  { description: fiveMutuals.map((one) => `${one} ${mutuals[one]}`).join('、') }
)
const counted = {
  met: Type.Integer({ description: '按期办结数' }),
  breached: Type.Integer({ description: '逾期数' }),
  counted: Type.Integer({ description: '计入数' }),
  rate: Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()], {
    description: '按期办结率；无数据为 null'
  }),
  text: Type.String({ description: '按期办结率，或 无数据' })
}
const events = Type.String({ description: '计入的事件清单 path of the list of events that were counted' })
const byMutual = Type.Array(Type.Object({ mutual, zh: Type.String(), ...counted, events }, strict))
const place = Type.Object({ time: Type.String(), index: Type.String({ pattern: '^\\d{1,18}$' }), upto: Type.Integer() })

/** 统计: figures counted from the log when they are asked for, each with the events that it counted. */
export function figureQueries({ store }: { readonly store: Store<AuditTables> }): QueryDefinition[] {
  const figures = defineQuery({
    name: 'figures.get',
    path: '/v1/figures',
    action: 'figures.read',
    tag: 'figures',
    title: { zh: '按期办结率', en: 'On-time rates' },
    description: {
      zh: '由日志中的时限办结、时限逾期事件逐一计数（口径见 docs/figures.md）。没有数据即为无数据，不是 0% 也不是 100%。法院、检察院列出但不考核，不计入合计。',
      en: 'Counted from the events of the log by which clocks ended (docs/figures.md). No cases is no data, neither 0 % nor 100 %. Court and procuratorate are shown, never assessed, and not in the total.'
    },
    query: Type.Object({ kind: figureKind, month: Month() }, strict),
    answer: Type.Object(
      {
        kind: figureKind,
        month: Month(),
        manifest: figureManifest,
        items: Type.Array(
          Type.Object(
            {
              agency: AgencyCode(),
              name: Type.String(),
              assessed: Type.Boolean({ description: '是否纳入考核' }),
              ...counted,
              events,
              mutuals: byMutual
            },
            strict
          )
        ),
        total: Type.Object({ ...counted, mutuals: byMutual }, strict)
      },
      strict
    ),
    async execute(call) {
      const { kind, month } = call.query
      const agencies = await listAgencies(store.db)
      const assessed = new Set(agencies.filter(({ assessable }) => assessable).map(({ code }) => code))
      const { cells, manifest } = await countMonth(store, month, assessed)
      const sumOf = (agency: string | undefined, mutual?: Mutual) => {
        const own = cells.filter((cell) => (agency === undefined ? cell.assessed : cell.agency === agency))
        const of = mutual === undefined ? own : own.filter((cell) => cell.mutual === mutual)
        const sum = (name: 'met' | 'breached') => of.reduce((all, cell) => all + cell[name], 0)
        return rateOf({ met: sum('met'), breached: sum('breached') })
      }
      const pathOf = (filters: Record<string, string | undefined>) => {
        const given = Object.entries({ kind, month, ...filters }).filter(([, value]) => value !== undefined)
        return `/v1/figures/events?${new URLSearchParams(given as [string, string][])}`
      }
      const mutualsOf = (agency: string | undefined) =>
        fiveMutuals.map((mutual) => ({
          ...{ mutual, zh: mutuals[mutual], ...sumOf(agency, mutual) },
          events: pathOf({ agency, mutual })
        }))
      const items = agencies.map(({ code: agency, name, assessable }) => ({
        ...{ agency, name, assessed: assessable, ...sumOf(agency) },
        ...{ events: pathOf({ agency }), mutuals: mutualsOf(agency) }
      }))
      return { body: { kind, month, manifest, items, total: { ...sumOf(undefined), mutuals: mutualsOf(undefined) } } }
    }
  })

  const list = defineQuery({
    name: 'figures.events',
    path: '/v1/figures/events',
    action: 'figures.read',
    tag: 'figures',
    title: { zh: '计入的事件', en: 'Events that a figure counted' },
    description: {
      zh: '只列事件编号和结果；内容凭编号在本单位收件箱或审计回放中查看。',
      en: 'Ids and outcomes only; whoever may see an event finds it in its mailbox or in a replay.'
    },
    query: Type.Object(
      {
        kind: figureKind,
        month: Month(),
        agency: Type.Optional(AgencyCode()),
        mutual: Type.Optional(mutual),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 200 })),
        after: Type.Optional(Type.String({ maxLength: 400, description: '上一页给出的游标' }))
      },
      strict
    ),
    answer: Type.Object(
      {
        items: Type.Array(
          Type.Object(
            { id: UuidV7('事件编号'), outcome: Type.Union([Type.Literal('met'), Type.Literal('breached')]) },
            strict
          )
        ),
        next: Type.Optional(Type.String())
      },
      strict
    ),
    async execute(call) {
      const { month, agency, mutual, limit = 200, after: cursor } = call.query
      const last = cursor === undefined ? undefined : decodeCursor('figures', place, cursor)
      const upto = last?.upto ?? (await lastOf(store))
      const items: { id: string; outcome: 'met' | 'breached' }[] = []
      let end: { time: string; index: string } | undefined
      for await (const one of readOutcomes(store, { month, upto, ...(last && { after: last }) })) {
        if (agency !== undefined && one.agency !== agency) continue
        if (mutual !== undefined && one.mutual !== mutual) continue
        if (items.length === limit) {
          const next = encodeCursor('figures', { ...end, upto })
          return { body: { items, next }, next }
        }
        items.push({ id: one.id, outcome: one.outcome })
        end = one.place
      }
      return { body: { items } }
    }
  })

  const snapshots = defineQuery({
    name: 'figures.snapshots',
    path: '/v1/figures/snapshots',
    action: 'figures.read',
    tag: 'figures',
    title: { zh: '某月的统计快照', en: 'Snapshots of a month' },
    query: Type.Object({ kind: figureKind, month: Month() }, strict),
    answer: Type.Object(
      { items: Type.Array(Type.Object({ at: Type.String(), id: UuidV7(), snapshot: statSnapshotTaken.data }, strict)) },
      strict
    ),
    async execute(call) {
      const { kind, month } = call.query
      const rows = await store.db
        .selectFrom('events')
        .select('body')
        .where('stream_id', '=', `snapshot/${kind}-${month}`)
        .orderBy('version')
        .execute()
      const events = rows.map(
        ({ body }) => JSON.parse(body.toString('utf8')) as { id: string; time: string; data: unknown }
      )
      return { body: { items: events.map(({ id, time, data }) => ({ at: time, id, snapshot: data })) } }
    }
  })

  return [figures, list, snapshots]
}
