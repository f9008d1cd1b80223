import type { Problem } from './failure.ts'
import { asFailure } from './failure.ts'
import type { ServiceClient } from './service-client.ts'

/** A relay as `GET /v1/status` shows it. */
export interface RelayState {
  readonly stream: string
  readonly state: string
  readonly reason?: string
  /** Last position in the stream. */
  readonly published: number
  /** Committed and not yet published; seconds is the age of the oldest. */
  readonly lag: { readonly events: number; readonly seconds: number }
}

/** A consumer as `GET /v1/status` shows it. */
export interface ConsumerState {
  readonly name: string
  readonly stream: string
  readonly state: string
  readonly reason?: string
  readonly cursor: number
  readonly lastSequence: number
  readonly parked: number
  readonly blocked: number
}

export interface Workers {
  readonly relays: readonly RelayState[]
  readonly consumers: readonly ConsumerState[]
}

export interface Readiness {
  readonly ready: boolean
  readonly checks: ReadonlyArray<{ readonly name: string; readonly ok: boolean; readonly detail: string }>
}

/** One service as an operator sees it. `problem` says why something could not be learnt. */
export interface ServiceState extends Readiness, Workers {
  readonly service: string
  readonly url: string
  readonly reachable: boolean
  readonly problem?: Problem
}

/** Asks a service whether it is ready, and what moves its events. A service that does not answer is a state, no error. */
export async function readServiceState(client: ServiceClient): Promise<ServiceState> {
  const { service, url } = client
  const nothing = { service, url, ready: false, checks: [], relays: [], consumers: [] }
  let readiness: Readiness
  try {
    readiness = readinessOf(await client.peek('/health/ready'))
  } catch (error) {
    return { ...nothing, reachable: false, problem: asFailure(error).problem }
  }
  try {
    return { ...nothing, reachable: true, ...readiness, ...(await client.get<Workers>('/v1/status')) }
  } catch (error) {
    return { ...nothing, reachable: true, ...readiness, problem: asFailure(error).problem }
  }
}

function readinessOf({ status, body }: { status: number; body: string }): Readiness {
  let checks: Readiness['checks'] = []
  try {
    checks = (JSON.parse(body) as Readiness).checks ?? []
  } catch {
    // Something else than a service of ours listens there; its status is all that we know.
  }
  return { ready: status === 200, checks }
}
