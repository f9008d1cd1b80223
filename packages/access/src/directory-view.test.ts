import { randomUUIDv7 } from 'node:crypto'
import { type AgencyEvent, createEnvelope, type OfficerEvent } from '@wuhu/contracts'
import { testDatabase } from '@wuhu/test-support'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import t from 'tap'
import {
  areRegistered,
  createDirectoryView,
  type DirectoryTables,
  directoryMigration,
  listAgencies,
  listKeys,
  listOfficers,
  listOffices,
  loadKey,
  loadOfficer,
  officersMigration
} from './index.ts'

const kid = `U${'A'.repeat(55)}`
const validFrom = '2026-06-01T09:00:00+08:00'

/** Events of one agency, in their order. */
const envelopes = (...events: (AgencyEvent | OfficerEvent)[]) =>
  events.map(({ type, data }, n) =>
    createEnvelope({
      id: randomUUIDv7(),
      service: 'info-sharing',
      type,
      subject: 'code' in data ? `agency/${data.code}` : `officer/${data.agency}-${data.person}`,
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
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  pool.on('error', () => undefined)
  // The database may be dropped before a client that is ending has gone.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<DirectoryTables>({
    dialect: new PostgresDialect({ pool })
  })
  t.teardown(() => db.destroy())
  await directoryMigration.up(db)
  await officersMigration.up(db)
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
  t.same(await listOffices(db), ['amr'])
  t.same(
    await Promise.all([[], ['psb'], ['psb', 'amr', 'psb'], ['psb', 'nobody']].map((codes) => areRegistered(db, codes))),
    [true, true, true, false]
  )

  const next = `U${'C'.repeat(55)}`
  const rotated: AgencyEvent = {
    type: 'agency.key-rotated.v1',
    data: {
      code: 'court',
      kid: next,
      role: 'agency-system',
      validFrom,
      replaces: `U${'D'.repeat(55)}`,
      overlapUntil: '2026-06-10T00:00:00+08:00'
    }
  }
  const first: AgencyEvent = {
    type: 'agency.key-added.v1',
    data: { code: 'court', kid: rotated.data.replaces, role: 'agency-system', validFrom }
  }
  await apply(envelopes(registered('court'), first, rotated, rotated))
  t.match(await loadKey(db, next), { agency: 'court', role: 'agency-system', validFrom })
  t.equal((await loadKey(db, rotated.data.replaces))?.validUntil, '2026-06-10T00:00:00+08:00', 'the old key ends')

  const role = (name: 'handler' | 'agency-head', more = {}): OfficerEvent => ({
    type: 'officer.role-granted.v1',
    data: { agency: 'psb', person: 'p-017', role: name, ...more }
  })
  const gone: OfficerEvent = {
    type: 'officer.role-revoked.v1',
    data: { agency: 'psb', person: 'p-017', role: 'handler', reason: '调离' }
  }
  await apply(envelopes(role('handler', { name: '王某' }), role('agency-head', { validUntil: '2027-01-01T00:00:00Z' })))
  const both = {
    agency: 'psb',
    person: 'p-017',
    name: '王某',
    roles: [{ role: 'agency-head', validUntil: '2027-01-01T00:00:00Z' }, { role: 'handler' }]
  }
  t.same(await loadOfficer(db, 'psb', 'p-017'), both, 'the strongest role first')
  t.same(await listOfficers(db, 'psb'), [both])
  t.equal(await loadOfficer(db, 'amr', 'p-017'), undefined, 'a reference is of its agency')
  await apply(envelopes(gone, gone))
  t.same((await loadOfficer(db, 'psb', 'p-017'))?.roles, both.roles.slice(0, 1))
})
