import { randomUUID } from 'node:crypto'
import { until } from '@wuhu/test-support'
import { type CallOptions, serviceOf } from '../../stack/client.ts'
import { type Mail, readMail } from '../../stack/mailboxes.ts'
import { settled } from '../../stack/settled.ts'
import type { TestStack } from '../../stack/start-stack.ts'

/** An answer's body. */
// biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape, and assert what they read
type Body = any

/** A deadline as GET /v1/deadlines lists it, as far as scenarios look at it. */
export interface Clock {
  readonly rule: string
  readonly of: string
  readonly state: string
  readonly holder: string
  readonly dueAt?: string
}

/** The agencies of a stack, as the scenarios let them act. */
export interface Cast {
  readonly stack: TestStack
  /** A command in the name of an officer of that role. @throws Error unless it is done */
  readonly act: (agency: string, role: string, path: string, body?: object) => Promise<Body>
  /** The code of the problem that a command is refused with. @throws Error when it is done */
  readonly refused: (agency: string, role: string, path: string, body?: object) => Promise<string>
  /** @throws Error unless it is answered 200 */
  readonly read: (agency: string, path: string, options?: CallOptions) => Promise<Body>
  /** Waits for a deadline of a rule on a thing to be in a state, as an agency sees it. */
  readonly clock: (agency: string, of: string, rule: string, state: string) => Promise<Clock>
  /** Waits for something that the agency sent to be in a state, as GET /v1/sent tells it. */
  readonly sent: (agency: string, id: string, state: string) => Promise<Body>
  /** What an agency received of the types, about a case; waits until everything is delivered. */
  readonly mail: (agency: string, about: { readonly case?: string; readonly of?: string }) => Promise<readonly Mail[]>
  /** Size of a document in both forms. @throws Error unless they are what they say */
  readonly document: (agency: string, path: string, options?: CallOptions) => Promise<{ docx: number; pdf: number }>
}

/** What one service must hear of another first. */
const onTheWay = /^case\.unknown$|\.open-(transfer|assistance|consultation)$|\.unknown$/
const patience = 30_000

/** The service that owns what a path is about, by its first part; for /v1/deadlines, which each service has. */
const owners: Readonly<Record<string, 'info-sharing' | 'joint-investigation' | 'audit'>> = {
  clue: 'info-sharing',
  assistance: 'joint-investigation',
  consultation: 'joint-investigation',
  transfer: 'joint-investigation',
  supervision: 'audit',
  suggestion: 'audit',
  task: 'audit'
}

/** Lets the agencies of a stack act and read. */
export function createCast(stack: TestStack): Cast {
  const send = async (agency: string, role: string, path: string, body: object) => {
    const headers = { 'idempotency-key': randomUUID() }
    const by = { person: `${agency}-${role}`, role }
    for (const end = performance.now() + patience; ; ) {
      const answer = await stack.call(agency, 'POST', path, { by, ...body }, { headers })
      if (answer.status < 400 || !onTheWay.test(answer.body?.code ?? '') || performance.now() > end) return answer
    }
  }
  const read: Cast['read'] = async (agency, path, options) => {
    const answer = await stack.call(agency, 'GET', path, undefined, options)
    if (answer.status !== 200) throw new Error(`${agency} GET ${path}: ${answer.status} ${answer.text}`)
    return answer.body
  }
  return {
    stack,
    read,
    async act(agency, role, path, body = {}) {
      const answer = await send(agency, role, path, body)
      if (answer.status < 300) return answer.body
      throw new Error(`${agency} ${role} POST ${path}: ${answer.status} ${answer.text}`)
    },
    async refused(agency, role, path, body = {}) {
      const by = { person: `${agency}-${role}`, role }
      const answer = await stack.call(agency, 'POST', path, { by, ...body })
      if (answer.status < 400) throw new Error(`${agency} ${role} POST ${path} was done: ${answer.text}`)
      return String(answer.body?.code)
    },
    async clock(agency, of, rule, state) {
      const service = owners[of.split('/')[0] ?? ''] ?? 'info-sharing'
      const path = `/v1/deadlines?of=${encodeURIComponent(of)}&rule=${rule}&limit=50`
      return await until(
        async () => {
          const { items } = (await read(agency, path, { service })) as { items: Clock[] }
          return items.find((one) => one.state === state)
        },
        { within: patience, what: `${rule} of ${of} ${state}` }
      )
    },
    async sent(agency, id, state) {
      const find = async () => {
        const { items } = (await read(agency, '/v1/sent?limit=200')) as {
          items: { id: string; state: { code: string } }[]
        }
        return items.find((one) => one.id === id && one.state.code === state)
      }
      return await until(find, { within: patience, what: `${agency} sees that ${id} is ${state}` })
    },
    async mail(agency, about) {
      await settled(stack)
      const { mails } = await readMail(stack, agency, 0)
      return mails.filter(
        ({ event }) =>
          (about.case === undefined || event.casenumber === about.case) &&
          (about.of === undefined || event.subject === about.of)
      )
    },
    async document(agency, path, options) {
      const sizes: number[] = []
      for (const [format, magic] of Object.entries({ docx: 'PK', pdf: '%PDF-' })) {
        const bytes = await bytesOf(stack, agency, `${path}?format=${format}`, options)
        if (bytes.subarray(0, magic.length).toString('latin1') !== magic) {
          throw new Error(`${path} is no ${format}: ${bytes.subarray(0, 200).toString('utf8')}`)
        }
        sizes.push(bytes.length)
      }
      const [docx = 0, pdf = 0] = sizes
      return { docx, pdf }
    }
  }
}

async function bytesOf(stack: TestStack, agency: string, path: string, options?: CallOptions): Promise<Buffer> {
  const url = stack.urls[options?.service ?? serviceOf(path)]
  const headers = { authorization: `Bearer ${await stack.token(agency)}` }
  const response = await fetch(`${url}${path}`, { headers })
  if (response.status !== 200) throw new Error(`${agency} GET ${path}: ${response.status} ${await response.text()}`)
  return Buffer.from(await response.arrayBuffer())
}

/** The types of events without version. */
export const types = (mails: readonly Mail[]): string[] => mails.map(({ event }) => event.type.replace(/\.v\d+$/, ''))
