import type { EventOf, statSnapshotTaken } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'
import { type Acting, requireOffice } from './acting.ts'

type SnapshotEvent = EventOf<typeof statSnapshotTaken>
export type Snapshot = SnapshotEvent['data']

export type SnapshotState =
  | { readonly status: 'none' }
  /** SHA-256 of the last one. */
  | { readonly status: 'taken'; readonly sha256: string }

export interface SnapshotCommand {
  readonly do: 'take'
  readonly by: Acting
  readonly snapshot: Snapshot
  /** The present month, in Beijing. */
  readonly thisMonth: string
}

/** 统计快照 of one kind and month: taken when the month is over, and again only when the log counts differently. */
export const snapshot: Decider<SnapshotState, SnapshotCommand, SnapshotEvent> = {
  initial: { status: 'none' },
  decide({ by, snapshot, thisMonth }, state) {
    requireOffice(by)
    if (snapshot.month >= thisMonth) throw new Refusal('figures.month-open', 'the month is not over')
    if (state.status === 'taken' && state.sha256 === snapshot.manifest.sha256) return []
    return [{ type: 'stat.snapshot-taken.v1', data: snapshot }]
  },
  evolve(_state, { data }) {
    return { status: 'taken', sha256: data.manifest.sha256 }
  }
}
