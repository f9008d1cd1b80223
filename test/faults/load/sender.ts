import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { serviceOf } from '../../stack/client.ts'
import type { TestStack } from '../../stack/start-stack.ts'
import type { Dice } from '../dice.ts'
import type { Fleet } from '../fleet.ts'
import { createPace } from './pace.ts'

/** A command that a service has acknowledged: what it said then must hold for ever. */
export interface Acknowledged {
  readonly agency: string
  readonly path: string
  readonly key: string
  readonly body: object
  readonly answer: Answered
  readonly attempts: number
  /** The answer that arrived was not the first one that was given. */
  readonly replayed: boolean
}

export interface Answered {
  readonly id: string
  readonly version: number
  readonly caseNumber?: string
  readonly events: readonly { readonly id: string; readonly type: string }[]
}

export interface Sender {
  /** Sends a command with one Idempotency-Key until it is acknowledged. @throws Error when it is refused for good */
  readonly send: (agency: string, path: string, body: object) => Promise<Answered>
  readonly get: (agency: string, path: string) => Promise<Response>
  /** The same request again. */
  readonly repeat: (done: Acknowledged) => Promise<{ status: number; replayed: boolean; answer: unknown }>
  readonly acknowledged: Acknowledged[]
  /** Answers that no fault excuses. */
  readonly unexpected: string[]
  readonly failures: () => Readonly<Record<string, number>>
  /** Gives up what is under way. */
  readonly abandon: () => void
}

const attemptTakes = 4_000
const patience = 120_000
const tokenKept = 100_000

export function createSender(options: { stack: TestStack; fleet: Fleet; dice: Dice; perSecond: number }): Sender {
  const { stack, fleet, dice } = options
  const pace = createPace(options.perSecond)
  const acknowledged: Acknowledged[] = []
  const unexpected: string[] = []
  const failures: Record<string, number> = {}
  const ended = new AbortController()
  const tokens = new Map<string, { token: Promise<string>; until: number }>()

  const tokenOf = (agency: string) => {
    const known = tokens.get(agency)
    if (known && known.until > Date.now()) return known.token
    const token = stack.token(agency)
    tokens.set(agency, { token, until: Date.now() + tokenKept })
    return token
  }

  const request = async (agency: string, method: string, path: string, key?: string, body?: object) => {
    const { url } = dice.pick(fleet.of(serviceOf(path)))
    return fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await tokenOf(agency)}`,
        ...(key !== undefined && {
          'content-type': 'application/json',
          'idempotency-key': key,
          'wuhu-attestation': 'no-state-secret; by=p-1'
        })
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.any([ended.signal, AbortSignal.timeout(attemptTakes)])
    })
  }

  const post = async (agency: string, path: string, key: string, body: object) => {
    const response = await request(agency, 'POST', path, key, body)
    const text = await response.text()
    const replayed = response.headers.get('idempotency-replayed') === 'true'
    return { status: response.status, replayed, text, answer: parsed(text) }
  }

  const send = async (agency: string, path: string, body: object) => {
    await pace()
    const key = randomUUID()
    const deadline = performance.now() + patience
    for (let attempts = 1; ; attempts += 1) {
      const said = await post(agency, path, key, body).catch((error: unknown) => ({ failed: kindOf(error) }))
      if ('status' in said && said.status >= 200 && said.status < 300) {
        const answer = said.answer as Answered
        acknowledged.push({ agency, path, key, body, answer, attempts, replayed: said.replayed })
        return answer
      }
      const kind = 'failed' in said ? said.failed : `${said.status} ${(said.answer as { code?: string })?.code ?? ''}`
      failures[kind] = (failures[kind] ?? 0) + 1
      if ('status' in said && !mayPass(said.status, said.answer))
        unexpected.push(`${path}: ${said.status} ${said.text}`)
      if (ended.signal.aborted || performance.now() > deadline)
        throw new Error(`POST ${path} was never acknowledged; last: ${kind}`)
      await pause(Math.min(500, 20 * 2 ** Math.min(attempts, 5)) * (0.5 + dice.next()))
    }
  }

  return {
    send,
    get: (agency, path) => request(agency, 'GET', path),
    async repeat({ agency, path, key, body }) {
      const { status, replayed, answer } = await post(agency, path, key, body)
      return { status, replayed, answer }
    },
    acknowledged,
    unexpected,
    failures: () => failures,
    abandon: () => ended.abort()
  }
}

/** What a caller is told to repeat: the service is short of something, or has not heard yet of what came before. */
function mayPass(status: number, answer: unknown): boolean {
  const code = (answer as { code?: string } | undefined)?.code ?? ''
  return status === 503 || ['idempotency.in-flight', 'case.unknown'].includes(code)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function kindOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } }
  return cause?.code ?? name ?? 'unknown'
}
