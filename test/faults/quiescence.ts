import { type ServiceName, serviceNames } from '@wuhu/infra/stack-options'
import { until } from '@wuhu/test-support'
import type { TestStack } from '../stack/start-stack.ts'

interface Status {
  readonly relays: readonly { stream: string; state: string; published: number; lag: { events: number } }[]
  readonly consumers: readonly {
    name: string
    state: string
    cursor: number
    lastSequence: number
    parked: number
    blocked: number
  }[]
}

/** What still moves, stands still or is parked, as the service itself tells its operator. */
async function unrest(stack: TestStack, name: ServiceName): Promise<string[]> {
  const ready = await fetch(`${stack.urls[name]}/health/ready`, { signal: AbortSignal.timeout(5_000) })
  if (!ready.ok) return [`${name} is not ready: ${await ready.text()}`]
  const { body } = await stack.call('amr', 'GET', '/v1/status', undefined, { service: name, role: 'system-admin' })
  const { relays, consumers } = body as Status
  return [
    ...relays
      .filter(({ state, lag }) => state !== 'active' || lag.events > 0)
      .map(({ stream, state, lag }) => `${name}: relay ${stream} ${state}, ${lag.events} behind`),
    ...consumers
      .filter((one) => one.state !== 'active' || one.cursor < one.lastSequence || one.parked + one.blocked > 0)
      .map((one) => `${name}: ${one.name} ${one.state} at ${one.cursor} of ${one.lastSequence}, ${one.parked} parked`)
  ]
}

/**
 * Waits until every service is ready, every relay and consumer at its end and nothing parked; receipts and copies that
 * this sets off included, so twice in a row.
 * @throws Error that names what does not come to rest
 */
export async function atRest(stack: TestStack, within: number): Promise<void> {
  let calm = 0
  let last: string[] = []
  await until(
    async () => {
      last = (await Promise.all(serviceNames.map((name) => unrest(stack, name)))).flat()
      calm = last.length === 0 ? calm + 1 : 0
      return calm >= 3
    },
    { within, every: 700, what: 'rest' }
  ).catch((error: Error) => {
    throw new Error(`${error.message}\n${last.join('\n')}`)
  })
}
