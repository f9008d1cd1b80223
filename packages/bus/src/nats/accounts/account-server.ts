import { BusUnavailable } from '../../bus.ts'
import { unavailable } from '../api.ts'
import { dialAny, type NatsOptions } from '../connect.ts'

/** The server's keeping of accounts, as a user of the system account may change it. */
export interface AccountServer {
  /** The JWT that the server holds for an account; undefined when it holds none. @throws BusUnavailable */
  lookup(account: string): Promise<string | undefined>
  /** Hands over an account's JWT: live at once, and kept by the server. @throws BusUnavailable; Error with its reason */
  push(jwt: string): Promise<void>
  connected(): boolean
  /** Calls back whenever the server was lost and is there again: it may have forgotten. */
  onReconnect(listener: () => void): void
  close(): Promise<void>
}

interface Updated {
  readonly data?: { readonly code: number }
  readonly error?: { readonly description: string }
}

/** @throws BusUnavailable when no server answers within `patience` */
export async function connectAccountServer(options: NatsOptions): Promise<AccountServer> {
  const nc = await dialAny(options)
  const listeners = new Set<() => void>()
  let connected = true
  const watching = (async () => {
    for await (const status of nc.status()) {
      if (status.type === 'disconnect') connected = false
      if (status.type === 'reconnect') {
        connected = true
        for (const listener of listeners) listener()
      }
      if (status.type === 'error') options.logger?.warn({ reason: status.error.message }, 'NATS accounts: an error')
    }
  })()

  const ask = async (subject: string, body: string) => {
    if (!connected) throw new BusUnavailable('not connected to the account server')
    try {
      return await nc.request(subject, body, { timeout: 3000 })
    } catch (error) {
      throw unavailable(error, `no answer on ${subject}`)
    }
  }

  return {
    async lookup(account) {
      const jwt = (await ask(`$SYS.REQ.ACCOUNT.${account}.CLAIMS.LOOKUP`, '')).string()
      return jwt === '' ? undefined : jwt
    },
    async push(jwt) {
      const { data, error } = (await ask('$SYS.REQ.CLAIMS.UPDATE', jwt)).json<Updated>()
      if (data?.code !== 200)
        throw new Error(`the server did not take an account: ${error?.description ?? 'no reason'}`)
    },
    connected: () => connected && !nc.isClosed(),
    onReconnect: (listener) => void listeners.add(listener),
    async close() {
      await nc.close()
      connected = false
      await watching
    }
  }
}
