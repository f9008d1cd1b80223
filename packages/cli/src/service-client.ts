import { type ClientRequest, type IncomingMessage, request as overHttp, type RequestOptions } from 'node:http'
import { pipeline, type Readable } from 'node:stream'
import { Failure, failure, refusalOf } from './failure.ts'
import type { StackTrust } from './stack-trust.ts'

/** Milliseconds: storage makes what came durable before it answers. */
const uploadPatience = 60_000

/** Filters of a query; what is undefined is left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>

export interface Call {
  readonly query?: Query
  readonly headers?: Readonly<Record<string, string>>
  /** Milliseconds without a byte until the service counts as gone; default 15,000. */
  readonly patience?: number
  readonly signal?: AbortSignal
}

/** One service, called as one identity. Every method throws Failure: refused, or not reachable. */
export interface ServiceClient {
  readonly service: string
  readonly url: string
  get<Answer>(path: string, call?: Call): Promise<Answer>
  /** As `get`, and whatever the status is. */
  peek(path: string): Promise<{ status: number; body: string }>
  post<Answer>(path: string, body: object, call?: Call): Promise<Answer>
  /** PUTs `size` bytes as they come, of application/octet-stream. */
  upload<Answer>(path: string, content: Readable, size: number): Promise<Answer>
  /** The answer's body as it arrives; reading it may fail when the connection is cut. */
  open(path: string, call?: Call): Promise<IncomingMessage>
}

/** `bearer` is asked for a new token at every request; without it the calls are anonymous. `trust` is for https. */
export function createServiceClient(
  service: string,
  url: string,
  bearer?: () => Promise<string>,
  trust?: StackTrust
): ServiceClient {
  const send = async (method: string, path: string, call: Call, body?: string | Readable): Promise<IncomingMessage> => {
    const target = new URL(path, url)
    for (const [name, value] of Object.entries(call.query ?? {})) {
      if (value !== undefined) target.searchParams.set(name, String(value))
    }
    const headers = {
      accept: 'application/json, application/x-ndjson, text/event-stream',
      ...(bearer && { authorization: `Bearer ${await bearer()}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...call.headers
    }
    const { signal, patience = 15_000 } = call
    const request = target.protocol === 'https:' ? (await import('node:https')).request : overHttp
    try {
      return await answerOf(
        request(target, { method, headers, ...trust, ...(signal && { signal }) } as RequestOptions),
        patience,
        body
      )
    } catch (error) {
      throw unreachable(service, url, error)
    }
  }

  const text = async (answer: IncomingMessage): Promise<string> => {
    const chunks: Buffer[] = []
    try {
      for await (const chunk of answer) chunks.push(chunk)
    } catch (error) {
      throw unreachable(service, url, error)
    }
    return Buffer.concat(chunks).toString('utf8')
  }

  const checked = async (answer: IncomingMessage): Promise<IncomingMessage> => {
    const { statusCode = 0 } = answer
    if (statusCode >= 200 && statusCode < 300) return answer
    throw refusalOf(service, statusCode, await text(answer))
  }

  const json = async <Answer>(answer: IncomingMessage): Promise<Answer> => {
    const body = await text(await checked(answer))
    try {
      return JSON.parse(body) as Answer
    } catch {
      throw failure(
        'failed',
        'bad-answer',
        `${service} 的答复不是 JSON`,
        `${service} answered something that is not JSON`
      )
    }
  }

  return {
    service,
    url,
    get: async (path, call = {}) => json(await send('GET', path, call)),
    peek: async (path) => {
      const answer = await send('GET', path, {})
      return { status: answer.statusCode ?? 0, body: await text(answer) }
    },
    post: async (path, body, call = {}) => json(await send('POST', path, call, JSON.stringify(body))),
    upload: async (path, content, size) => {
      const headers = { 'content-type': 'application/octet-stream', 'content-length': String(size) }
      return json(await send('PUT', path, { headers, patience: uploadPatience }, content))
    },
    open: async (path, call = {}) => checked(await send('GET', path, call))
  }
}

function answerOf(
  request: ClientRequest,
  patience: number,
  body: string | Readable | undefined
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.setTimeout(patience, () => request.destroy(new Error(`no answer within ${patience / 1000} s`)))
    request.on('response', resolve)
    request.on('error', reject)
    if (typeof body !== 'object') request.end(body)
    else {
      // A service that refuses answers before all of it is sent: its answer counts, not that it hung up then.
      pipeline(body, request, (error) => {
        if (error && body.errored === error) reject(error)
      })
    }
  })
}

/** The failure of a service that does not answer, or stopped answering. */
export function unreachable(service: string, url: string, error: unknown): Failure {
  if (error instanceof Failure) return error
  const { code, message } = error as NodeJS.ErrnoException
  const why = code ?? message
  return failure(
    'unreachable',
    'unreachable',
    `连接不上 ${service}（${url}）：系统在运行吗？`,
    `${service} at ${url} does not answer (${why}): is the stack running?`
  )
}
