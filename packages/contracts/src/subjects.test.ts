import fc from 'fast-check'
import t from 'tap'
import { eventSubject, mailSubject, shardCount, shardOf, streamOf } from './index.ts'

t.test('subjects are durable names', async (t) => {
  // Fixed on purpose: another hash would send a case's later events past a consumer that filters by shard.
  t.equal(shardOf('150824-2026-000001'), '02')
  t.equal(shardOf('150824-2026-000002'), '47')
  t.equal(eventSubject('clue.not-filed.v1', '150824-2026-000001'), 'evt.02.clue.not-filed')
  t.equal(
    eventSubject('deadline.breached.v1', '150824-2026-000001', '/services/joint-investigation'),
    'evt.02.deadline.joint-investigation.breached',
    'of what each service publishes for itself, the service is part of the subject'
  )
  t.equal(mailSubject('clue.filed.v1', 'amr'), 'mail.amr.clue.filed')
  t.equal(streamOf('joint-investigation'), 'JOINT_INVESTIGATION')
})

t.test('shards are 00 to 63 and evenly used', async (t) => {
  fc.assert(fc.property(fc.string(), (key) => /^[0-9]{2}$/.test(shardOf(key)) && Number(shardOf(key)) < shardCount))
  const counts = new Map<string, number>()
  for (let n = 0; n < 6_400; n += 1) {
    const shard = shardOf(`150824-2026-${String(n).padStart(6, '0')}`)
    counts.set(shard, (counts.get(shard) ?? 0) + 1)
  }
  t.equal(counts.size, shardCount)
  t.ok(Math.max(...counts.values()) < 200, 'no shard has twice its share')
})
