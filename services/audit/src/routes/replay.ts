import { Readable } from 'node:stream'
import { Type } from '@sinclair/typebox'
import { authorise, findStateSecretMarks, logRead } from '@wuhu/access'
import { sensitivities, Text } from '@wuhu/contracts'
import { type App, authenticate, callerOf, Problem, readerOf, routeDocs, scopeOf, suspected, traceOf } from '@wuhu/host'
import type { Store } from '@wuhu/store'
import { conditionOf, filterFields, filtersOf, streamsOf } from '../replay/filters.ts'
import { replayBytes } from '../replay/manifest.ts'
import { pagesOf } from '../replay/pages.ts'
import { freezeRange } from '../replay/range.ts'
import { recordReading } from '../replay/record-reading.ts'
import { bodyRedactor } from '../replay/redact-body.ts'
import type { AuditTables } from '../tables.ts'

const query = Type.Object(
  {
    ...filterFields,
    upto: Type.Optional(
      Type.Integer({
        minimum: 0,
        description: '截至的日志序号；同一 upto 的输出逐字节相同 last index; the same gives the same bytes'
      })
    ),
    bodies: Type.Boolean({ default: false, description: '含正文，限审计管理员，须写明理由 with bodies' }),
    reason: Type.Optional(Text(500, '查阅理由 why bodies are read'))
  },
  { additionalProperties: false }
)

/** `GET /v1/replay`: the log as NDJSON, closed by a manifest. */
export function replayRoute(app: App, { store, now }: { store: Store<AuditTables>; now(): string }): void {
  app.get(
    '/v1/replay',
    {
      schema: {
        ...routeDocs({
          name: 'replay.run',
          title: { zh: '回放', en: 'Replay' },
          description: {
            zh: '按日志序号逐行输出 `{"index","stream","sequence","recorded","event"}`（NDJSON），末行为 `{"manifest":…}`（条件、范围、条数、前面各行的 SHA-256）。审计管理员可回放全部事件的公开字段，含正文须写明理由并留痕；其他单位只见受众中有本单位的事件。没有末行即未完成。',
            en: 'Lines `{"index","stream","sequence","recorded","event"}` in order of the log (NDJSON), closed by `{"manifest":…}` (filters, range, count, SHA-256 of all lines before it). Audit administrators see open fields of all events, bodies with a reason and on record; agencies see the events they are in the audience of. Without the last line it is not complete.'
          }
        }),
        querystring: query
      },
      onRequest: authenticate('replay.run')
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const all = scopeOf(request) === 'all'
      const { upto, bodies, reason } = request.query
      if (bodies) authorise(caller, 'replay.bodies')
      if (bodies && reason === undefined) {
        throw new Problem(400, 'replay.reason-required', 'say in reason why bodies are read')
      }
      const marks = findStateSecretMarks({ reason })
      if (marks.length > 0) throw suspected(marks, 'query')
      const filters = filtersOf(request.query)
      if (
        filters.from !== undefined &&
        filters.to !== undefined &&
        Date.parse(filters.from) >= Date.parse(filters.to)
      ) {
        throw new Problem(400, 'replay.empty-range', 'from must be before to')
      }
      const range = await freezeRange(store, streamsOf(filters), upto)
      const reading = {
        caller,
        filters,
        range,
        bodies,
        reason,
        correlationId: request.id,
        traceparent: traceOf(request)
      }
      const record = recordReading(store, reading, now)
      if (bodies) await record.start()
      const seenBy = all ? 'audit' : caller.agency
      const shown = { caseNumber: filters.case, sequence: range.upto, classes: classesOf(all, bodies) }
      const asked = { filters, streams: streamsOf(filters), reader: seenBy, bodies }
      await logRead(store.db, readerOf(request, 'replay'), [shown], asked)

      const bytes = replayBytes({
        pages: pagesOf(store, conditionOf(filters, all ? undefined : caller.agency), {
          upto: range.upto,
          indexed: filters.case !== undefined
        }),
        redact: bodyRedactor(all ? { auditor: true, bodies } : { agency: caller.agency }),
        head: { filters, reader: seenBy, bodies, range },
        onEnd: async (manifest) => {
          if (all) await record.complete(manifest)
        }
      })
      reply.header('replay-upto', range.upto).type('application/x-ndjson; charset=utf-8')
      return reply.send(Readable.from(bytes, { objectMode: false, highWaterMark: 65_536 }))
    }
  )
}

/** Which classes a replay may show: who was in the audience sees what its grounds show, its own events whole. */
function classesOf(all: boolean, bodies: boolean) {
  if (!all) return sensitivities
  return bodies ? sensitivities.filter((one) => one !== 'reporter') : (['open'] as const)
}
