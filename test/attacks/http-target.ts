import { readFile } from 'node:fs/promises'
import { createKeyPair, mintToken } from '@wuhu/access'
import type { OfficerRole } from '@wuhu/contracts'
import { allServices, type ServiceName } from '@wuhu/infra/stack-options'
import { until } from '@wuhu/test-support'
import type { Test } from 'tap'
import { createCounter, type Stored } from '../bad-input/stored.ts'
import { settled } from '../stack/settled.ts'
import { startStack, type TestStack } from '../stack/start-stack.ts'

/** One line of a service's log about a request. */
export interface Answered {
  readonly text: string
  readonly msg: string
  readonly requestId?: string
  readonly route?: string
  readonly status?: number
  readonly code?: string
  readonly agency?: string
  readonly person?: string
  readonly decision?: string
  readonly address?: string
  readonly ms?: number
}

interface Key {
  readonly kid: string
  readonly seed: string
}

/** The stack that is attacked, and what an attacker may have in hand. */
export interface Target {
  readonly stack: TestStack
  /** Rows that a refused request must not add to. */
  readonly count: () => Promise<Stored>
  /** Every line that a service logged until now. */
  readonly log: (service: ServiceName) => Promise<Answered[]>
  /** A further key of an agency, known to every service. */
  readonly addKey: (agency: string) => Promise<Key>
  readonly revokeKey: (agency: string, kid: string) => Promise<void>
  /** Of psb: p-017, handler. */
  readonly officer: { readonly agency: string; readonly person: string }
  readonly changeRole: (change: 'grant' | 'revoke', role: OfficerRole, agency: string, person: string) => Promise<void>
  /** As the console would mint it. */
  readonly officerToken: (agency: string, person: string, role?: string) => Promise<string>
}

/** Starts all five services with an officer in the directory. */
export async function createTarget(t: Test): Promise<Target> {
  const stack = await startStack(t, { only: allServices })
  const counter = await createCounter(stack.databaseUrl)
  t.teardown(counter.close)
  const must = async (path: string, body: object) => {
    const answer = await stack.call('amr', 'POST', path, body, { role: 'security-admin' })
    if (answer.status >= 300) throw new Error(`POST ${path}: ${answer.status} ${answer.text}`)
  }
  const officer = { agency: 'psb', person: 'p-017' }
  const desk = await stack.seed('amr', 'console')
  const officerToken: Target['officerToken'] = (agency, person, role) =>
    mintToken({ seed: desk, agency: 'amr', officer: { agency, person, ...(role !== undefined && { role }) } })
  const changeRole: Target['changeRole'] = (change, role, agency, person) => {
    const path = `/v1/agencies/${agency}/officers/${person}/roles`
    return must(
      change === 'grant' ? path : `${path}/${role}/revoke`,
      change === 'grant' ? { role } : { reason: '调离' }
    )
  }
  const statusWith = async (service: ServiceName, path: string, token: string) =>
    (await fetch(`${stack.urls[service]}${path}`, { headers: { authorization: `Bearer ${token}` } })).status
  const readings = [
    ['info-sharing', '/v1/agencies'],
    ['joint-investigation', '/v1/assistances'],
    ['notifications', '/v1/mailbox?limit=1']
  ] as const
  const known = async (token: () => Promise<string>) => {
    for (const [service, path] of readings) {
      const what = `${service} knows the caller`
      await until(async () => (await statusWith(service, path, await token())) === 200, { what })
    }
  }
  await changeRole('grant', 'handler', officer.agency, officer.person)
  await changeRole('grant', 'secrecy-officer', 'amr', 'p-900')
  await known(() => officerToken(officer.agency, officer.person))
  await settled(stack)
  return {
    ...{ stack, officer, changeRole, officerToken, count: counter.count },
    async log(service) {
      const text = await readFile(stack.services[service].logFile(), 'utf8')
      const lines = text.split('\n').filter((line) => line.startsWith('{'))
      return lines.map((line) => ({ ...(JSON.parse(line) as Omit<Answered, 'text'>), text: line }))
    },
    async addKey(agency) {
      const pair = createKeyPair()
      await must(`/v1/agencies/${agency}/keys`, { publicKey: pair.kid, role: 'agency-system' })
      await known(() => mintToken({ seed: pair.seed, agency }))
      return pair
    },
    revokeKey: (agency, kid) => must(`/v1/agencies/${agency}/keys/${kid}/revoke`, { reason: '遗失' })
  }
}
