import t from 'tap'
import { type AuditReport, compareReports, verdictOf } from './gap-report.ts'
import { renderGaps } from './gap-text.ts'
import type { ServiceState } from './service-status.ts'

const stream = { stream: 'INFO_SHARING', first: 1, last: 10, count: 10, streamLast: 10, lag: 0, parked: 0 }
const clean: AuditReport = { complete: true, deep: false, log: { last: 10, count: 10 }, streams: [stream], gaps: [] }

const serviceWith = (published: number, change: object = {}): ServiceState => ({
  service: 'info-sharing',
  url: '',
  reachable: true,
  ready: true,
  checks: [],
  consumers: [],
  relays: [{ stream: 'INFO_SHARING', state: 'active', published, lag: { events: 0, seconds: 0 }, ...change }]
})

t.test('all published is in the log: proved', async (t) => {
  const report = compareReports(clean, [serviceWith(10)])
  t.equal(report.complete, true)
  t.equal(verdictOf(report), undefined)
  t.match(renderGaps(report), /已核实.*proved/)
  t.notMatch(renderGaps(report), /missing:|only lag/)
})

t.test('what is on its way is lag and no gap', async (t) => {
  const later = { ...clean, complete: false, streams: [{ ...stream, streamLast: 14, lag: 4 }] }
  const report = compareReports(later, [serviceWith(12, { lag: { events: 3, seconds: 0.1 } })])
  t.equal(verdictOf(report), undefined)
  t.match(renderGaps(report), /only lag, not missing: 4 published and not logged yet, 3 committed/)
})

t.test('published and nowhere: a gap that the audit service cannot know of', async (t) => {
  const report = compareReports(clean, [serviceWith(13)])
  t.same(report.gaps, [{ kind: 'published-lost', stream: 'INFO_SHARING', from: 11, to: 13 }])
  t.equal(report.complete, false)
  t.equal(verdictOf(report)?.exitCode, 4)
  t.match(renderGaps(report), /INFO_SHARING 11-13:/)
  t.notMatch(renderGaps(report), /已核实/)
})

t.test('a service that cannot be asked, and a relay that stopped, prove nothing', async (t) => {
  const away = { ...serviceWith(0), relays: [], problem: { type: '', title: '连接不上', title_en: 'away', code: 'x' } }
  const unasked = compareReports(clean, [away])
  t.equal(verdictOf(unasked)?.exitCode, 3)
  t.equal(unasked.complete, false)
  t.match(renderGaps(unasked), /not compared: info-sharing: 连接不上/)
  const stopped = compareReports(clean, [serviceWith(10, { state: 'stopped', reason: 'stream is ahead' })])
  t.match(renderGaps(stopped), /中继 relay INFO_SHARING: stream is ahead/)
  t.equal(verdictOf(stopped)?.exitCode, 3)
})

t.test('each kind of gap is named, and missing events are counted', async (t) => {
  const report: AuditReport = {
    ...clean,
    complete: false,
    deep: true,
    gaps: [
      { kind: 'sequence', stream: 'INFO_SHARING', from: 3, to: 5, eventIds: ['id-3', 'id-4', 'id-5'], parked: 1 },
      { kind: 'version', streamId: 'clue/1', from: 2, to: 2, caseNumber: 'C-1', publisher: 'psb' },
      { kind: 'index', from: 7, to: 7 },
      { kind: 'body', index: 4, stream: 'INFO_SHARING', sequence: 4 },
      { kind: 'stream-behind', stream: 'INFO_SHARING', from: 9, to: 10 },
      { kind: 'differs', stream: 'INFO_SHARING', sequence: 6, what: 'id' }
    ]
  }
  const text = renderGaps(compareReports(report, [serviceWith(10)]))
  t.match(text, /INFO_SHARING 3-5: 日志缺 3 件.*1 of them parked.*id-3 id-4 id-5/)
  t.match(text, /clue\/1 v2:.*case C-1, 发布 publisher psb/)
  t.match(text, /log 7:/)
  t.match(text, /log 4 \(INFO_SHARING 4\)/)
  t.match(text, /INFO_SHARING 9-10:.*lost by the message server/)
  t.match(text, /INFO_SHARING 6:.*id differs/)
  t.match(text.split('\n')[1], /^INFO_SHARING +10 +10 +10 +3 +0 +0 +0$/)
})
