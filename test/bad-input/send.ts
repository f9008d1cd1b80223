import type { Bus } from '@wuhu/bus'
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
    ...row.headers
  }
  const headers = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  const url = stack.urls[row.service ?? serviceOf(path)]
  return await ask(url, method, path, Object.fromEntries(headers), asBytes(row.body))
}

/** Sends a row as a request on `cmd.<agency>.<command>`. */
export async function sendMessage({ stack }: World, bus: Bus, row: WrongMessage): Promise<RawAnswer> {
  const { agency = 'science', command } = row
  const token = row.token === undefined ? await stack.token(agency) : row.token
  const headers = { ...(token !== null && { Authorization: `Bearer ${token}` }), ...row.headers }
  const reply = await bus.request(`cmd.${agency}.${command}`, Buffer.from(asBytes(row.body) ?? ''), { headers })
  const named = Object.entries(reply.headers).map(([name, value]) => [name.toLowerCase(), value])
  return {
    status: Number(reply.headers.Status),
    headers: Object.fromEntries(named),
    text: Buffer.from(reply.body).toString()
  }
}
