import type { assessScored, EventOf, statSnapshotTaken, workCommended } from '@wuhu/contracts'
import { approvedBy, convener, staff, standing } from './acting.fixture.ts'
import type { AssessmentCommand } from './assessment.ts'
import type { CommendationCommand } from './commendation.ts'
import type { SnapshotCommand } from './snapshot.ts'

const sha256 = 'a'.repeat(64)
const cell = { agency: 'psb', mutual: 'assistance', met: 3, breached: 1, assessed: true } as const
const month = '2026-05'
const approver = approvedBy(convener)
const words = { title: '移送及时', text: '全年按期办结' }

export const taken: EventOf<typeof statSnapshotTaken> = {
  type: 'stat.snapshot-taken.v1',
  data: { kind: 'on-time', month, figures: [cell], manifest: { definition: 'on-time/2', upto: 9, count: 4, sha256 } }
}
export const scored: EventOf<typeof assessScored> = {
  type: 'assess.scored.v1',
  data: { agency: 'psb', issuer: 'amr', month, score: 75, snapshot: sha256, approver }
}
export const commended: EventOf<typeof workCommended> = {
  type: 'work.commended.v1',
  data: { agency: 'psb', issuer: 'amr', ...words, approver }
}

/** One good command of each machine. */
export const take: SnapshotCommand = { do: 'take', by: staff, snapshot: taken.data, thisMonth: '2026-06' }
export const score: AssessmentCommand = {
  ...{ do: 'score', by: convener, agency: standing('psb'), month, score: 75, snapshot: sha256 }
}
export const commend: CommendationCommand = { do: 'commend', by: convener, agency: standing('psb'), words }
