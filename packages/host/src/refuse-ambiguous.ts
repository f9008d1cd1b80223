import type { IncomingMessage } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

/** Two of them are two meanings: Node drops the second or joins them, a proxy before us may choose the other. */
const single = new Set([
  'host',
  'authorization',
  'content-type',
  'idempotency-key',
  'if-match',
  'last-event-id',
  'wuhu-attestation',
  'wuhu-signature'
])

/**
 * Refuses what another HTTP server may read otherwise than we do, and ends the connection: smuggling lives from that
 * difference. RFC 9112, sections 3.2 and 6.1; RFC 9110, sections 8.4 and 10.1.1.
 * @throws Problem 400, 415, 417
 */
export function refuseAmbiguous({ raw }: FastifyRequest, reply: FastifyReply): void {
  const problem = ambiguityOf(raw)
  if (!problem) return
  reply.header('connection', 'close')
  throw problem
}

function ambiguityOf({ rawHeaders, headers, httpVersion }: IncomingMessage): Problem | undefined {
  const seen = new Set<string>()
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? ''
    if (!single.has(name)) continue
    if (seen.has(name)) return new Problem(400, 'request.malformed', `send one header ${name}`)
    seen.add(name)
  }
  if (!seen.has('host') && httpVersion !== '1.0') return new Problem(400, 'request.malformed', 'send one header host')
  const { 'transfer-encoding': transfer, 'content-encoding': encoding, expect } = headers
  if (transfer !== undefined && transfer.toLowerCase() !== 'chunked') {
    return new Problem(400, 'request.malformed', 'Transfer-Encoding may be chunked')
  }
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    return new Problem(415, 'request.media-type', 'send the body without Content-Encoding')
  }
  if (expect !== undefined && expect.toLowerCase() !== '100-continue') {
    return new Problem(417, 'request.expectation', 'Expect may be 100-continue')
  }
  return undefined
}
