import { type App, mountQueries, readsQuery } from '@wuhu/host'
import t from 'tap'
import { startStack } from '../stack.fixture.ts'

const reading = (id: number) => ({
  id: String(id),
  at: new Date(Date.parse('2026-06-01T01:00:00Z') + id * 1000),
  agency: 'psb',
  person: 'p-3',
  roles: ['handler'],
  key_id: `U${'A'.repeat(55)}`,
  channel: 'mailbox' as const,
  case_number: '150824-2026-000001',
  subjects: ['clue/1', 'case/150824-2026-000001'],
  first: '4',
  last: '9',
  classes: ['open' as const, 'personal' as const],
  asked: null,
  request: 'r-1'
})

t.test('the readings of all services, as one list', async (t) => {
  const asked: unknown[] = []
  const stack = await startStack(t, (app: App) =>
    mountQueries(app, [
      readsQuery(async (filter) => {
        asked.push(filter)
        return Number(filter.after ?? 0) === 0
          ? Array.from({ length: filter.limit + 1 }, (_, n) => reading(n + 1))
          : [reading(1001)]
      })
    ])
  )
  const done = await stack.run('reads', '--case', '150824-2026-000001', '--from', '2026-06-01', '--json')
  t.match(done, { code: 0, stderr: '' })
  const lines = done.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  t.equal(lines.length, 4 * 1001, 'every page of every service')
  t.same(new Set(lines.map(({ service }) => service)).size, 4)
  t.match(asked[0], { caseNumber: '150824-2026-000001', from: '2026-06-01T00:00:00+08:00' })
  t.ok(
    lines.every(({ at }, index) => index === 0 || at >= lines[index - 1].at),
    'in order of time'
  )
  const table = await stack.run('reads', '--agency', 'psb')
  t.match(table.stdout, /psb +p-3 +handler +info-sharing\/mailbox +150824-2026-000001 +#4–9 +open,personal/)
  t.match(await stack.run('reads'), { code: 2, stderr: /--case/ })
  t.match(await stack.run('reads', '--case', 'C-1', '--as', 'amr.system-admin'), { code: 5 })
})

t.test('nothing was read', async (t) => {
  const stack = await startStack(t, (app: App) => mountQueries(app, [readsQuery(async () => [])]))
  t.match(await stack.run('reads', '--case', 'C-1'), { code: 0, stdout: /nobody read it/ })
})
