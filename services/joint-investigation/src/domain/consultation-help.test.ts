import type { ConsultEvent } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import { given } from '@wuhu/decider/given'
import fc from 'fast-check'
import t from 'tap'
import { type Candidate, type Concerned, conflictsOf } from './conflict-of-interest.ts'
import { candidate, commands, events, now, type Past, past } from './consultation.fixture.ts'
import { consultation } from './consultation.ts'
import { consultationAudience } from './consultation-audience.ts'

const on = (status: Past, ...more: ConsultEvent[]) => given(consultation, [...past[status], ...more])
const { engage, inquire } = commands
const answering = commands['answer-inquiry']
const uscc = '914403001922038216'
const appraiser: Candidate = {
  kind: 'appraiser',
  id: '019a0000-0000-7000-8000-00000000000b',
  name: '某某司法鉴定中心',
  conflicts: []
}

t.test('an expert who stands near the matter is refused, and nobody may waive it', async () => {
  const refused = (change: Partial<Candidate>, concerned: readonly Concerned[] = []) =>
    on('accepted')
      .when({ ...engage, candidate: { ...candidate, ...change }, concerned }, now)
      .refuses('consultation.conflict-of-interest')
  refused({ employer: '某某生物科技公司' })
  refused({ employerUscc: uscc })
  refused({ conflicts: [{ company: '某某生物科技（集团）有限公司'.replace('（集团）', '') }] })
  refused({ conflicts: [{ uscc }] })
  refused({ conflicts: [{ person: '王某' }] }, [{ person: '王某' }])
  refused({}, [{ person: candidate.name }])
  refused({}, [{ company: '内蒙古大学' }])
  on('accepted')
    .when(
      {
        ...engage,
        by: { agency: 'amr', person: 'a-1', role: 'office-head' },
        candidate: { ...candidate, employerUscc: uscc }
      },
      now
    )
    .refuses('consultation.conflict-of-interest')
  on('accepted').when(engage, now).then([events.engaged])
  on('accepted', events.engaged).when(engage, now).then([])
})

t.test('an institution, an unknown entry, one that has run out', async () => {
  on('accepted')
    .when({ ...engage, candidate: appraiser, concerned: [{ company: '某某司法鉴定中心' }] }, now)
    .refuses('consultation.conflict-of-interest')
  on('accepted')
    .when({ ...engage, candidate: appraiser }, now)
    .then([
      {
        type: 'consult.expert-engaged.v1',
        data: {
          kind: 'appraiser',
          expert: appraiser.id,
          institution: appraiser.name,
          purpose: engage.purpose,
          compared: 1
        }
      }
    ])
  on('accepted')
    .when({ ...engage, candidate: undefined }, now)
    .refuses('expert.unknown')
  on('accepted')
    .when({ ...engage, candidate: { ...candidate, validUntil: '2026-05-31' } }, now)
    .refuses('expert.not-valid')
  on('accepted')
    .when({ ...engage, candidate: { ...candidate, validUntil: '2026-06-01' } }, now)
    .then([events.engaged])
})

t.test('how names are compared', async (t) => {
  const expert = { ...candidate, employer: '甲乙科技股份有限公司' }
  t.same(conflictsOf(expert, [{ company: '甲乙科技有限责任公司' }]), ['employer'])
  t.same(conflictsOf(expert, [{ company: ' 甲乙 科技（有限公司）' }]), ['employer'])
  t.same(conflictsOf(expert, [{ company: '甲乙科技发展有限公司' }]), [])
  t.same(conflictsOf({ ...candidate, employer: '公司' }, [{ company: '有限公司' }]), [], 'a legal form is no name')
  t.same(conflictsOf(candidate, [{ person: '钱某' }]), [], 'a surname alone is no ground')
  const both = { ...candidate, employerUscc: uscc, conflicts: [{ uscc: uscc.toLowerCase() }] }
  t.same(conflictsOf(both, [{ uscc }]), ['employer', 'known-conflict'])
  const some = fc.record({ company: fc.string(), person: fc.string(), uscc: fc.string() }, { requiredKeys: [] })
  fc.assert(
    fc.property(fc.array(some), some, (others, one) => {
      const near = { ...candidate, conflicts: [one] }
      const alone = conflictsOf(near, [one]).length
      const among = conflictsOf(near, [...others, one]).length
      if (among < alone) throw new Error('another name hid a conflict')
      if (conflictsOf(candidate, []).length > 0) throw new Error('a conflict with nobody')
    })
  )
})

t.test('what an expert came to is recorded once, for who was engaged', async (t) => {
  const receive = commands['receive-expert-opinion']
  const file = { id: 'a-1', sha256: 'ab'.repeat(32), size: 1024 }
  on('accepted').when(receive, now).refuses('consultation.expert-not-engaged')
  const engaged = [events.engaged]
  on('accepted', ...engaged)
    .when(receive, now)
    .then([events.appraised])
  on('accepted', ...engaged)
    .when({ ...receive, opinion: { ...receive.opinion, kind: 'appraisal', file } }, now)
    .then([{ ...events.appraised, data: { ...events.appraised.data, kind: 'appraisal', file } }])
  on('accepted', ...engaged)
    .when({ ...receive, opinion: { ...receive.opinion, receivedOn: '2026-06-02' } }, now)
    .refuses('consultation.received-in-future')
  on('accepted', ...engaged, events.appraised)
    .when(receive, now)
    .then([])
  const byOffice = { by: { agency: 'amr', person: 'a-1', role: 'office-staff' } }
  on('accepted', ...engaged, events.appraised)
    .when({ ...receive, ...byOffice }, now)
    .then([])
  on('accepted', ...engaged, events.appraised)
    .when({ ...receive, opinion: { ...receive.opinion, conclusion: '另一结论' } }, now)
    .refuses('consultation.expert-opinion-before')
  on('accepted', ...engaged)
    .when({ ...receive, by: { agency: 'justice' } }, now)
    .refuses('consultation.proposer-only')
  const closed = [...past.closed, ...engaged]
  given(consultation, closed).when(receive, now).then([events.appraised])
  t.same(
    { ...fold(consultation, [...closed, events.appraised]), engaged: [] },
    { ...fold(consultation, closed), engaged: [] },
    'it moves nothing else'
  )
})

t.test('inquiries go to the procuratorate, and only it answers', async () => {
  on('accepted')
    .when({ ...inquire, asked: 'court', procuratorate: false }, now)
    .refuses('consultation.not-procuratorate')
  const ownQuestion = [
    { ...events.proposed, data: { ...events.proposed.data, proposer: 'procuratorate' } },
    events.accepted
  ]
  given(consultation, ownQuestion)
    .when({ ...inquire, by: { agency: 'procuratorate' } }, now)
    .refuses('consultation.own-inquiry')
  on('accepted', events.inquired).when(answering, now).then([events.answered])
  on('accepted', events.inquired, events.answered).when(answering, now).then([])
  on('closed', events.inquired).when(answering, now).then([events.answered])
  on('accepted', events.inquired)
    .when({ ...answering, inquiry: 2 }, now)
    .refuses('consultation.inquiry-unknown')
  on('accepted', events.inquired)
    .when({ ...answering, by: { agency: 'justice' } }, now)
    .refuses('consultation.inquiry-unknown')
  on('accepted', events.inquired)
    .when({ ...inquire, text: '另一问题' }, now)
    .then([{ ...events.inquired, data: { ...events.inquired.data, inquiry: 2, text: '另一问题' } }])
  on('accepted', events.inquired).when(inquire, now).then([])
})

t.test('who sees what', async (t) => {
  const seen = (event: ConsultEvent, publisher: string, history: readonly ConsultEvent[]) => {
    const state = history.reduce(consultation.evolve, consultation.initial)
    if (state.status === 'none') throw new Error('no consultation')
    const audience = consultationAudience(event, state, publisher, ['amr'])
    return Object.fromEntries(audience.map(({ agency, ground }) => [agency, ground]))
  }
  const { accepted } = past
  t.same(seen(events.proposed, 'psb', past.proposed), { psb: 'publisher', amr: 'party' })
  t.same(seen(events.invited, 'amr', accepted), { amr: 'publisher', psb: 'party', justice: 'addressee' })
  t.same(seen(events.opinion, 'justice', accepted), { justice: 'publisher', psb: 'party', amr: 'party' })
  const away = [...accepted, events.regrets]
  t.same(seen(events.convened, 'amr', away), { amr: 'publisher', psb: 'party', justice: 'conference' })
  const inquiring = [...accepted, events.inquired]
  const all = { psb: 'publisher', amr: 'party', justice: 'addressee' }
  t.same(seen(events.inquired, 'psb', inquiring), { ...all, procuratorate: 'addressee' })
  t.same(seen(events.materials, 'psb', inquiring), all, 'who is asked sees no more than that')
  t.same(seen({ ...events.inquired, data: { ...events.inquired.data, inquiry: 2 } }, 'psb', inquiring), all)
  t.same(seen(events.ended, 'psb', inquiring), { ...all, procuratorate: 'conference' })
})
