import { randomUUIDv7 } from 'node:crypto'
import { type AgencyEvent, createEnvelope } from '@wuhu/contracts'
import { testDatabase } from '@wuhu/test-support'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import t from 'tap'
import {
  createDirectoryView,
  type DirectoryTables,
  directoryMigration,
  listAgencies,
  listKeys,
  loadKey
} from './index.ts'

const kid = `U${'A'.repeat(55)}`
const validFrom = '2026-06-01T09:00:00+08:00'

/** Events of one agency, in their order. */
const envelopes = (...events: AgencyEvent[]) =>
  events.map(({ type, data }, n) =>
    createEnvelope({
      id: randomUUIDv7(),
      service: 'info-sharing',
      type,
      subject: `agency/${data.code}`,
      time: `2026-06-0${n + 1}T09:00:00+08:00`,
      version: n + 1,
      actor: { agency: 'amr' },
      marking: 'open',
      audience: [{ agency: 'amr', ground: 'publisher' }],
      correlationId: 'test',
      data
    })
  )
const registered = (code: string): AgencyEvent => ({
  type: 'agency.registered.v1',
  data: { code, name: `单位${code}`, office: code === 'amr', core: true, membership: ['conference'], assessable: true }
})
const added = (code: string): AgencyEvent => ({
  type: 'agency.key-added.v1',
  data: { code, kid, role: 'agency-system', validFrom, validUntil: '2027-06-01T09:00:00+08:00' }
})
const revoked = (code: string): AgencyEvent => ({
  type: 'agency.key-revoked.v1',
  data: { code, kid, reason: '遗失' }
})

t.test('the directory view', async (t) => {
  const { url } = await testDatabase(t)
  const db = new Kysely<DirectoryTables>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 2 }) })
  })
  t.teardown(() => db.destroy())
  await directoryMigration.up(db)
  const view = createDirectoryView()
  const apply = async (events: ReturnType<typeof envelopes>) => {
    for (const event of events) await view.apply(db, event)
  }

  const psb = envelopes(registered('psb'), added('psb'), revoked('psb'))
  await apply(psb.slice(0, 2))
  t.same(await loadKey(db, kid), {
    kid,
    agency: 'psb',
    role: 'agency-system',
    validFrom,
    validUntil: '2027-06-01T09:00:00+08:00'
  })
  t.equal(await loadKey(db, `U${'B'.repeat(55)}`), undefined)

  await apply(envelopes(registered('amr'), added('amr'), revoked('amr')))
  t.match(await loadKey(db, kid), { agency: 'psb' }, 'another agency cannot take a key over')
  t.notOk((await loadKey(db, kid))?.revokedAt, 'nor revoke it')

  await apply(psb.slice(2))
  t.match(await loadKey(db, kid), { revokedAt: '2026-06-03T09:00:00.000+08:00' })
  await apply(psb)
  t.equal((await listKeys(db, 'psb')).length, 1)
  t.match(await loadKey(db, kid), { revokedAt: '2026-06-03T09:00:00.000+08:00' }, 'repeating revives nothing')
  t.same(
    (await listAgencies(db)).map(({ code, office, membership }) => ({ code, office, membership })),
    [
      { code: 'amr', office: true, membership: ['conference'] },
      { code: 'psb', office: false, membership: ['conference'] }
    ]
  )
})
