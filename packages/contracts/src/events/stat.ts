import { assessScored } from './assess/scored.ts'
import { statSnapshotTaken } from './stat/snapshot-taken.ts'
import { workCommended } from './work/commended.ts'

export { figureCell, figureKind, figureManifest, Month } from './stat/fields.ts'
export { assessScored, statSnapshotTaken, workCommended }

/** 统计、考核、激励: figures counted from events, and what is made of them. */
export const statEvents = [statSnapshotTaken, assessScored, workCommended] as const
