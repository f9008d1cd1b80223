import { randomUUIDv7 } from 'node:crypto'
import { createEnvelope } from '@wuhu/contracts'
import { until } from '@wuhu/test-support'
import t from 'tap'
import { testApp } from '../app.test-setup.ts'
import { events as suggestions } from '../domain/suggestion.fixture.ts'
import { past as supervisions } from '../domain/supervision.fixture.ts'
import { issuedTo, events as tasks, past as tasksPast } from '../domain/task.fixture.ts'

type Happened = { readonly type: string; readonly data: unknown }

t.test('clocks of supervisions 督办, tasks 任务 and suggestions 检察建议', async (t) => {
  const { store, pool, workers } = await testApp(t)
  /** @returns rule, holder, state and agencies of the aggregate's clocks, once all is told; what is not done is long due */
  const clocksAfter = async (subject: string, ...happened: readonly Happened[]): Promise<string[]> => {
    await store.transaction(async (tx) => {
      const { version } = await tx.read(subject)
      const envelopes = happened.map(({ type, data }, index) =>
        createEnvelope({
          ...{ id: randomUUIDv7(), service: 'audit', type, subject, version: version + index + 1, data },
          time: '2026-06-01T09:00:00.000+08:00',
          actor: { agency: 'amr' },
          marking: 'work',
          audience: [{ agency: 'amr', ground: 'publisher' }],
          correlationId: 'test'
        })
      )
      await tx.append(subject, version, envelopes)
    })
    const [relay] = Object.values(workers.relays)
    const [own] = workers.clocks
    await until(async () => (await relay?.lag())?.events === 0 && own?.status().cursor === relay?.status().published)
    await workers.deadlines.runDue()
    const { rows } = await pool.query(
      'select rule, holder, state ->> $2 as status, agencies from audit.deadlines where subject = $1 order by rule, holder, id',
      [subject, 'status']
    )
    return rows.map(({ rule, holder, status, agencies }) => `${rule} ${holder} ${status} (${agencies.join(' ')})`)
  }
  const of = (kind: string, n: number) => `${kind}/01980000-0000-7000-8000-00000000000${n}`

  const issued = await clocksAfter(of('supervision', 1), ...supervisions.issued)
  t.match(issued, [/^E1 \S+ breached \(\S+ amr\)$/], 'target and issuer, and nobody else')
  t.match(await clocksAfter(of('supervision', 2), ...supervisions.reported), [/^E1 \S+ met/])
  t.match(await clocksAfter(of('supervision', 3), ...supervisions.rejected), [
    /^E1 \S+ (met|breached)/,
    /^E1 \S+ (met|breached)/
  ])

  t.same(await clocksAfter(of('task', 1), ...tasksPast.issued), ['E3 psb breached (psb amr)', 'E3 tax met (tax amr)'])
  t.same(await clocksAfter(of('task', 1), tasks.reported), ['E3 psb met (psb amr)', 'E3 tax met (tax amr)'])
  const cancelled = await clocksAfter(of('task', 2), tasks.planned, issuedTo('psb'), tasks.cancelled)
  t.same(cancelled, ['E3 psb cancelled (psb amr)'])

  const [received, answered] = Object.values(suggestions)
  if (!received || !answered) throw new Error('no suggestion')
  t.match(await clocksAfter(of('suggestion', 1), received), [/^E2 \S+ breached \(\S+ procuratorate\)$/])
  t.match(await clocksAfter(of('suggestion', 1), answered), [/^E2 \S+ met/])
})
