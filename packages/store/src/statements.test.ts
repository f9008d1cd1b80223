import { randomBytes } from 'node:crypto'
import { createKeyPair } from '@wuhu/access'
import { createEnvelopeSigner, digestOf, verifyEvent } from '@wuhu/access/signing'
import type { CaseEvent, Envelope } from '@wuhu/contracts'
import { testDatabase } from '@wuhu/test-support'
import pg from 'pg'
import t from 'tap'
import { createStore, execute, loadStatement, migrate, statementsMigration } from './index.ts'

const text = 'wuhu-statement/1\n甲'
const statement = { digest: digestOf(text), text }
const service = createKeyPair()
const sign = createEnvelopeSigner({ service: 'info-sharing', seed: service.seed })
const migrations = { '0001-statements': statementsMigration }

const closing = {
  streamId: 'case/1',
  command: { reason: '办结', times: 1 },
  decider: {
    initial: {},
    decide: ({ reason, times }: { reason: string; times: number }): CaseEvent[] =>
      Array.from({ length: times }, () => ({ type: 'case.closed.v1', data: { number: '150824-2026-000001', reason } })),
    evolve: (state: object) => state
  },
  describe: () => ({ audience: [{ agency: 'amr', ground: 'publisher' as const }] })
}
const context = {
  service: 'info-sharing',
  actor: { agency: 'amr' },
  now: '2026-06-01T09:00:00.000+08:00',
  correlationId: 'test'
}
const provenance = { signedBy: `amr#${createKeyPair().kid}`, signature: 'e..s', statement }

async function signingStore(t: { teardown(action: () => unknown): void }) {
  const { url } = await testDatabase(t)
  await migrate({ databaseUrl: url, schema: 'one', migrations })
  const pool = new pg.Pool({ connectionString: url, max: 4 })
  pool.on('error', () => undefined)
  // The database may be dropped before a client that is ending has gone.
  pool.on('connect', (client) => client.on('error', () => undefined))
  t.teardown(() => pool.end())
  return { url, store: createStore({ pool, schema: 'one', sign }) }
}

t.test('what an agency signed is kept with what follows from it, once', async (t) => {
  const { store } = await signingStore(t)
  const run = (streamId: string, more: object = {}) =>
    store.transaction((tx) => execute(tx, { ...closing, streamId, context: { ...context, provenance }, ...more }))
  const { events } = await run('case/1', { command: { reason: '办结', times: 2 } })
  t.same(
    events.map((event) => event.statement),
    [statement.digest, statement.digest]
  )
  await run('case/2')
  t.match(await loadStatement(store.db, statement.digest), { agency: 'amr', text, sha256: statement.digest })
  t.equal((await store.query({ text: 'select 1 from one.statements' })).length, 1)
  t.equal(await loadStatement(store.db, '0'.repeat(64)), undefined)
})

t.test('nothing is kept of a command that fails or has no effect', async (t) => {
  const { store } = await signingStore(t)
  const failing = store.transaction(async (tx) => {
    await execute(tx, { ...closing, context: { ...context, provenance } })
    throw new Error('later')
  })
  await t.rejects(failing, { message: 'later' })
  const idle = { ...closing, command: { reason: '', times: 0 } }
  await store.transaction((tx) => execute(tx, { ...idle, context: { ...context, provenance } }))
  t.equal(await loadStatement(store.db, statement.digest), undefined)
})

t.test('the store signs what is stored, and what no agency signed in its own name', async (t) => {
  const { store } = await signingStore(t)
  const known = () => ({ kid: service.kid, agency: 'amr', role: 'service', validFrom: '2026-01-01T00:00:00Z' })
  const { events } = await store.transaction((tx) => execute(tx, { ...closing, context }))
  const [row] = await store.query<{ body: Buffer }>({ text: 'select body from one.events' })
  const stored = JSON.parse(row?.body.toString() ?? '') as Envelope
  t.same(stored, events[0])
  t.equal(stored.signedby, `info-sharing#${service.kid} for amr`)
  t.equal(verifyEvent(stored, known).verdict, 'valid')
  t.notOk('statement' in stored)
  await store.append('case/9', 0, [{ ...stored, subject: 'case/9', signature: undefined as never }])
  const [, appended] = await store.query<{ body: Buffer }>({ text: 'select body from one.events order by seq' })
  t.equal(verifyEvent(JSON.parse(appended?.body.toString() ?? ''), known).verdict, 'valid', 'by append too')
})

t.test('a statement is never changed, nor kept under another name', async (t) => {
  const { url, store } = await signingStore(t)
  const role = `role_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`create role ${role} login password 'x'`)
  t.teardown(async () => {
    await admin.query(`drop owned by ${role}`)
    await admin.query(`drop role ${role}`)
    await admin.end()
  })
  await migrate({ databaseUrl: url, schema: 'one', migrations, role, appendOnly: ['statements'] })
  await store.transaction((tx) => execute(tx, { ...closing, context: { ...context, provenance } }))
  const as = new URL(url)
  as.username = role
  as.password = 'x'
  const own = new pg.Client({ connectionString: as.href })
  own.on('error', () => undefined)
  await own.connect()
  t.teardown(() => own.end())
  t.equal((await own.query('select * from one.statements')).rowCount, 1)
  const denied = { code: '42501' }
  await t.rejects(own.query(`update one.statements set body = 'x'`), denied)
  await t.rejects(own.query('delete from one.statements'), denied)
  await t.rejects(own.query('truncate one.statements'), denied)
  const insert = 'insert into one.statements (sha256, agency, body) values ($1, $2, $3)'
  await t.rejects(own.query(insert, ['0'.repeat(64), 'amr', '乙']), { code: '23514' }, 'the digest is the text’s')
  await t.resolves(own.query(insert, [digestOf('乙'), 'amr', '乙']))
})
