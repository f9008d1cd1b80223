import { Type } from '@sinclair/typebox'
import { logRead } from '@wuhu/access'
import { type App, authenticate, callerOf, readerOf, routeDocs } from '@wuhu/host'
import type { Store } from '@wuhu/store'
import { mailPage, within } from '../mailbox/mail-bytes.ts'
import type { Mailroom } from '../mailbox/mailroom.ts'
import type { Mailboxes } from '../mailbox/read-mailbox.ts'
import { shownMail } from '../mailbox/shown-mail.ts'
import type { NotificationsTables } from '../tables.ts'

const query = Type.Object(
  {
    after: Type.Integer({ minimum: 0, default: 0, description: '已读到的序号；0 从头读起 last sequence seen' }),
    limit: Type.Integer({ minimum: 1, maximum: 500, default: 100, description: '最多条数 copies at most' }),
    wait: Type.Integer({
      minimum: 0,
      maximum: 30,
      default: 0,
      description: '没有新件时最多等待的秒数 long poll, seconds'
    })
  },
  { additionalProperties: false }
)

/** Length of one answer, so that a page of large copies does not fill memory. */
const pageLength = 8 * 1_048_576

/** `GET /v1/mailbox`: the caller's own copies after a cursor, answered at once or as soon as one arrives. */
export function mailboxRoute(
  app: App,
  { store, mailboxes, mailroom }: { store: Store<NotificationsTables>; mailboxes: Mailboxes; mailroom: Mailroom }
): void {
  const mayRead = authenticate('mailbox.read')
  app.get(
    '/v1/mailbox',
    {
      schema: {
        ...routeDocs({
          name: 'mailbox.read',
          title: { zh: '收取本单位收件箱', en: 'Read the mailbox' },
          description: {
            zh: '答复 `{"items":[{"sequence","event"}],"last"}`：序号从 1 起连续，下次以 `after=last` 续读；`wait` 为长轮询。',
            en: 'Answers `{"items":[{"sequence","event"}],"last"}`: sequences are dense from 1; go on with `after=last`; `wait` makes it a long poll.'
          }
        }),
        querystring: query
      },
      onRequest: mayRead
    },
    async (request, reply) => {
      const { agency } = callerOf(request)
      const { after, limit, wait } = request.query
      let mails = await mailboxes.read(agency, after, limit)
      if (mails.length === 0 && wait > 0) {
        const gone = new AbortController()
        const left = () => gone.abort()
        reply.raw.once('close', left)
        const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(wait * 1000)])
        const mailbox = mailroom.open(agency)
        try {
          mails = await mailbox.next(after, limit, signal)
        } finally {
          mailbox.close()
          reply.raw.off('close', left)
        }
        // Whoever was let in may have been revoked while it waited.
        await mayRead(request)
      }
      const page = within(mails, pageLength)
      const shown = page.map((mail) => shownMail(agency, mail))
      await logRead(store.db, readerOf(request, 'mailbox'), shown)
      reply.header('cache-control', 'no-store').type('application/json; charset=utf-8')
      return reply.send(mailPage(page, after))
    }
  )
}
