import type { Socket } from 'node:net'
import type { HostParts } from './host-parts.ts'
import { Problem } from './problem.ts'
import { problemOf, problemType } from './problem-of.ts'

const causes: Record<string, [status: number, code: string, detail: string]> = {
  HPE_HEADER_OVERFLOW: [431, 'request.header-too-large', 'send smaller headers'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request.timeout', 'the request did not arrive in time']
}

/** For answers that no hook touches: not kept, not guessed at, not framed, and nothing in them runs. */
export const bareHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY'
}

/**
 * Answers what Node could not read as HTTP, and so never becomes a request, and closes the connection. The log says from
 * which address it came; what came is not repeated.
 */
export function answerBrokenRequest(
  error: Error & { code?: string },
  socket: Socket,
  { messages, logger }: Pick<HostParts, 'messages' | 'logger'>
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, code, detail] = causes[error.code ?? ''] ?? [400, 'request.malformed', 'the request is not HTTP']
  logger.info({ route: 'none', status, code, cause: error.code, address: socket.remoteAddress }, 'answered')
  const body = JSON.stringify(problemOf(new Problem(status, code, detail), '/', messages).body)
  const head = [
    `HTTP/1.1 ${status} ${code}`,
    'Connection: close',
    `Content-Type: ${problemType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...Object.entries(bareHeaders).map(([name, value]) => `${name}: ${value}`)
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
