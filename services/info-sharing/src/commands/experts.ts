import { randomUUIDv7 } from 'node:crypto'
import { Type } from '@sinclair/typebox'
import { expertRegistered, Text, UuidV7 } from '@wuhu/contracts'
import { type CommandDefinition, defineCommand } from '@wuhu/host'
import { expert } from '../domain/expert.ts'
import { answer, by, type Deps } from './context.ts'
import { onPool } from './pool.ts'

const strict = { additionalProperties: false }
const params = Type.Object({ id: UuidV7('专家标识') }, strict)
const shape = { action: 'expert.change', tag: 'experts', intake: true, answer } as const
const optionally = Type.Optional(by)
const entryFields = expertRegistered.data.properties

/** What the office does to the pool of experts 专家人才库. */
export function expertCommands(deps: Deps): CommandDefinition[] {
  const register = defineCommand({
    ...shape,
    name: 'expert.register',
    path: '/v1/experts',
    status: 201,
    title: { zh: '专家入库', en: 'Register an expert' },
    description: {
      zh: '须由办公室主任或者工作人员办理。已知利害关系用于回避审查。',
      en: 'By the head or staff of the office. Known conflicts are what conflicts of interest are checked against.'
    },
    body: Type.Object({ ...entryFields, by: optionally }, strict),
    async execute(call) {
      const { by: _by, ...entry } = call.body
      const id = randomUUIDv7()
      const command = (who: Who) => ({ do: 'register' as const, ...who, entry })
      return {
        ...(await onPool(deps, call, { kind: 'expert', id, decider: expert, command })),
        location: '/v1/experts'
      }
    }
  })

  const update = defineCommand({
    ...shape,
    name: 'expert.update',
    path: '/v1/experts/:id/update',
    title: { zh: '更新专家信息', en: 'Update an expert' },
    description: { zh: '以所给信息取代原有信息。', en: 'What is given takes the place of what was there.' },
    params,
    body: Type.Object({ ...entryFields, by: optionally }, strict),
    execute(call) {
      const { by: _by, ...entry } = call.body
      const command = (who: Who) => ({ do: 'update' as const, ...who, entry })
      return onPool(deps, call, { kind: 'expert', id: call.params.id, decider: expert, command })
    }
  })

  const remove = defineCommand({
    ...shape,
    name: 'expert.remove',
    path: '/v1/experts/:id/remove',
    title: { zh: '专家出库', en: 'Remove an expert' },
    params,
    body: Type.Object({ reason: Text(1000, '出库原因'), by: optionally }, strict),
    execute(call) {
      const command = (who: Who) => ({ do: 'remove' as const, ...who, reason: call.body.reason })
      return onPool(deps, call, { kind: 'expert', id: call.params.id, decider: expert, command })
    }
  })

  return [register, update, remove]
}

type Who = Parameters<Parameters<typeof onPool>[2]['command']>[0]
