import { randomInt } from 'node:crypto'
import { connect, createServer } from 'node:net'

/**
 * A TCP port on 127.0.0.1 that nobody listens on now: one of 20000 to 31999 by chance. The system takes the ports of outgoing
 * connections from 32768 on, so a server that is down for a moment finds its port free again.
 * @throws Error when a hundred ports were all in use
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = randomInt(20_000, 32_000)
    if (await isPortFree(port)) return port
  }
  throw new Error('no free port was found from 20000 to 31999')
}

/** Can this process listen on the port of 127.0.0.1 now? */
export async function isPortFree(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** Connects and gives the first chunk that the server sends (a NATS server sends INFO). @throws the connection's error */
export async function firstBytes(port: number, host: string, within: number): Promise<string> {
  return await new Promise((resolve, reject) => {
    const socket = connect({ port, host })
    const fail = (error: Error) => {
      socket.destroy()
      reject(error)
    }
    socket.setTimeout(within, () => fail(new Error(`no answer from ${host}:${port} within ${within} ms`)))
    socket.once('error', fail)
    socket.once('close', () => reject(new Error(`${host}:${port} closed the connection`)))
    socket.once('data', (chunk) => {
      resolve(chunk.toString('utf8'))
      socket.destroy()
    })
  })
}
