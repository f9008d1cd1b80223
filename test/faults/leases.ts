import type { ServiceName } from '@wuhu/infra/stack-options'
import { until } from '@wuhu/test-support'
import type pg from 'pg'

/** Schemas in which a service has leases. */
export const schemasOf: Readonly<Record<ServiceName, readonly string[]>> = {
  'info-sharing': ['info_sharing'],
  'joint-investigation': ['joint_investigation'],
  notifications: ['notifications', 'mail'],
  audit: ['audit'],
  console: ['console']
}

interface Held {
  readonly schema: string
  readonly name: string
  readonly holder: string
}

/** Who holds which lease. The second part of a holder is its process id. */
async function held(pool: pg.Pool, service: ServiceName): Promise<Held[]> {
  const selects = schemasOf[service].map((schema) => `select '${schema}' as schema, name, holder from ${schema}.leases`)
  return (await pool.query<Held>(selects.join(' union all '))).rows
}

const pidOf = ({ holder }: Held): number => Number(holder.split('/')[1])

/** How many leases of the service the process holds. */
export async function leasesOf(pool: pg.Pool, service: ServiceName, pid: number): Promise<number> {
  return (await held(pool, service)).filter((lease) => pidOf(lease) === pid).length
}

/** Waits until a process holds none any more, and says how many milliseconds that took. */
export async function takenOver(pool: pg.Pool, service: ServiceName, pid: number, within: number): Promise<number> {
  const begun = performance.now()
  await until(async () => (await leasesOf(pool, service, pid)) === 0, {
    within,
    every: 100,
    what: `a standby takes the leases of ${service} over`
  })
  return performance.now() - begun
}
