import { randomUUIDv7 } from 'node:crypto'
import { type Actor, createEnvelope, type Envelope } from '@wuhu/contracts'
import { createDeadlines, type DeadlineTables, type Resolve } from '@wuhu/deadlines'
import type { Decider } from '@wuhu/decider'
import {
  createPool,
  createStore,
  execute,
  type MigrateOptions,
  migrate,
  type StoreTables,
  type View
} from '@wuhu/store'
import { asServiceRole, type Teardown, testDatabase, testRole } from '@wuhu/test-support'
import type { Step } from './scenario.ts'

// biome-ignore lint/suspicious/noExplicitAny: machines of every kind, told apart by their names
export type AnyDecider = Decider<any, any, any>

export interface ClockedService {
  readonly name: string
  readonly schema: string
  readonly migrations: MigrateOptions['migrations']
  readonly views: readonly View<DeadlineTables>[]
  readonly machines: Readonly<Record<string, AnyDecider>>
  readonly resolve: Resolve<DeadlineTables>
  /** What the service keeps of other services' events, for its clocks to look at. */
  readonly hears?: Pick<View<DeadlineTables>, 'apply'>
}

/** Each service has tables of its own beside those of the engine, which is all that this world knows of. */
export const defineService = <DB extends DeadlineTables>(
  service: Omit<ClockedService, 'views' | 'resolve' | 'hears'> & {
    readonly views: readonly View<DB & StoreTables>[]
    readonly resolve: Resolve<DB>
    readonly hears?: Pick<View<DB & StoreTables>, 'apply'>
  }
): ClockedService => service as unknown as ClockedService

/** Aggregates of one scene, each of its own, on a case of its own. */
export interface Scene {
  readonly caseNumber: string
  /** The stream of the aggregate of that kind: `clue/<id>`. */
  streamOf(kind: string): string
  /** Plays the steps at that instant, and lets the service's clocks hear of them. */
  play(steps: readonly Step[], at: string): Promise<void>
  /** Events of the clocks of a rule on that kind, in their order. */
  told(rule: string, kind: string): Promise<Envelope<Record<string, unknown>>[]>
  /** The clocks of a rule on that kind as they are, in the order in which they started. */
  rows(rule: string, kind: string): Promise<{ status: string; due_at: Date | null; holder: string }[]>
}

/** A service's own tables on a real Postgres, its own machines, the real engine, and a clock in the test's hands. */
export async function createClockWorld(t: Teardown, service: ClockedService) {
  const { name, schema, migrations, machines, resolve, hears } = service
  const { url } = await testDatabase(t)
  const own = await asServiceRole(url)
  await migrate({ databaseUrl: url, schema, migrations, role: testRole })
  const pool = createPool({ url: own, schema, onError: () => undefined })
  const admin = createPool({ url, schema, max: 2, onError: () => undefined })
  t.teardown(() => Promise.all([pool.end(), admin.end()]))
  const store = createStore<DeadlineTables>({ pool, schema, views: service.views })
  let now = '2026-06-01T09:00:00+08:00'
  const log = { info: () => undefined, warn: () => undefined }
  const deadlines = createDeadlines<DeadlineTables>({ store, service: name, now: () => now, resolve, log })
  await registerAgencies(admin)
  let cases = 0
  const types = new Map<string, string>()

  const bring = (events: readonly Envelope[]) =>
    store.transaction(async (tx) => {
      for (const event of events) await hears?.apply(tx.db, event)
      await deadlines.apply(
        tx,
        events.map((event) => ({ event, stream: 'TEST', sequence: 1, body: new Uint8Array(), keys: [event.subject] }))
      )
    })

  const scene = (): Scene => {
    cases += 1
    const caseNumber = `150824-2026-${String(cases).padStart(6, '0')}`
    const ids = new Map<string, string>()
    const idOf = (kind: string) => {
      const id = ids.get(kind) ?? randomUUIDv7()
      ids.set(kind, id)
      return id
    }
    const streamOf = (kind: string) => `${kind}/${idOf(kind)}`
    /** Fixtures name one case and one clue: here each scene has its own. */
    const own = <Value>(value: Value): Value =>
      JSON.parse(
        JSON.stringify(value)
          .replaceAll('150824-2026-000001', caseNumber)
          .replaceAll('0198c0de-0000-7000-8000-000000000001', idOf('clue'))
      )

    const act = async (step: Step): Promise<readonly Envelope[]> => {
      const streamId = streamOf(step.on)
      if ('heard' in step) {
        const data = own(step.data)
        const subject = streamId
        return [heardEvent({ type: `${step.heard}.v1`, subject, caseNumber, data, now, by: step.by })]
      }
      const decider = machines[step.on]
      if (!decider) throw new TypeError(`${name} has no machine ${step.on}`)
      const command = own(step.command) as { do: string; by?: Actor; agency?: string }
      const actor = { agency: command.by?.agency ?? command.agency ?? 'amr' }
      const { events } = await store.transaction((tx) =>
        execute(tx as never, {
          decider,
          streamId,
          command,
          context: { service: name, actor, now, correlationId: 'test' },
          describe: () => ({ caseNumber, audience: [{ agency: actor.agency, ground: 'publisher' }] })
        })
      )
      if (events.length === 0) throw new Error(`${step.on} ${command.do} decided nothing`)
      return events
    }

    return {
      caseNumber,
      streamOf,
      async play(steps, at) {
        now = at
        for (const step of steps) {
          const events = await act(step)
          for (const { id, type } of events) types.set(id, type.replace('.v1', ''))
          await bring(events)
        }
      },
      async told(rule, kind) {
        const { rows } = await admin.query<{ body: Buffer }>(
          `select body from events where stream_id in (select 'deadline/' || id from deadlines where rule = $1 and subject = $2)
           order by seq`,
          [rule, streamOf(kind)]
        )
        return rows.map(({ body }) => JSON.parse(body.toString('utf8')))
      },
      async rows(rule, kind) {
        const { rows } = await admin.query(
          'select status, due_at, holder from deadlines where rule = $1 and subject = $2 order by id',
          [rule, streamOf(kind)]
        )
        return rows
      }
    }
  }

  return {
    scene,
    /** Lets time pass until then. @returns how many warnings and breaches fired */
    async until(instant: string): Promise<number> {
      now = instant
      return await deadlines.runDue()
    },
    /** Events that the service's clocks went by, of a rule: those that started them, and those that met them. */
    async heardBy(rule: string) {
      const { rows } = await admin.query<{ body: Buffer }>(
        `select body from events where type in ('deadline.set.v1', 'deadline.met.v1')
           and stream_id in (select 'deadline/' || id from deadlines where rule = $1)`,
        [rule]
      )
      const data = rows.map(({ body }) => JSON.parse(body.toString('utf8')).data)
      const of = (field: string) => [...new Set(data.flatMap((one) => types.get(one[field]) ?? []))].sort()
      return { started: of('startedBy'), met: of('metBy') }
    }
  }
}

interface HeardEvent {
  readonly type: string
  readonly subject: string
  readonly caseNumber: string
  readonly data: unknown
  readonly now: string
  readonly by: string
}

const heardEvent = ({ type, subject, caseNumber, data, now, by }: HeardEvent): Envelope =>
  createEnvelope({
    id: randomUUIDv7(),
    service: 'info-sharing',
    ...{ type, subject, caseNumber, data },
    time: now,
    version: 9,
    actor: { agency: by },
    marking: 'work',
    audience: [{ agency: by, ground: 'publisher' }],
    correlationId: 'test'
  })

/** The directory: amr runs the office; court and procuratorate are never assessed. */
async function registerAgencies(admin: { query(text: string, values: unknown[]): Promise<unknown> }): Promise<void> {
  for (const code of ['amr', 'psb', 'procuratorate', 'court', 'justice', 'tax', 'science', 'railway-psb', 'city-amr']) {
    const assessable = code !== 'court' && code !== 'procuratorate'
    await admin.query(
      `insert into directory_agencies (code, name, office, core, membership, assessable, registered_at)
       values ($1, $1, $2, true, '["conference"]', $3, now())`,
      [code, code === 'amr', assessable]
    )
  }
}
