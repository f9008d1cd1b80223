import { mintToken } from '@wuhu/access'
import members from './members.json' with { type: 'json' }
import { serviceKeys } from './service-keys.ts'
import { type DemoKey, demoKey } from './stack-secrets.ts'

/** The agency that is the conference's office and registers the others. */
export const officeCode = members.members.find((member) => 'office' in member && member.office)?.code ?? 'amr'

const officeRoles = ['agency-system', 'audit-admin', 'system-admin', 'console']

interface Listing {
  readonly items: ReadonlyArray<{ readonly code: string }>
}

/**
 * Registers the members of members.json with their demo keys. The office itself is in the directory by bootstrap and
 * only gets its further keys. What is registered already is skipped, so repeating it is harmless; a member whose demo
 * key was lost gets a new one.
 * @param options.say is told after each member: how many are done, of how many
 * @returns how many members were new
 * @throws Error with the answer of info-sharing
 */
export async function registerMembers(options: {
  readonly url: string
  readonly dataDir: string
  readonly admin: DemoKey
  readonly say: (done: number, all: number) => void
}): Promise<number> {
  const { dataDir, say } = options
  const call = directoryClient(options)
  const listed = new Set((await call.list()).map((agency) => agency.code))
  let fresh = 0
  for (const [index, member] of members.members.entries()) {
    if (member.code === officeCode) {
      for (const key of await serviceKeys(dataDir)) await call.addKey(member.code, 'service', key, key.validFrom)
      for (const role of officeRoles) await call.addKey(member.code, role, await demoKey(dataDir, member.code, role))
    } else {
      const key = await demoKey(dataDir, member.code, 'agency-system')
      if (!listed.has(member.code)) {
        if ((await call.register(member, key)) === 'done') fresh++
      } else if (key.created) await call.addKey(member.code, 'agency-system', key)
    }
    say(index + 1, members.members.length)
  }
  return fresh
}

function directoryClient({ url, dataDir, admin }: { url: string; dataDir: string; admin: DemoKey }) {
  const send = async (method: 'GET' | 'POST', path: string, headers: Record<string, string>, body?: string) => {
    const token = await mintToken({ seed: admin.seed, agency: officeCode })
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      signal: AbortSignal.timeout(15_000),
      ...(body === undefined ? {} : { body })
    })
    if (response.status === 401) {
      throw new Error(
        '目录不认识本机的密钥：数据库与数据目录不是同一套 · the directory does not know our keys: ' +
          `the database belongs to another data folder than ${dataDir}`
      )
    }
    return response
  }
  const post = async (path: string, idempotencyKey: string, body: object): Promise<'done' | 'already'> => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': idempotencyKey }
    const response = await send('POST', path, headers, JSON.stringify(body))
    if (response.ok) return response.headers.has('idempotency-replayed') ? 'already' : 'done'
    const text = await response.text()
    if (response.status === 409 && /"agency\.(key-)?exists"/.test(text)) return 'already'
    throw new Error(`登记成员失败 · registering a member failed: POST ${path} ${response.status} ${text}`)
  }
  return {
    /** Every agency in the directory. */
    async list(): Promise<Listing['items']> {
      const response = await send('GET', '/v1/agencies', {})
      const text = await response.text()
      if (!response.ok) throw new Error(`读取目录失败 · reading the directory failed: ${response.status} ${text}`)
      return (JSON.parse(text) as Listing).items
    },
    register: (member: (typeof members.members)[number], key: DemoKey) =>
      post('/v1/agencies', `bootstrap-${member.code}-${key.publicKey}`, {
        code: member.code,
        name: member.zh,
        core: member.core === true,
        membership: member.membership,
        assessable: member.assessable,
        keys: [{ publicKey: key.publicKey, role: 'agency-system' }]
      }),
    addKey: (code: string, role: string, key: DemoKey, validFrom?: string) =>
      post(`/v1/agencies/${code}/keys`, `bootstrap-${code}-${key.publicKey}`, {
        publicKey: key.publicKey,
        role,
        ...(validFrom !== undefined && { validFrom })
      })
  }
}
