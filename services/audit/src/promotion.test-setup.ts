import { randomUUIDv7 } from 'node:crypto'
import type { OfficerRole } from '@wuhu/contracts'
import { until } from '@wuhu/test-support'
import { type Teardown, testApp } from './app.test-setup.ts'

export interface Reply {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test reads answers of every shape
  readonly body: any
}

/** An agency's system, speaking for one of its officers. */
export interface Client {
  post(path: string, body?: object, role?: OfficerRole, headers?: Record<string, string>): Promise<Reply>
  get(path: string): Promise<Reply>
}

const agencies = ['amr', 'psb', 'tax', 'justice', 'court', 'procuratorate'] as const
export type Agency = (typeof agencies)[number]

/** A clock that was missed, or met. */
export interface Ended {
  readonly holder: string
  readonly rule?: string
  readonly of?: string
  /** When it was met, or was due. */
  readonly at?: string
  /** When the service that owns it said so; by default then. */
  readonly time?: string
  readonly late?: boolean
  readonly stream?: string
  readonly deadline?: string
  readonly caseNumber?: string
  /** Whether the office is told; by default it is. */
  readonly officeTold?: boolean
}

/** The service with six agencies, of which amr runs the office. */
export async function testPromotion(t: Teardown) {
  const service = await testApp(t)
  const { app, publish, store, addKey, headers } = service
  for (const code of agencies) {
    const assessable = code !== 'court' && code !== 'procuratorate'
    await publish('INFO_SHARING', {
      type: 'agency.registered.v1',
      subject: `agency/${code}`,
      data: {
        ...{ code, name: code, office: code === 'amr', core: true, assessable },
        membership: assessable ? ['conference', 'collaboration'] : ['collaboration']
      },
      audience: [{ agency: code, ground: 'publisher' }]
    })
    await addKey(`${code} system`, code, 'agency-system')
  }
  const known = () => store.db.selectFrom('directory_agencies').select('code').execute()
  await until(async () => (await known()).length === agencies.length, { what: 'the directory' })

  const client = (code: Agency): Client => {
    const ask = async (method: 'GET' | 'POST', url: string, payload?: object, more: Record<string, string> = {}) => {
      const sent = { ...(await headers(`${code} system`)), 'wuhu-attestation': 'no-state-secret; by=p-1', ...more }
      const { statusCode: status, body } = await app.inject({ method, url, headers: sent, ...(payload && { payload }) })
      return { status, body: body === '' ? undefined : JSON.parse(body) }
    }
    return {
      post: (path, body = {}, role, more) =>
        ask('POST', path, { ...body, ...(role && { by: { person: 'p-1', role } }) }, more),
      get: (path) => ask('GET', path)
    }
  }

  /** What the service that owns a thing publishes when a clock of it ended. @returns the deadline's id, and the event's */
  const clockEnded = async (type: 'met' | 'breached', ended: Ended) => {
    const { holder, rule = 'B4', of = `transfer/${randomUUIDv7()}`, late = false, caseNumber } = ended
    const { stream = 'JOINT_INVESTIGATION', deadline = randomUUIDv7() } = ended
    const { at = '2026-05-20T18:00:00+08:00', time = ended.at } = ended
    const data = { rule, of, holder, dueAt: at }
    const sent = {
      type: `deadline.${type}.v1`,
      subject: `deadline/${deadline}`,
      data: type === 'met' ? { ...data, metBy: randomUUIDv7(), metAt: at, late } : { ...data, consequence: '逾期' },
      audience: [
        { agency: holder, ground: 'publisher' as const },
        ...(ended.officeTold === false ? [] : [{ agency: 'amr', ground: 'conference' as const }])
      ],
      ...(time !== undefined && { time }),
      ...(caseNumber !== undefined && { caseNumber })
    }
    // What this service owns it publishes itself.
    const [event] = await (stream === 'AUDIT' ? service.append(sent) : publish(stream, sent))
    if (!event) throw new Error('nothing was published')
    return { deadline, id: event.id }
  }
  /** Waits until every consumer has applied what its stream has. */
  const settled = () =>
    until(
      async () => {
        for (const one of [...service.workers.promoters, ...service.workers.recorders, service.workers.directory]) {
          const { stream, cursor } = one.status()
          if (cursor < (await service.bus.stream(stream).describe()).lastSequence) return false
        }
        return true
      },
      { within: 20_000, what: 'all to be applied' }
    )

  const clients = Object.fromEntries(agencies.map((code) => [code, client(code)])) as Record<Agency, Client>
  return { ...service, ...clients, clockEnded, settled }
}
