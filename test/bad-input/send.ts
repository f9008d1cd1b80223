import type { NatsDoor } from '../scenarios/ask-by-nats.ts'
import { serviceOf } from '../stack/client.ts'
import { ask, type RawAnswer } from './ask.ts'
import type { World } from './world.ts'
import type { WrongMessage } from './wrong-messages.ts'
import type { WrongRequest } from './wrong-request.ts'

const asBytes = (body: unknown) =>
  body === undefined || typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)

/** Sends a row over HTTP, with a fresh token unless the row says otherwise. */
export async function send({ stack }: World, row: WrongRequest): Promise<RawAnswer> {
  const [method = '', path = ''] = row.send.split(' ')
  const token = row.token === undefined ? await stack.token(row.as ?? 'science', row.role) : row.token
  const given = {
    ...(token !== null && { authorization: `Bearer ${token}` }),
    ...(row.body !== undefined && { 'content-type': 'application/json' }),
    ...(method === 'POST' && { 'wuhu-attestation': 'no-state-secret; by=p-1' }),
    ...row.headers
  }
  const headers = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  const url = stack.urls[row.service ?? serviceOf(path)]
  return await ask(url, method, path, Object.fromEntries(headers), asBytes(row.body))
}

/** Sends a row as a request on `cmd.<agency>.<command>`, on a connection of that agency. */
export async function sendMessage({ stack }: World, door: NatsDoor, row: WrongMessage): Promise<RawAnswer> {
  const { agency = 'science', command } = row
  const token = row.token === undefined ? await stack.token(agency) : row.token
  const headers = {
    ...(token !== null && { Authorization: `Bearer ${token}` }),
    'Wuhu-Attestation': 'no-state-secret; by=p-1',
    ...row.headers
  }
  const answer = await door.ask(`cmd.${agency}.${command}`, asBytes(row.body) ?? '', headers)
  return { status: answer.status, headers: Object.fromEntries(answer.headers), text: answer.text }
}
