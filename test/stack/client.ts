import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mintToken } from '@wuhu/access'
import type { KeyRole } from '@wuhu/contracts'
import type { ServiceName } from '@wuhu/infra/stack-options'

/** What a service answered. `body` is the JSON of `text`; undefined when the answer is not one JSON document. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape, and assert what they read
  readonly body: any
}

export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>
  /** Needed where the path does not tell: /v1/status, /v1/parked, /v1/deadlines. */
  readonly service?: ServiceName
  readonly role?: KeyRole
}

/** Speaks to a running stack as any of its agencies, by the demo keys in its data folder. */
export interface Client {
  /** A fresh bearer token; valid 300 s. */
  readonly token: (agency: string, role?: KeyRole) => Promise<string>
  /** The NKey seed that tokens of that role are signed with. */
  readonly seed: (agency: string, role?: KeyRole) => Promise<string>
  /** One request with a fresh token. A string or Buffer goes out as it is, other bodies as JSON. */
  readonly call: (
    agency: string,
    method: string,
    path: string,
    body?: unknown,
    options?: CallOptions
  ) => Promise<Answer>
}

const prefixes: ReadonlyArray<readonly [string, ServiceName]> = [
  ['/v1/assistances', 'joint-investigation'],
  ['/v1/consultations', 'joint-investigation'],
  ['/v1/transfers', 'joint-investigation'],
  ['/v1/evidence', 'joint-investigation'],
  ['/v1/mailbox', 'notifications'],
  ['/v1/nats-credentials', 'notifications'],
  ['/v1/replay', 'audit'],
  ['/v1/gaps', 'audit'],
  ['/v1/supervisions', 'audit'],
  ['/v1/tasks', 'audit'],
  ['/v1/bulletins', 'audit'],
  ['/v1/suggestions', 'audit'],
  ['/v1/figures', 'audit'],
  ['/v1/accounts', 'console']
]

/** The service that owns a path; what no other owns is info-sharing's. */
export function serviceOf(path: string): ServiceName {
  return prefixes.find(([prefix]) => path.startsWith(prefix))?.[1] ?? 'info-sharing'
}

/** @param options.dataDir the stack's data folder, whose keys/ holds `<agency>.<role>.nk` */
export function createClient(options: {
  readonly urls: Readonly<Record<ServiceName, string>>
  readonly dataDir: string
}): Client {
  const seeds = new Map<string, Promise<string>>()
  const seed = (agency: string, role: KeyRole = 'agency-system') => {
    const name = `${agency}.${role}`
    let found = seeds.get(name)
    if (!found) {
      found = readFile(join(options.dataDir, 'keys', `${name}.nk`), 'utf8').then((text) => text.trim())
      seeds.set(name, found)
    }
    return found
  }
  const token = async (agency: string, role?: KeyRole) => mintToken({ seed: await seed(agency, role), agency })
  const call: Client['call'] = async (agency, method, path, body, more = {}) => {
    const headers: Record<string, string> = { authorization: `Bearer ${await token(agency, more.role)}` }
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (method === 'POST') headers['wuhu-attestation'] = 'no-state-secret; by=p-1'
    const raw = body === undefined || typeof body === 'string' || body instanceof Uint8Array
    const response = await fetch(`${options.urls[more.service ?? serviceOf(path)]}${path}`, {
      method,
      headers: { ...headers, ...more.headers },
      ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) })
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: parsed(text) }
  }
  return { token, seed, call }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
