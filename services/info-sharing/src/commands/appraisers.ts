import { randomUUIDv7 } from 'node:crypto'
import { Type } from '@sinclair/typebox'
import { appraiserRegistered, Text, UuidV7 } from '@wuhu/contracts'
import { type CommandDefinition, defineCommand } from '@wuhu/host'
import { appraiser } from '../domain/appraiser.ts'
import { answer, by, type Deps } from './context.ts'
import { onPool } from './pool.ts'

const strict = { additionalProperties: false }
const params = Type.Object({ id: UuidV7('鉴定机构标识') }, strict)
const shape = { action: 'expert.change', tag: 'appraisers', intake: true, answer } as const
const optionally = Type.Optional(by)
const entryFields = appraiserRegistered.data.properties

/** What the office does to the register of appraisal institutions 鉴定机构资源. */
export function appraiserCommands(deps: Deps): CommandDefinition[] {
  const register = defineCommand({
    ...shape,
    name: 'appraiser.register',
    path: '/v1/appraisers',
    status: 201,
    title: { zh: '鉴定机构入库', en: 'Register an appraiser' },
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
        ...(await onPool(deps, call, { kind: 'appraiser', id, decider: appraiser, command })),
        location: '/v1/appraisers'
      }
    }
  })

  const update = defineCommand({
    ...shape,
    name: 'appraiser.update',
    path: '/v1/appraisers/:id/update',
    title: { zh: '更新鉴定机构信息', en: 'Update an appraiser' },
    description: { zh: '以所给信息取代原有信息。', en: 'What is given takes the place of what was there.' },
    params,
    body: Type.Object({ ...entryFields, by: optionally }, strict),
    execute(call) {
      const { by: _by, ...entry } = call.body
      const command = (who: Who) => ({ do: 'update' as const, ...who, entry })
      return onPool(deps, call, { kind: 'appraiser', id: call.params.id, decider: appraiser, command })
    }
  })

  const remove = defineCommand({
    ...shape,
    name: 'appraiser.remove',
    path: '/v1/appraisers/:id/remove',
    title: { zh: '鉴定机构出库', en: 'Remove an appraiser' },
    params,
    body: Type.Object({ reason: Text(1000, '出库原因'), by: optionally }, strict),
    execute(call) {
      const command = (who: Who) => ({ do: 'remove' as const, ...who, reason: call.body.reason })
      return onPool(deps, call, { kind: 'appraiser', id: call.params.id, decider: appraiser, command })
    }
  })

  return [register, update, remove]
}

type Who = Parameters<Parameters<typeof onPool>[2]['command']>[0]
