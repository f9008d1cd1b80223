import { Type } from '@sinclair/typebox'
import { logRead } from '@wuhu/access'
import { type App, authenticate, callerOf, Problem, readerOf, routeDocs } from '@wuhu/host'
import type { Store } from '@wuhu/store'
import { createMailStream } from '../mailbox/mail-stream.ts'
import type { Mailroom } from '../mailbox/mailroom.ts'
import type { OpenStreams } from '../mailbox/open-streams.ts'
import { shownMail } from '../mailbox/shown-mail.ts'
import type { NotificationsTables } from '../tables.ts'

const query = Type.Object(
  { after: Type.Integer({ minimum: 0, default: 0, description: '已读到的序号 last sequence seen' }) },
  { additionalProperties: false }
)

/** `GET /v1/mailbox/stream`: server-sent events; `id` is the sequence, and `Last-Event-ID` resumes behind it. */
export function mailboxStreamRoute(
  app: App,
  {
    store,
    mailroom,
    streams,
    now
  }: { store: Store<NotificationsTables>; mailroom: Mailroom; streams: OpenStreams; now(): number }
): void {
  app.get(
    '/v1/mailbox/stream',
    {
      schema: {
        ...routeDocs({
          name: 'mailbox.stream',
          title: { zh: '实时接收收件箱（SSE）', en: 'Follow the mailbox (server-sent events)' },
          description: {
            zh: '事件 `mail`（`id` 为序号，`data` 为 `{"sequence","event"}`）、`heartbeat`、`end`（含原因：令牌到期、公钥吊销、岗位撤销、服务停止）；断线后带 `Last-Event-ID` 续读。',
            en: "Events `mail`, `heartbeat` and `end` (which says why: the token expired, its key or the officer's role was revoked, the service stops); resume with `Last-Event-ID`."
          }
        }),
        querystring: query
      },
      onRequest: authenticate('mailbox.read')
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const reader = readerOf(request, 'sse')
      const after = lastEventId(request.headers['last-event-id']) ?? request.query.after
      const { readable, kept } = createMailStream({
        caller,
        mailbox: mailroom.open(caller.agency),
        after,
        now,
        record: (mails) =>
          logRead(
            store.db,
            reader,
            mails.map((mail) => shownMail(caller.agency, mail))
          ),
        onClose: () => streams.remove(kept)
      })
      streams.add(kept)
      // Nginx would hold events back until its buffer is full.
      reply
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .type('text/event-stream; charset=utf-8')
      return reply.send(readable)
    }
  )
}

/** What an EventSource sends when it reconnects. @throws Problem 400 for what is no sequence */
function lastEventId(header: string | string[] | undefined): number | undefined {
  if (header === undefined || header === '') return undefined
  const sequence = Number(header)
  if (!/^\d{1,15}$/.test(String(header)) || !Number.isSafeInteger(sequence)) {
    throw new Problem(400, 'cursor.invalid', 'Last-Event-ID is the id of the last event received')
  }
  return sequence
}
