import type { Socket } from 'node:net'
import type { Messages } from './messages.ts'
import { Problem } from './problem.ts'
import { problemOf, problemType } from './problem-of.ts'

const causes: Record<string, [status: number, code: string, detail: string]> = {
  HPE_HEADER_OVERFLOW: [431, 'request.header-too-large', 'send smaller headers'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request.timeout', 'the request did not arrive in time']
}

/** Answers what Node could not read as HTTP, and so never becomes a request, and closes the connection. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket, messages: Messages): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, code, detail] = causes[error.code ?? ''] ?? [400, 'request.malformed', 'the request is not HTTP']
  const body = JSON.stringify(problemOf(new Problem(status, code, detail), '/', messages).body)
  const head = [
    `HTTP/1.1 ${status} ${code}`,
    'Connection: close',
    `Content-Type: ${problemType}`,
    `Content-Length: ${Buffer.byteLength(body)}`
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
