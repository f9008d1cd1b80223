import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createKeyPair } from '@wuhu/access'
import { createAgency } from './agency.ts'
import type { AgencyOptions } from './settings.ts'

interface Teardown {
  teardown(action: () => unknown): void
}

export interface Asked {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** A service on a port of its own that answers as it is told to, request by request, and an agency that speaks to it. */
export async function serviceThat(
  t: Teardown,
  answer: (asked: Asked, response: ServerResponse, count: number) => void,
  more: Partial<AgencyOptions> = {}
) {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = '', url = '', headers } = request
    const one = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') }
    asked.push(one)
    answer(one, response, asked.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const urls = { infoSharing: base, jointInvestigation: base, notifications: base }
  const { kid, seed } = createKeyPair()
  const agency = createAgency({ agency: 'amr', ...(more.keyFile === undefined && { seed }), urls, ...more })
  t.teardown(async () => {
    await agency.close()
    server.closeAllConnections()
    server.close()
  })
  return { asked, agency, base, kid }
}

/** Ends a response with JSON. */
export function answerJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {}
) {
  const type = status < 400 ? 'application/json' : 'application/problem+json'
  response.writeHead(status, { 'content-type': type, ...headers }).end(JSON.stringify(body))
}
