import { createHash } from 'node:crypto'
import { Type } from '@sinclair/typebox'
import { type Action, type DirectoryTables, listAgencies, type ReadTables, recordShown } from '@wuhu/access'
import { UuidV7 } from '@wuhu/contracts'
import { type App, authenticate, callerOf, NotFound, problemResponses, readerOf, routeDocs } from '@wuhu/host'
import type { Reading, Store, StoreTables } from '@wuhu/store'
import { createRenderer, type DocumentFormat, documentFormats, type Renderer } from '../renderer.ts'
import { type DocumentData, fillTemplate } from '../template/fill.ts'
import { type DocumentKind, templateOf } from '../templates.ts'
import type { DocumentRule, NameOf } from './document-rule.ts'
import { fileName } from './file-name.ts'
import type { Found } from './found.ts'

const strict = { additionalProperties: false }
const title = Type.Object({ zh: Type.String(), en: Type.String() }, strict)
const kindsOf = (kinds: readonly DocumentKind[]) =>
  Type.Union(
    kinds.map((kind) => Type.Literal(kind)),
    { description: `文书种类：${kinds.map((kind) => `${kind} ${templateOf(kind).name.zh}`).join('、')}` }
  )
const thereOf = (kinds: readonly DocumentKind[]) =>
  Type.Object(
    {
      kind: kindsOf(kinds),
      name: title,
      edition: Type.Integer({ minimum: 1, description: '同种文书的第几份' }),
      number: Type.Optional(Type.String({ description: '文号' })),
      organ: Type.String({ description: '制作单位' }),
      dated: Type.String({ description: '成文时间' }),
      href: Type.String({ description: '取得文书' })
    },
    strict
  )
const missingOf = (kinds: readonly DocumentKind[]) =>
  Type.Object({ kind: kindsOf(kinds), name: title, needs: title }, strict)
const types: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
}
type Request = Parameters<typeof callerOf>[0]
/** Part of every ETag: documents made before a change of how they look are not current. */
const look = 1

/** A kind of thing that has documents. */
export interface ThingWithDocuments<DB> {
  /** Its path and operations: `assistance` for /v1/assistances/:id/documents. */
  readonly name: string
  readonly path: string
  readonly action: Action
  readonly tag: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly rules: readonly DocumentRule[]
  /** What the agency may see of it. @throws NotFound, whatever the reason */
  find(reading: Reading<DB & StoreTables>, agency: string, id: string): Promise<Found>
}

export interface DocumentRoutesOptions<DB> {
  readonly store: Store<DB>
  /** Ends with the app; by default its own. */
  readonly renderer?: Renderer
  readonly things: readonly ThingWithDocuments<DB>[]
}

interface Made {
  readonly kind: DocumentKind
  readonly edition: number
  readonly data: DocumentData
}

/**
 * `GET <path>/:id/documents`: which documents exist at this step, and what the others still need; and
 * `GET <path>/:id/documents/:kind?format=docx|pdf`: the document, from what the caller's agency may see and no more.
 */
export function documentRoutes<DB extends DirectoryTables & ReadTables>(
  app: App,
  { store, renderer = createRenderer(), things }: DocumentRoutesOptions<DB>
): void {
  app.addHook('onClose', () => renderer.close())
  for (const thing of things) {
    const read = (request: Request, id: string): Promise<Made[]> => {
      const { agency } = callerOf(request)
      return store.as(agency, async (reading) => {
        const { copies, shown } = await thing.find(reading, agency, id)
        const nameOf = await namesFrom(reading)
        recordShown(reading as unknown as Reading<ReadTables>, readerOf(request, 'api'), shown)
        return thing.rules.flatMap(({ kind, find }) =>
          find({ copies, nameOf }).map((data, index) => ({ kind, edition: index + 1, data }))
        )
      })
    }
    listRoute(app, thing, read)
    documentRoute(app, thing, renderer, read)
  }
}

type Read = (request: Request, id: string) => Promise<Made[]>
type Thing = Omit<ThingWithDocuments<never>, 'find'>

function listRoute(app: App, thing: Thing, read: Read): void {
  const kinds = thing.rules.map(({ kind }) => kind)
  app.route({
    method: 'GET',
    url: `${thing.path}/:id/documents`,
    schema: {
      ...routeDocs({
        name: `${thing.name}.documents`,
        title: { zh: `${thing.title.zh}的文书`, en: `Documents of ${thing.title.en}` },
        tag: thing.tag
      }),
      params: Type.Object({ id: UuidV7() }, strict),
      response: {
        200: Type.Object(
          {
            items: Type.Array(thereOf(kinds), { description: '现有文书' }),
            missing: Type.Array(missingOf(kinds), { description: '尚无的文书，及其所需的步骤' })
          },
          strict
        ),
        ...problemResponses([400, 401, 403, 404, 429, 503])
      }
    },
    onRequest: authenticate(thing.action),
    handler: async (request, reply) => {
      const { id } = request.params as { id: string }
      const made = await read(request, id)
      const items = made.map(({ kind, edition, data: { number, organ, dated } }) => ({
        kind,
        name: templateOf(kind).name,
        edition,
        ...(number !== undefined && { number }),
        organ,
        dated,
        href: `${thing.path}/${id}/documents/${kind}?edition=${edition}`
      }))
      const lacking = thing.rules
        .filter(({ kind }) => !made.some((one) => one.kind === kind))
        .map(({ kind, needs }) => ({ kind, name: templateOf(kind).name, needs }))
      const body = JSON.stringify({ items, missing: lacking })
      return reply.type('application/json; charset=utf-8').send(body as never)
    }
  })
}

function documentRoute(app: App, thing: Thing, renderer: Renderer, read: Read): void {
  const binary = Type.String({ contentMediaType: 'application/octet-stream' })
  app.route({
    method: 'GET',
    url: `${thing.path}/:id/documents/:kind`,
    schema: {
      ...routeDocs({
        name: `${thing.name}.document`,
        title: { zh: `取得${thing.title.zh}的文书`, en: `A document of ${thing.title.en}` },
        description: {
          zh: 'DOCX 可编辑，PDF 供打印盖章。未向本单位提供的内容显示为〔未提供〕，脱敏内容保持脱敏。缺省为 PDF、最近一份。',
          en: 'DOCX to edit, PDF to print and seal. What the agency may not see reads 〔未提供〕; masks stay masks. By default the newest, as PDF.'
        },
        tag: thing.tag
      }),
      params: Type.Object({ id: UuidV7(), kind: kindsOf(thing.rules.map(({ kind }) => kind)) }, strict),
      querystring: Type.Object(
        {
          format: Type.Optional(Type.Union(documentFormats.map((format) => Type.Literal(format)))),
          edition: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, description: '同种文书的第几份' }))
        },
        strict
      ),
      response: { 200: binary, 304: Type.Null(), ...problemResponses([400, 401, 403, 404, 429, 503]) }
    },
    onRequest: authenticate(thing.action),
    handler: async (request, reply) => {
      const { id, kind } = request.params as { id: string; kind: DocumentKind }
      const { format = 'pdf', edition } = request.query as { format?: DocumentFormat; edition?: number }
      const ofKind = (await read(request, id)).filter((one) => one.kind === kind)
      const made = edition === undefined ? ofKind.at(-1) : ofKind.find((one) => one.edition === edition)
      if (!made) throw new NotFound('document.none', `there is no such ${kind} at this step`)
      const model = fillTemplate(templateOf(kind), made.data)
      const digest = createHash('sha256')
        .update(JSON.stringify([look, format, model]))
        .digest('base64url')
      const etag = `"${digest}"`
      reply.headers({ etag, 'cache-control': 'private, no-cache' })
      if (request.headers['if-none-match'] === etag) return reply.code(304).send(null)
      const bytes = await renderer.render(model, format)
      reply.headers({
        'content-type': types[format],
        'content-length': bytes.byteLength,
        'content-disposition': fileName(model, format)
      })
      return reply.send(Buffer.from(bytes) as never)
    }
  })
}

async function namesFrom<DB extends DirectoryTables>({ db }: Pick<Reading<DB>, 'db'>): Promise<NameOf> {
  const names = new Map((await listAgencies(db)).map(({ code, name }) => [code, name]))
  return (agency) => (typeof agency === 'string' ? (names.get(agency) ?? agency) : undefined)
}
