import { emmett } from './emmett.ts'
import { graphileWorker } from './graphile-worker.ts'
import { ours } from './ours.ts'
import { pgBoss } from './pg-boss.ts'
import type { Way } from './way.ts'

export const ways = {
  ours,
  'pg-boss, polling': pgBoss(false),
  'pg-boss, notified': pgBoss(true),
  'graphile-worker': graphileWorker,
  Emmett: emmett
} as const satisfies Record<string, Way>

export type WayName = keyof typeof ways
