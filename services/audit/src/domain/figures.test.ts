import { given } from '@wuhu/decider/given'
import t from 'tap'
import { head, officerOf, staff, standing } from './acting.fixture.ts'
import { assessment } from './assessment.ts'
import { commendation } from './commendation.ts'
import { commend, commended, score, scored, take, taken } from './figures.fixture.ts'
import { snapshot } from './snapshot.ts'

t.test(
  'a snapshot is taken by the office when the month is over, and again only when the log counts differently',
  async () => {
    given(snapshot, []).when(take).then([taken])
    given(snapshot, [taken]).when(take).then([])
    const recounted = { ...taken.data, manifest: { ...taken.data.manifest, sha256: 'b'.repeat(64) } }
    given(snapshot, [taken])
      .when({ ...take, snapshot: recounted })
      .then([{ ...taken, data: recounted }])
    given(snapshot, [])
      .when({ ...take, thisMonth: '2026-05' })
      .refuses('figures.month-open')
    given(snapshot, [])
      .when({ ...take, thisMonth: '2025-12' })
      .refuses('figures.month-open')
    given(snapshot, [])
      .when({ ...take, by: officerOf('psb', 'agency-head') })
      .refuses('actor.office-only')
  }
)

t.test('a score rests on counted events and an officer, and is never of court or procuratorate', async () => {
  given(assessment, []).when(score).then([scored])
  given(assessment, [scored]).when(score).then([])
  given(assessment, [scored])
    .when({ ...score, score: 80 })
    .refuses('assessment.scored')
  const snapshot = 'b'.repeat(64)
  given(assessment, [scored])
    .when({ ...score, score: 80, snapshot })
    .then([{ ...scored, data: { ...scored.data, score: 80, snapshot } }])
  for (const agency of ['court', 'procuratorate']) {
    given(assessment, [])
      .when({ ...score, agency: standing(agency) })
      .refuses('assessment.not-assessable')
    given(commendation, [])
      .when({ ...commend, agency: standing(agency) })
      .refuses('assessment.not-assessable')
  }
  given(assessment, [])
    .when({ ...score, snapshot: undefined })
    .refuses('assessment.no-data')
  given(assessment, [])
    .when({ ...score, agency: standing('nobody') })
    .refuses('agency.unknown')
  given(assessment, [])
    .when({ ...score, by: staff })
    .refuses('actor.role')
  given(assessment, [])
    .when({ ...score, by: officerOf('psb', 'agency-head') })
    .refuses('actor.office-only')
})

t.test('a commendation', async () => {
  given(commendation, []).when(commend).then([commended])
  given(commendation, [commended]).when(commend).refuses('commendation.exists')
  given(commendation, [])
    .when({ ...commend, agency: standing('nobody') })
    .refuses('agency.unknown')
  given(commendation, [])
    .when({ ...commend, by: staff })
    .refuses('actor.role')
  given(commendation, [])
    .when({ ...commend, by: head })
    .then([{ ...commended, data: { ...commended.data, approver: { person: 'p-1', role: 'office-head' } } }])
})
