import { type Static, Type } from '@sinclair/typebox'
import { authorise, Forbidden, isKeyId, loadKey } from '@wuhu/access'
import { AgencyCode, agencyRegistered, audienceOf, beijingTime, Instant, KeyId, keyRole, Text } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { type CommandDefinition, defineCommand, NotFound, Problem } from '@wuhu/host'
import { type Context, type Executed, execute } from '@wuhu/store'
import { type AgencyCommand, type AgencyState, agency } from '../domain/agency.ts'
import { agencyExists, answer, answerOf, by, contextOf, type Deps, type Tx } from './context.ts'

const strict = { additionalProperties: false }
const keyFields = {
  publicKey: KeyId('公钥（NKey，U 开头）'),
  role: keyRole,
  validFrom: Type.Optional(Instant('生效时间，默认为现在')),
  validUntil: Type.Optional(Instant('失效时间'))
}
const key = Type.Object(keyFields, strict)
const { membership } = agencyRegistered.data.properties
const optionally = Type.Optional(by)

/** The audience of the directory's events: whoever changed it, and the agency that it is about. */
const describe =
  (publisher: string) =>
  (_event: unknown, { code }: AgencyState) => ({
    audience: audienceOf({ agency: publisher, ground: 'publisher' }, { agency: code, ground: 'addressee' })
  })

/** Commands that change the directory 单位名录. */
export function agencyCommands({ store, now }: Deps): CommandDefinition[] {
  const register = defineCommand({
    name: 'agency.register',
    path: '/v1/agencies',
    action: 'directory.change',
    tag: 'agencies',
    status: 201,
    title: { zh: '登记单位', en: 'Register an agency' },
    body: Type.Object(
      {
        code: AgencyCode({ minLength: 2 }),
        name: Text(64, '单位名称'),
        office: Type.Optional(Type.Boolean({ description: '是否设联席会议办公室' })),
        core: Type.Optional(Type.Boolean({ description: '是否五互核心单位' })),
        membership: Type.Array(membership.items, {
          maxItems: 2,
          uniqueItems: true,
          description: '联席会议、联动协作机制'
        }),
        assessable: Type.Boolean({ description: '可否督办、考核' }),
        keys: Type.Optional(Type.Array(key, { maxItems: 8, description: '同时登记的公钥' })),
        by: optionally
      },
      strict
    ),
    answer,
    async execute(call) {
      const { code, name, office = false, core = false, membership, assessable, keys = [] } = call.body
      for (const [index, { publicKey }] of keys.entries()) assertKeyId(publicKey, `/keys/${index}/publicKey`)
      const done = await store.once(call, async (tx) => {
        const context = contextOf(call, now())
        const change = changing(tx, code, context)
        let executed = await change({ do: 'register', code, name, office, core, membership, assessable })
        const events = [...executed.events]
        for (const one of keys) {
          executed = await addKey(tx, change, code, one)
          events.push(...executed.events)
        }
        return answerOf(code, { ...executed, events })
      })
      const { version } = done.answer
      return { body: done.answer, version, location: `/v1/agencies/${code}`, replayed: done.replayed }
    }
  })

  const add = defineCommand({
    name: 'agency.add-key',
    path: '/v1/agencies/:code/keys',
    action: 'directory.change',
    tag: 'agencies',
    status: 201,
    title: { zh: '登记公钥', en: 'Add a key' },
    params: Type.Object({ code: AgencyCode() }, strict),
    body: Type.Object({ ...keyFields, by: optionally }, strict),
    answer,
    async execute(call) {
      const { code } = call.params
      assertKeyId(call.body.publicKey, '/publicKey')
      const done = await store.once(call, async (tx) => {
        await assertAgency(tx, code)
        const change = changing(tx, code, contextOf(call, now()), call.expectedVersion)
        return answerOf(code, await addKey(tx, change, code, call.body))
      })
      return {
        body: done.answer,
        version: done.answer.version,
        location: `/v1/agencies/${code}`,
        replayed: done.replayed
      }
    }
  })

  const rotate = defineCommand({
    name: 'agency.rotate-key',
    path: '/v1/agencies/:code/keys/:kid/rotate',
    action: 'key.rotate',
    tag: 'agencies',
    status: 201,
    title: { zh: '更换公钥', en: 'Rotate a key' },
    description: {
      zh: '新旧公钥在重叠期内同时有效，期满旧公钥自行失效。单位系统可自行更换其公钥。',
      en: "Both keys speak during the overlap; then the old one ends by itself. An agency's system may rotate its own key."
    },
    params: Type.Object({ code: AgencyCode(), kid: KeyId('被更换的公钥') }, strict),
    body: Type.Object(
      {
        publicKey: KeyId('新公钥'),
        overlapHours: Type.Optional(Type.Integer({ minimum: 0, maximum: 720, description: '重叠小时数，默认 24' })),
        validUntil: Type.Optional(Instant('新公钥失效时间')),
        by: optionally
      },
      strict
    ),
    answer,
    async execute(call) {
      const { code, kid } = call.params
      const { publicKey, overlapHours = 24, validUntil } = call.body
      authorise(call.caller, 'key.rotate', { agency: code })
      assertKeyId(publicKey, '/publicKey')
      const done = await store.once(call, async (tx) => {
        await assertAgency(tx, code)
        const known = await loadKey(tx.db, kid)
        if (known?.agency !== code) throw new NotFound('agency.key-unknown', 'the agency has no such key')
        if (call.caller.roles[0] === 'agency-system' && known.role !== 'agency-system') {
          throw new Forbidden("an agency's system rotates its own keys, not those of administrators")
        }
        const instant = now()
        const overlapUntil = beijingTime(new Date(Date.parse(instant) + overlapHours * 3_600_000))
        const change = changing(tx, code, contextOf(call, instant), call.expectedVersion)
        const until = validUntil !== undefined && { validUntil }
        const rotated = { do: 'rotate-key', kid: publicKey, replaces: kid, overlapUntil, ...until } as const
        return answerOf(code, await takingKey(tx, code, publicKey, () => change(rotated)))
      })
      const { version } = done.answer
      return { body: done.answer, version, location: `/v1/agencies/${code}`, replayed: done.replayed }
    }
  })

  const revoke = defineCommand({
    name: 'agency.revoke-key',
    path: '/v1/agencies/:code/keys/:kid/revoke',
    action: 'directory.change',
    tag: 'agencies',
    title: { zh: '吊销公钥', en: 'Revoke a key' },
    params: Type.Object({ code: AgencyCode(), kid: KeyId('公钥') }, strict),
    body: Type.Object({ reason: Text(500, '吊销原因'), by: optionally }, strict),
    answer,
    async execute(call) {
      const { code, kid } = call.params
      const done = await store.once(call, async (tx) => {
        await assertAgency(tx, code)
        const known = await loadKey(tx.db, kid)
        if (known?.agency !== code) throw new NotFound('agency.key-unknown', 'the agency has no such key')
        const change = changing(tx, code, contextOf(call, now()), call.expectedVersion)
        return answerOf(code, await change({ do: 'revoke-key', kid, reason: call.body.reason }))
      })
      return { body: done.answer, version: done.answer.version, replayed: done.replayed }
    }
  })

  return [register, add, rotate, revoke]
}

type Change = (command: AgencyCommand) => Promise<Executed<AgencyState>>

const changing =
  (tx: Tx, code: string, context: Context, expectedVersion?: number): Change =>
  (command) =>
    execute(tx, {
      decider: agency,
      streamId: `agency/${code}`,
      command,
      expectedVersion,
      context,
      describe: describe(context.actor.agency)
    })

async function addKey(tx: Tx, change: Change, code: string, { publicKey, ...rest }: Static<typeof key>) {
  const { role, validFrom, validUntil } = rest
  return await takingKey(tx, code, publicKey, () =>
    change({
      do: 'add-key',
      kid: publicKey,
      role,
      ...(validFrom !== undefined && { validFrom }),
      ...(validUntil !== undefined && { validUntil })
    })
  )
}

/**
 * A key speaks for one agency in one role. The view's row is the lock: of two agencies that register the same key at
 * once, the second waits for the first and then finds the row of the other.
 */
async function takingKey(tx: Tx, code: string, publicKey: string, change: () => Promise<Executed<AgencyState>>) {
  const before = await loadKey(tx.db, publicKey)
  if (before && before.agency !== code) throw new Refusal('agency.key-exists', 'this key is registered')
  const executed = await change()
  const after = await loadKey(tx.db, publicKey)
  if (after?.agency !== code) throw new Refusal('agency.key-exists', 'this key is registered')
  return executed
}

/** `path` is where it stands in the body. @throws Problem 400 */
function assertKeyId(kid: string, path: string): void {
  if (isKeyId(kid)) return
  throw new Problem(400, 'request.invalid', 'the public key fails its checksum', [
    { in: 'body', path, message: '公钥校验和不符', message_en: 'is not the public NKey of a user' }
  ])
}

async function assertAgency(tx: Tx, code: string): Promise<void> {
  if (!(await agencyExists(tx, code))) throw new NotFound('agency.unknown', 'there is no such agency')
}

/** What the first start of an empty directory registers: the office, and the key of its security administrator. */
export interface Bootstrap {
  readonly agency: string
  readonly name: string
  readonly publicKey: string
}

/** Registers the first agency and its security administrator's key; does nothing once the directory has an agency. */
export async function bootstrap({ store, now }: Deps, { agency: code, name, publicKey }: Bootstrap): Promise<boolean> {
  return await store.transaction(async (tx) => {
    const any = await tx.db.selectFrom('directory_agencies').select('code').limit(1).executeTakeFirst()
    if (any) return false
    const context = { service: 'info-sharing', actor: { agency: code }, now: now(), correlationId: 'bootstrap' }
    const change = changing(tx, code, context)
    const membership = ['conference' as const, 'collaboration' as const]
    await change({ do: 'register', code, name, office: true, core: true, membership, assessable: true })
    await change({ do: 'add-key', kid: publicKey, role: 'security-admin' })
    return true
  })
}
