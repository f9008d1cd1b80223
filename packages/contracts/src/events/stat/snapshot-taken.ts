import { Type } from '@sinclair/typebox'
import { defineEvent } from '../../define-event.ts'
import { open } from '../../sensitivity.ts'
import { figureCell, figureKind, figureManifest, Month } from './fields.ts'

/** Figures of a month as the log had them, with what is needed to count them again. */
export const statSnapshotTaken = defineEvent({
  type: 'stat.snapshot-taken.v1',
  owner: 'audit',
  mutual: 'promotion',
  title: { zh: '统计快照', en: 'Snapshot of figures taken' },
  data: {
    kind: open(figureKind),
    month: open(Month()),
    figures: open(Type.Array(figureCell, { maxItems: 1000, description: '各单位、各类别的计数' })),
    manifest: open(figureManifest)
  }
})
