import { Agent, type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps, type RequestOptions, Agent as SecureAgent } from 'node:https'
import { problemIn, WuhuUnreachable } from './problem.ts'

/** PEM texts for TLS: who is trusted beside the well-known authorities, and who we are where the bus asks for it. */
export interface TlsOptions {
  readonly ca?: string | undefined
  readonly clientCertificate?: { readonly certificate: string; readonly key: string } | undefined
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Milliseconds without a byte until the service counts as gone. */
  readonly patience: number
  readonly signal?: AbortSignal | undefined
}

export interface HttpAnswer {
  readonly status: number
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** HTTP over connections that are kept. All methods throw WuhuUnreachable, or the signal's reason. */
export interface Http {
  /** Whatever the status is. */
  exchange(request: HttpRequest): Promise<HttpAnswer>
  /** The JSON of a success. @throws WuhuProblem for anything else */
  json<Body>(request: HttpRequest): Promise<Body>
  /** The body as it arrives. @throws WuhuProblem unless the answer is a success */
  open(request: HttpRequest): Promise<IncomingMessage>
  close(): void
}

export function createHttp({ ca, clientCertificate }: TlsOptions): Http {
  const plain = new Agent({ keepAlive: true })
  const secure = new SecureAgent({
    keepAlive: true,
    ...(ca !== undefined && { ca }),
    ...(clientCertificate && { cert: clientCertificate.certificate, key: clientCertificate.key })
  })

  const send = ({ method, url, headers, body, patience, signal }: HttpRequest): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const encrypted = url.protocol === 'https:'
      const options: RequestOptions = { method, headers, ...(signal && { signal }) }
      const request = encrypted
        ? overHttps(url, { ...options, agent: secure })
        : overHttp(url, { ...options, agent: plain })
      request.setTimeout(patience, () => request.destroy(new Error(`nothing came within ${patience / 1000} s`)))
      request.on('response', resolve)
      request.on('error', reject)
      request.end(body)
    })

  const reached = async <T>({ url, signal }: HttpRequest, action: () => Promise<T>): Promise<T> => {
    try {
      return await action()
    } catch (error) {
      signal?.throwIfAborted()
      throw new WuhuUnreachable(`${url.origin}${url.pathname}`, error)
    }
  }

  const exchange = (request: HttpRequest) =>
    reached(request, async () => {
      const answer = await send(request)
      return { status: answer.statusCode ?? 0, headers: headersOf(answer), text: await textOf(answer) }
    })

  return {
    exchange,
    async json(request) {
      const answer = await exchange(request)
      if (answer.status < 200 || answer.status >= 300) throw problemIn(answer)
      return JSON.parse(answer.text)
    },
    async open(request) {
      const answer = await reached(request, () => send(request))
      const { statusCode: status = 0 } = answer
      if (status >= 200 && status < 300) return answer
      const text = await reached(request, () => textOf(answer))
      throw problemIn({ status, headers: headersOf(answer), text })
    },
    close() {
      plain.destroy()
      secure.destroy()
    }
  }
}

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
