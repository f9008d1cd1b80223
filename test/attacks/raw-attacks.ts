import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { ServiceName } from '@wuhu/infra/stack-options'

/** Bytes on a connection, and the only answer there may be; then the service hangs up. */
export interface RawAttack {
  readonly what: string
  readonly service: ServiceName
  readonly bytes: string
  readonly status: number
  readonly code: string
}

const services = ['info-sharing', 'joint-investigation', 'notifications', 'audit', 'console'] as const

/** What two servers in a row would cut into requests at different places. Length beside chunks is in test/bad-input. */
export function smuggled(token: string): RawAttack[] {
  const head = `Host: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n`
  const post = `POST /v1/clues HTTP/1.1\r\n${head}`
  const hidden = 'GET /v1/agencies HTTP/1.1\r\nHost: x\r\n\r\n'
  const chunks = `0\r\n\r\n${hidden}`
  const malformed = { status: 400, code: 'request.malformed' }
  const codings = [
    'xchunked',
    'chunked, identity',
    'gzip, chunked',
    'chunked, chunked',
    '"chunked"',
    'identity',
    '\u000bchunked'
  ]
  const rows: Omit<RawAttack, 'service'>[] = [
    ...codings.map((coding) => ({
      what: `Transfer-Encoding: ${JSON.stringify(coding)}`,
      bytes: `${post}Transfer-Encoding: ${coding}\r\n\r\n${chunks}`,
      ...malformed
    })),
    {
      what: 'chunks, and chunks by another name',
      bytes: `${post}Transfer-Encoding : chunked\r\n\r\n${chunks}`,
      ...malformed
    },
    {
      what: 'chunks behind a folded line',
      bytes: `${post}X: y\r\n Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n${chunks}`,
      ...malformed
    },
    { what: 'a length with a sign', bytes: `${post}Content-Length: +2\r\n\r\n{}${hidden}`, ...malformed },
    { what: 'a length in hexadecimal', bytes: `${post}Content-Length: 0x2\r\n\r\n{}${hidden}`, ...malformed },
    { what: 'a list of lengths', bytes: `${post}Content-Length: 2, 2\r\n\r\n{}${hidden}`, ...malformed },
    { what: 'lines that end in half', bytes: `GET /health/live HTTP/1.1\nHost: x\n\n${hidden}`, ...malformed },
    {
      what: 'an extension that hides the end of a chunk',
      bytes: `${post}Transfer-Encoding: chunked\r\n\r\n2;a\nx\r\n{}\r\n${chunks}`,
      ...malformed
    },
    { what: 'no host', bytes: `GET /health/live HTTP/1.1\r\n\r\n${hidden}`, ...malformed },
    { what: 'two hosts', bytes: `GET /health/live HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n${hidden}`, ...malformed },
    { what: 'a greeting of HTTP/2', bytes: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', ...malformed },
    { what: 'a version to come', bytes: `GET /health/live HTTP/9.9\r\nHost: x\r\n\r\n${hidden}`, ...malformed },
    { what: 'a method with a line in it', bytes: `GET\u0001 /health/live HTTP/1.1\r\nHost: x\r\n\r\n`, ...malformed },
    {
      what: '3,000 small headers',
      bytes: `GET /health/live HTTP/1.1\r\nHost: x\r\n${'a: b\r\n'.repeat(3_000)}\r\n`,
      status: 431,
      code: 'request.header-too-large'
    }
  ]
  return rows.map((row, index) => ({ service: services[index % services.length] ?? 'audit', ...row }))
}

/** A connection that gives its request a byte at a time, or nothing at all, and what came back by its end. */
export interface SlowConnection {
  readonly heard: () => string
  /** Milliseconds until the service hung up. */
  readonly ended: Promise<number>
}

/** Sends `bytes`, then a letter every 500 ms for as long as the service listens. */
export async function trickle(url: string, bytes: string): Promise<SlowConnection> {
  const { hostname, port } = new URL(url)
  const socket: Socket = connect(Number(port), hostname)
  const began = performance.now()
  let heard = ''
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString('utf8')
  })
  // A letter that meets a closed door.
  socket.on('error', () => undefined)
  const { promise: ended, resolve } = Promise.withResolvers<number>()
  const ticking = setInterval(() => bytes !== '' && socket.writable && socket.write('x'), 500)
  socket.once('close', () => {
    clearInterval(ticking)
    resolve(performance.now() - began)
  })
  await once(socket, 'connect')
  if (bytes !== '') socket.write(bytes)
  return { heard: () => heard, ended }
}
