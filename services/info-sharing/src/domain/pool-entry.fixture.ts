import type { AppraiserEvent, ExpertEvent } from '@wuhu/contracts'
import type { PoolCommand, PoolEntry } from './pool-entry.ts'

export const now = '2026-06-01T09:00:00+08:00'
const office = { by: { agency: 'amr', person: 'a-1', role: 'office-staff' }, offices: ['amr'] }

const entry: PoolEntry<'expert'> = {
  name: '钱学敏',
  fields: ['生物育种', '计算机软件'],
  employer: '内蒙古大学',
  conflicts: [{ company: '某某生物科技有限公司', relation: '曾任技术顾问' }],
  phone: '13800001234',
  validUntil: '2027-12-31'
}
const institution: PoolEntry<'appraiser'> = {
  name: '某某司法鉴定中心',
  fields: ['计算机软件'],
  validUntil: '2026-06-01'
}

/** One good command of each kind, and what it says happened. */
export const expertCommands = {
  register: { do: 'register', ...office, entry },
  update: { do: 'update', ...office, entry: { ...entry, fields: ['生物育种'] } },
  remove: { do: 'remove', ...office, reason: '聘期届满' }
} satisfies Record<string, PoolCommand<'expert'>>
export const expertEvents = {
  registered: { type: 'expert.registered.v1', data: entry },
  updated: { type: 'expert.updated.v1', data: expertCommands.update.entry },
  removed: { type: 'expert.removed.v1', data: { reason: '聘期届满' } }
} satisfies Record<string, ExpertEvent>

export const appraiserCommands = {
  register: { do: 'register', ...office, entry: institution },
  update: { do: 'update', ...office, entry: { ...institution, licence: '150824001' } },
  remove: { do: 'remove', ...office, reason: '许可注销' }
} satisfies Record<string, PoolCommand<'appraiser'>>
export const appraiserEvents = {
  registered: { type: 'appraiser.registered.v1', data: institution },
  updated: { type: 'appraiser.updated.v1', data: appraiserCommands.update.entry },
  removed: { type: 'appraiser.removed.v1', data: { reason: '许可注销' } }
} satisfies Record<string, AppraiserEvent>
