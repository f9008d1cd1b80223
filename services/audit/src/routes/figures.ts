import { type Static, Type } from '@sinclair/typebox'
import { type Caller, listAgencies, listOffices } from '@wuhu/access'
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
import { answerPage, createPages, defineQuery, pageAnswer, pageQuery, type QueryDefinition } from '@wuhu/host'
import { readEvents, type Store } from '@wuhu/store'
import { countMonth, manifestOf } from '../figures/monthly.ts'
import { fiveMutuals, type Outcome, rateOf } from '../figures/on-time.ts'
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
/** A place in the log up to `upto`, so that all pages count the same events. */
const logPlace = Type.Object({
  time: Type.String(),
  index: Type.String({ pattern: '^\\d{1,18}$' }),
  upto: Type.Integer()
})
type LogPlace = Static<typeof logPlace>
const pages = createPages('figures', logPlace, ({ place }: { readonly place: LogPlace }) => place)

/** Ids say nothing of a case; to the others they would tell when and how often an agency's clocks end. */
async function seesAll(store: Store<AuditTables>, { agency, roles }: Caller): Promise<boolean> {
  if (roles.some((role) => role === 'audit-admin' || role === 'convener' || role === 'deputy-convener')) return true
  return (await listOffices(store.db)).includes(agency)
}

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
      zh: '只列事件编号和结果，限本单位有权知悉的事件；办公室、召集人、副召集人和审计管理员可见全部。首页附清单（截至日志序号、全部计入事件数及 SHA-256）和未列出的件数。',
      en: 'Ids and outcomes of the events that the caller’s agency may see; the office, conveners and auditors see all. The first page has a manifest of all that was counted, and how many are not listed.'
    },
    query: Type.Object(
      {
        kind: figureKind,
        month: Month(),
        agency: Type.Optional(AgencyCode()),
        mutual: Type.Optional(mutual),
        ...pageQuery(200, 1000)
      },
      strict
    ),
    answer: Type.Object(
      {
        ...pageAnswer(
          Type.Object(
            { id: UuidV7('事件编号'), outcome: Type.Union([Type.Literal('met'), Type.Literal('breached')]) },
            strict
          )
        ).properties,
        manifest: Type.Optional(figureManifest),
        withheld: Type.Optional(Type.Integer({ minimum: 0, description: '计入而未列出的事件数' }))
      },
      strict
    ),
    async execute(call) {
      const { month, agency, mutual, limit = 200, after: cursor } = call.query
      const last = pages.from(cursor)
      const upto = last?.upto ?? (await lastOf(store))
      const all = await seesAll(store, call.caller)
      const counted: Outcome[] = []
      const found: { id: string; outcome: Outcome['outcome']; place: LogPlace }[] = []
      let withheld = 0
      for await (const one of readOutcomes(store, { month, upto, after: last })) {
        if (agency !== undefined && one.agency !== agency) continue
        if (mutual !== undefined && one.mutual !== mutual) continue
        if (!last) counted.push(one)
        if (!all && !one.audience.includes(call.caller.agency)) withheld += 1
        else if (found.length <= limit) found.push({ id: one.id, outcome: one.outcome, place: { ...one.place, upto } })
        else if (last) break
      }
      const { rows, next } = pages.cut(found, limit)
      const items = rows.map(({ id, outcome }) => ({ id, outcome }))
      const page = answerPage(items, next)
      return last
        ? page
        : { ...page, body: { ...(page.body as object), manifest: manifestOf(counted, upto), withheld } }
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
      const events = await readEvents(store.db, `snapshot/${kind}-${month}`)
      return { body: { items: events.map(({ id, time, data }) => ({ at: time, id, snapshot: data })) } }
    }
  })

  return [figures, list, snapshots]
}
