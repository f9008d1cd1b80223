import type { Readable } from 'node:stream'
import { Type } from '@sinclair/typebox'
import { logRead } from '@wuhu/access'
import { UuidV7 } from '@wuhu/contracts'
import { type App, authenticate, callerOf, Problem, problemResponses, readerOf, routeDocs } from '@wuhu/host'
import { ObjectMissing } from '@wuhu/objects'
import {
  type AttachmentDeps,
  acceptUpload,
  findUpload,
  problemOf,
  unknownAttachment
} from '../commands/attachment-uploads.ts'
import { loadAttachment } from '../views/attachments.ts'
import { byteRangeOf } from './byte-range.ts'
import { letLongRequestsArrive } from './request-time.ts'

const strict = { additionalProperties: false }
const params = Type.Object({ id: UuidV7('附件标识') }, strict)
const url = '/v1/attachments/:id/content'
const binary = Type.String({ contentMediaType: 'application/octet-stream' })

export interface ContentOptions extends AttachmentDeps {
  /** Milliseconds without a byte after which an upload is given up; default 30,000. */
  readonly uploadStall?: number | undefined
  /** Milliseconds in which any other request must have arrived; default: what the server has. */
  readonly requestTimeout?: number | undefined
}

/** Ciphertext in and out, as streams. Uploads may take hours as long as something comes. */
export function attachmentContentRoutes(root: App, deps: ContentOptions): void {
  const { store, objects, attachmentMaxBytes, uploadStall = 30_000, requestTimeout } = deps
  letLongRequestsArrive(root, {
    isLong: ({ method, routeOptions }) => method === 'PUT' && routeOptions.url === url,
    within: requestTimeout
  })

  root.register((app, _options, done) => {
    app.removeAllContentTypeParsers()
    // Nobody collects the body: the handler reads it as it comes.
    app.addContentTypeParser('application/octet-stream', async () => undefined)

    app.route({
      method: 'PUT',
      url,
      schema: {
        ...routeDocs({
          name: 'attachment.upload',
          title: { zh: '上传密文', en: 'Upload the ciphertext' },
          description: {
            zh: 'age 文件（application/octet-stream），大小与 SHA-256 须与登记一致；明文一律拒收。可重传。',
            en: 'An age file (application/octet-stream) of the announced size and SHA-256; what is not encrypted is refused. May be repeated.'
          }
        }),
        params,
        querystring: Type.Object({ upload: Type.Optional(UuidV7('登记时给出；首次封存不填')) }, strict),
        response: problemResponses([400, 401, 403, 404, 408, 409, 413, 415, 422, 429, 503])
      },
      onRequest: authenticate('attachment.send'),
      handler: async (request, reply) => {
        const { id } = request.params as { id: string }
        const { upload = id } = request.query as { upload?: string }
        const length = Number(request.headers['content-length'] ?? 0)
        if (length > attachmentMaxBytes) {
          throw new Problem(413, 'request.too-large', `an attachment has at most ${attachmentMaxBytes} bytes`)
        }
        const found = await findUpload(deps, upload, id, callerOf(request).agency)
        const answered = ({ version }: { version: number }) =>
          reply.code(201).headers({ etag: `"${version}"`, 'content-type': 'application/json; charset=utf-8' })
        if (found.done) return answered(found.done).send(JSON.stringify(found.done) as never)
        if (length > 0 && length !== found.announced.size) {
          throw new Problem(422, 'attachment.size-differs', 'Content-Length is not the size that was announced')
        }
        const watch = watched(request.raw, uploadStall, found.expires_at)
        try {
          const answer = await acceptUpload(deps, found, watch.content, watch.signal)
          return answered(answer).send(JSON.stringify(answer) as never)
        } finally {
          watch.end()
          // The rest of what is refused is not kept waiting in the connection, or the answer would not get through.
          request.raw.resume()
        }
      }
    })
    done()
  })

  root.route({
    method: 'GET',
    url,
    schema: {
      ...routeDocs({
        name: 'attachment.download',
        title: { zh: '下载密文', en: 'Download the ciphertext' },
        description: {
          zh: '限封存单位和收件单位；默认取最新一份。支持单段 Range。',
          en: 'For the sender and the recipients; the newest unless object names another. One Range is supported.'
        }
      }),
      params,
      querystring: Type.Object({ object: Type.Optional(UuidV7('密文标识')) }, strict),
      response: { 200: binary, 206: binary, ...problemResponses([400, 401, 403, 404, 416, 429, 503]) }
    },
    onRequest: authenticate('attachment.read'),
    handler: async (request, reply) => {
      const { id } = request.params as { id: string }
      const { object } = request.query as { object?: string }
      const { agency } = callerOf(request)
      const found = await store.as(agency, ({ db }) => loadAttachment(db, id, agency))
      const sealing = object ? found?.sealings.find((one) => one.object === object) : found?.sealings.at(-1)
      if (!sealing) throw unknownAttachment()
      const size = Number(sealing.size)
      const etag = `"${sealing.sha256}"`
      const fresh = request.headers['if-range'] ?? etag
      const range = fresh === etag ? byteRangeOf(request.headers.range, size) : undefined
      reply.headers({ etag, 'accept-ranges': 'bytes' })
      if (range === 'unsatisfiable') {
        reply.header('content-range', `bytes */${size}`)
        throw new Problem(416, 'request.range', 'the range begins behind the end')
      }
      const content = await objects.get(sealing.object, range).catch((error: unknown) => {
        // That it was sealed is on record, so its loss is ours.
        throw error instanceof ObjectMissing ? new Error('the ciphertext is lost', { cause: error }) : problemOf(error)
      })
      // What the ciphertext holds nobody here knows: it counts as what is sealed most often.
      const shown = { caseNumber: found?.case_number, subject: `attachment/${id}`, classes: ['secret'] as const }
      await logRead(store.db, readerOf(request, 'attachment'), [shown]).catch((error: unknown) => {
        content.destroy()
        throw error
      })
      reply.headers({
        'content-type': 'application/octet-stream',
        'content-length': range ? range.to - range.from + 1 : size,
        'content-disposition': `attachment; filename="${id}.age"`,
        // RFC 9530: of the whole, so it holds for every range.
        'repr-digest': `sha-256=:${Buffer.from(sealing.sha256, 'hex').toString('base64')}:`,
        ...(range && { 'content-range': `bytes ${range.from}-${range.to}/${size}` })
      })
      return reply.code(range ? 206 : 200).send(content as never)
    }
  })
}

/** The request's body, with a signal for when nothing comes any more, the caller has gone or the time is over. */
function watched(body: Readable, stall: number, until: Date) {
  const control = new AbortController()
  const late = () => control.abort(new Problem(408, 'request.timeout', 'the upload did not arrive in time'))
  const stalled = setTimeout(late, stall)
  const over = setTimeout(late, Math.min(until.getTime() - Date.now(), 2 ** 31 - 1))
  async function* content(): AsyncGenerator<Uint8Array, void, void> {
    // To destroy a request is to hang up before it is answered.
    for await (const chunk of body.iterator({ destroyOnReturn: false })) {
      stalled.refresh()
      yield chunk
    }
  }
  return {
    content: content(),
    signal: control.signal,
    end() {
      clearTimeout(stalled)
      clearTimeout(over)
    }
  }
}
