import { randomUUIDv7 } from 'node:crypto'
import { type TProperties, Type } from '@sinclair/typebox'
import { Forbidden } from '@wuhu/access'
import { appraiserRegistered, expertRegistered, Text, type Title, UuidV7 } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'
import { type Call, type CommandDefinition, defineCommand, NotFound } from '@wuhu/host'
import { execute } from '@wuhu/store'
import {
  appraiser,
  expert,
  type PoolCommand,
  type PoolEntry,
  type PoolEvent,
  type PoolKind,
  type PoolState
} from '../domain/pool-entry.ts'
import { poolAudience } from '../domain/pool-guards.ts'
import { answer, answerOf, by, contextOf, type Deps, offices, type Tx } from './context.ts'

const strict = { additionalProperties: false }
const optionally = Type.Optional(by)

/** What the office does to the pool of experts 专家人才库 and the register of appraisal institutions 鉴定机构资源. */
export function poolCommands(deps: Deps): CommandDefinition[] {
  return [
    ...commandsOn(deps, {
      ...{ kind: 'expert', decider: expert, fields: expertRegistered.data.properties, id: '专家标识' },
      register: { zh: '专家入库', en: 'Register an expert' },
      update: { zh: '更新专家信息', en: 'Update an expert' },
      remove: { zh: '专家出库', en: 'Remove an expert' }
    }),
    ...commandsOn(deps, {
      ...{ kind: 'appraiser', decider: appraiser, fields: appraiserRegistered.data.properties, id: '鉴定机构标识' },
      register: { zh: '鉴定机构入库', en: 'Register an appraiser' },
      update: { zh: '更新鉴定机构信息', en: 'Update an appraiser' },
      remove: { zh: '鉴定机构出库', en: 'Remove an appraiser' }
    })
  ]
}

interface Register<Kind extends PoolKind> {
  readonly kind: Kind
  readonly decider: Decider<PoolState<Kind>, PoolCommand<Kind>, PoolEvent<Kind>>
  /** Of an entry, in the body of a command. */
  readonly fields: TProperties
  readonly id: string
  readonly register: Title
  readonly update: Title
  readonly remove: Title
}

function commandsOn<Kind extends PoolKind>(deps: Deps, register: Register<Kind>): CommandDefinition[] {
  const { kind, fields } = register
  const path = `/v1/${kind}s`
  const shape = { action: 'expert.change', tag: `${kind}s`, intake: true, answer } as const
  const params = Type.Object({ id: UuidV7(register.id) }, strict)
  const entryBody = Type.Object({ ...fields, by: optionally }, strict)
  const entryIn = ({ body: { by: _by, ...entry } }: { body: { by?: unknown } }) => entry as PoolEntry<Kind>

  return [
    defineCommand({
      ...shape,
      name: `${kind}.register`,
      path,
      status: 201,
      title: register.register,
      description: {
        zh: '须由办公室主任或者工作人员办理。已知利害关系用于回避审查。',
        en: 'By the head or staff of the office. Known conflicts are what conflicts of interest are checked against.'
      },
      body: entryBody,
      async execute(call) {
        const command = { do: 'register', entry: entryIn(call) } as const
        return { ...(await onPool(deps, call, register, randomUUIDv7(), command)), location: path }
      }
    }),
    defineCommand({
      ...shape,
      name: `${kind}.update`,
      path: `${path}/:id/update`,
      title: register.update,
      description: { zh: '以所给信息取代原有信息。', en: 'What is given takes the place of what was there.' },
      params,
      body: entryBody,
      execute: (call) => onPool(deps, call, register, call.params.id, { do: 'update', entry: entryIn(call) })
    }),
    defineCommand({
      ...shape,
      name: `${kind}.remove`,
      path: `${path}/:id/remove`,
      title: register.remove,
      params,
      body: Type.Object({ reason: Text(1000, '出库原因'), by: optionally }, strict),
      execute: (call) => onPool(deps, call, register, call.params.id, { do: 'remove', reason: call.body.reason })
    })
  ]
}

type Asked<Kind extends PoolKind> =
  | { readonly do: 'register' | 'update'; readonly entry: PoolEntry<Kind> }
  | { readonly do: 'remove'; readonly reason: string }

/**
 * Gives a command to an entry of the pool, once.
 * @throws Forbidden for agencies that do not run the office, NotFound, Refusal
 */
async function onPool<Kind extends PoolKind>(
  { store, now }: Deps,
  call: Call<unknown, unknown>,
  { kind, decider }: Pick<Register<Kind>, 'kind' | 'decider'>,
  id: string,
  asked: Asked<Kind>
) {
  try {
    const done = await store.once(call, async (tx) => {
      const keepers = await offices(tx)
      if (!keepers.includes(call.caller.agency)) throw new Forbidden('only the office keeps the pool')
      const core = await coreAgencies(tx)
      const executed = await execute(tx, {
        decider,
        streamId: `${kind}/${id}`,
        command: { ...asked, by: call.actor, offices: keepers },
        expectedVersion: call.expectedVersion,
        context: contextOf(call, now()),
        describe: () => ({ audience: poolAudience(call.caller.agency, keepers, core) })
      })
      return answerOf(id, executed)
    })
    return { body: done.answer, version: done.answer.version, replayed: done.replayed }
  } catch (error) {
    if (error instanceof Refusal && error.code === `${kind}.unknown`) throw new NotFound(error.code, error.message)
    throw error
  }
}

async function coreAgencies(tx: Pick<Tx, 'db'>): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('directory_agencies')
    .select('code')
    .where('core', '=', true)
    .orderBy('code')
    .execute()
  return rows.map(({ code }) => code)
}
