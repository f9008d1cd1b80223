import { Agent, get, type IncomingMessage, request } from 'node:http'

/** Follows the mailbox of the token's agency until the service ends it. */
export async function follow(url: string, token: string) {
  const began = performance.now()
  const headers = { authorization: `Bearer ${token}` }
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  get(`${url}/v1/mailbox/stream`, { headers, agent: false }, resolve).on('error', reject)
  const response = await promise
  let heard = ''
  let ended: number | undefined
  response.setEncoding('utf8').on('data', (chunk: string) => {
    heard += chunk
  })
  response.on('close', () => {
    ended = performance.now() - began
  })
  return { response, heard: () => heard, ended: () => ended }
}

/** Asks again and again on one connection. */
export function keptConnection(url: string, path: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const once = async (token: string) => {
    const { promise, resolve, reject } = Promise.withResolvers<{
      status: number
      port: number
      text: string
      id: string
    }>()
    const sent = request(`${url}${path}`, { agent, headers: { authorization: `Bearer ${token}` } }, (answer) => {
      const port = answer.socket.localPort ?? 0
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      const id = String(answer.headers['x-request-id'])
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, port, text, id }))
    })
    sent.on('error', reject)
    sent.end()
    return await promise
  }
  return { once, close: () => agent.destroy() }
}
