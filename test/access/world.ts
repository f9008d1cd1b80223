import { createKeyPair, mintToken } from '@wuhu/access'
import type { Role } from '@wuhu/contracts'
import { until } from '@wuhu/test-support'
import { serviceOf } from '../stack/client.ts'
import type { TestStack } from '../stack/start-stack.ts'
import { columns } from './matrix.ts'

/** What a caller of any role and agency got. */
export interface Got {
  readonly status: number
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape, and assert what they read
  readonly body: any
}

/** Calls as any role of any agency; keys and officers are registered as they are needed. */
export interface Cast {
  token(agency: string, role: Role): Promise<string>
  ask(agency: string, role: Role, method: string, path: string, body?: unknown): Promise<Got>
}

/** Roles that act by a key of their own; the others are officers who come by the console. */
const byKey: readonly Role[] = ['agency-system', 'system-admin', 'security-admin', 'audit-admin', 'console']

/** An officer attests for itself; an agency's system names one of its officers. */
const attestation = (role: Role) => ({
  'wuhu-attestation': `no-state-secret; by=${byKey.includes(role) ? 'p-001' : role}`
})

/**
 * A caller for every role in every named agency. Officers of the office exist in the office alone: elsewhere the
 * directory refuses to grant the role.
 */
export async function createCast(stack: TestStack, agencies: readonly string[]): Promise<Cast> {
  const must = async (path: string, body: object) => {
    const answer = await stack.call('amr', 'POST', path, body, { role: 'security-admin' })
    if (answer.status >= 300) throw new Error(`POST ${path}: ${answer.status} ${answer.text}`)
  }
  const seeds = new Map<string, string>()
  const desk = createKeyPair()
  await must('/v1/agencies/amr/keys', { publicKey: desk.kid, role: 'console' })
  const office = 'amr'
  for (const agency of agencies) {
    for (const role of columns) {
      if (byKey.includes(role)) {
        const pair = createKeyPair()
        seeds.set(`${agency} ${role}`, pair.seed)
        await must(`/v1/agencies/${agency}/keys`, { publicKey: pair.kid, role })
      } else if (agency === office || !role.startsWith('office-')) {
        await must(`/v1/agencies/${agency}/officers/${role}/roles`, { role, name: '某某' })
      }
    }
  }
  const token: Cast['token'] = async (agency, role) => {
    const seed = seeds.get(`${agency} ${role}`)
    if (seed) return await mintToken({ seed, agency })
    return await mintToken({ seed: desk.seed, agency: office, officer: { agency, person: role } })
  }
  const cast: Cast = {
    token,
    async ask(agency, role, method, path, body) {
      const headers: Record<string, string> = {
        ...attestation(role),
        authorization: `Bearer ${await token(agency, role)}`
      }
      if (body !== undefined) headers['content-type'] = 'application/json'
      const response = await fetch(`${stack.urls[serviceOf(path)]}${path}`, {
        method,
        headers,
        signal: AbortSignal.timeout(10_000),
        ...(body !== undefined && { body: JSON.stringify(body) })
      })
      // An event stream does not end: its first words are enough.
      if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
        await response.body?.cancel()
        return { status: response.status, text: '', body: undefined }
      }
      const text = await response.text()
      return { status: response.status, text, body: parsed(text) }
    }
  }
  const last = agencies.at(-1) ?? office
  for (const path of ['/v1/clues', '/v1/assistances', '/v1/mailbox?limit=1']) {
    const known = async () => (await cast.ask(last, 'liaison', 'GET', path)).status === 200
    await until(known, { within: 10_000, what: `the cast known to ${serviceOf(path)}` })
  }
  await until(async () => (await cast.ask(last, 'audit-admin', 'GET', '/v1/gaps')).status === 200, { within: 10_000 })
  return cast
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
