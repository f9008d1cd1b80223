import { errors, type NatsConnection, type ServerInfo } from '@nats-io/nats-core'
import { BusUnavailable } from '../bus.ts'

/** Earlier releases have open security advisories, and take JetStream settings without obeying them. */
export const SERVER_FLOOR = '2.12.7'
/** JetStream API level of the 2.12 line: below it, headers that fence a publish are ignored in silence. */
const API_LEVEL_FLOOR = 2

/** A sentence when `info` is of a server below the floor. Pre-releases count as their release. */
export function judgeServer(info: ServerInfo | undefined): string | undefined {
  const version = info?.version ?? 'unknown'
  const have = version.split('-')[0]?.split('.').map(Number) ?? []
  const floor = SERVER_FLOOR.split('.').map(Number)
  for (let index = 0; index < floor.length; index++) {
    const [mine = -1, least = 0] = [have[index], floor[index]]
    if (mine > least) return undefined
    if (!(mine === least)) return `NATS server ${version} is too old: ${SERVER_FLOOR} or later is required`
  }
  return undefined
}

interface AccountInfo {
  readonly api?: { readonly level?: number }
  readonly error?: { readonly description: string }
}

/**
 * Refuses servers below the floor, and accounts without JetStream. JetStream may still be starting, then nobody
 * answers: asks again for `patience` milliseconds.
 * @throws Error with one sentence for the operator; BusUnavailable when JetStream does not answer
 */
export async function requireServer(nc: NatsConnection, patience: number): Promise<void> {
  const refusal = judgeServer(nc.info)
  if (refusal) throw new Error(refusal)
  const deadline = performance.now() + patience
  for (;;) {
    try {
      const account = (await nc.request('$JS.API.INFO', '', { timeout: 2000 })).json<AccountInfo>()
      if (account.error) throw new Error(`JetStream cannot be used on ${nc.getServer()}: ${account.error.description}`)
      const level = account.api?.level ?? 0
      if (level >= API_LEVEL_FLOOR) return
      throw new Error(`JetStream on ${nc.getServer()} has API level ${level}: at least ${API_LEVEL_FLOOR} is required`)
    } catch (error) {
      if (!(error instanceof errors.RequestError || error instanceof errors.TimeoutError)) throw error
      if (performance.now() > deadline) {
        throw new BusUnavailable(`JetStream does not answer on ${nc.getServer()}: is it enabled? (${error.message})`)
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
