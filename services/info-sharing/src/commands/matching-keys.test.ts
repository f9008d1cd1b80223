import { createMatcher, ProofFailed } from '@wuhu/sdk/matching'
import t from 'tap'
import { testService } from '../app.test-setup.ts'
import { matchingApp, newMatchKey, person, phone } from '../matching/matching.fixture.ts'

const day = 86_400_000
/** A point of P-256: its generator. */
const point = Buffer.from('036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296', 'hex').toString(
  'base64url'
)

t.test('every evaluation is registered, and the register is only added to', async (t) => {
  const { as, asked, tokens, join, direct, officer } = await matchingApp(t)
  await tokens('psb', [person('张三'), phone('13812345678')])
  const clerk = await officer('psb', 'p-3', 'handler')
  t.equal((await clerk.post('/v1/matching/evaluations', { elements: [point] })).status, 200)
  const auditor = await join('amr', 'audit-admin')
  const { items } = await asked(auditor.get('/v1/matching/evaluations?agency=psb'))
  t.match(items, [
    { agency: 'psb', person: 'p-3', count: 1, refused: false },
    { agency: 'psb', count: 2, refused: false }
  ])
  t.strictSame(Object.keys(items[1]), ['at', 'agency', 'keyId', 'count', 'refused'])
  const first = await asked(auditor.get('/v1/matching/evaluations?limit=1'))
  t.equal(first.items.length, 1)
  t.match(await asked(auditor.get(`/v1/matching/evaluations?after=${first.next}`)), { items: [{ count: 2 }] })
  t.equal((await as('psb').get('/v1/matching/evaluations')).status, 403)
  for (const change of [
    'update match_evaluations set count = 1',
    'delete from match_evaluations',
    'truncate match_evaluations'
  ]) {
    await t.rejects(direct.pool.query(change), /only ever added to/)
  }
})

t.test('a quota, alarms, and what is left after an hour', async (t) => {
  const { as, asked, tokens, heard, lines, join, later, events } = await matchingApp(t, { hour: 10, day: 15 })
  const auditor = await join('amr', 'audit-admin')
  const people = (count: number) => [...'甲乙丙丁戊己庚辛壬癸'].slice(0, count).map((name) => person(`张${name}`))
  await tokens('psb', people(7))
  t.strictSame(await heard('amr'), [])
  await tokens('psb', people(1))
  const [alarm] = await heard('amr')
  t.match(alarm, {
    type: 'match.alarmed.v1',
    audience: 'amr:addressee',
    actor: 'psb',
    data: { agency: 'psb', window: 'hour', used: 8, limit: 10, refused: false }
  })
  await t.rejects(tokens('psb', people(3)), /429/)
  const refused = await as('psb').post('/v1/matching/evaluations', { elements: [point, point, point] })
  t.equal(refused.status, 429)
  t.equal(refused.body.code, 'match.quota')
  t.ok(Number(refused.headers['retry-after']) > 3_500)
  t.equal((await heard('amr')).length, 2, 'refusals are told once an hour')
  t.match((await heard('amr'))[1], { data: { window: 'hour', used: 8, limit: 10, refused: true } })
  t.equal(lines.filter((line) => line.includes('matching quota')).length, 2, 'and logged')
  await tokens('psb', people(2))
  await tokens('tax', people(10))
  t.equal((await heard('amr')).at(-1).data.agency, 'tax', 'each agency has its own')

  later(3_700_000)
  await tokens('psb', people(2))
  t.match((await heard('amr')).at(-1).data, { agency: 'psb', window: 'day', used: 12, limit: 15, refused: false })
  await t.rejects(tokens('psb', people(4)), /429/)
  later(day)
  await tokens('psb', people(7))
  const { items } = await asked(auditor.get('/v1/matching/evaluations?agency=psb'))
  t.equal(items.filter((item: { refused: boolean }) => item.refused).length, 3)
  t.notMatch(JSON.stringify((await events()).filter(({ type }) => type === 'match.alarmed.v1')), /张甲|elements/)
})

t.test('an evaluation that is repeated with its key counts once', async (t) => {
  const { as, asked, join } = await matchingApp(t)
  const post = () => as('psb').post('/v1/matching/evaluations', { elements: [point] }, { 'idempotency-key': 'k-1' })
  const [first, second] = [await post(), await post()]
  t.strictSame(second.body.evaluated, first.body.evaluated)
  t.equal(second.headers['idempotency-replayed'], 'true')
  const auditor = await join('amr', 'audit-admin')
  t.equal((await asked(auditor.get('/v1/matching/evaluations'))).items.length, 1)
})

t.test('what is no point is refused, and costs nothing', async (t) => {
  const { as, asked, join } = await matchingApp(t)
  const bad = Buffer.from(`02${'0'.repeat(63)}1`, 'hex').toString('base64url')
  const reply = await as('psb').post('/v1/matching/evaluations', { elements: [point, bad] })
  t.equal(reply.status, 400)
  t.match(reply.body, { code: 'match.element', errors: [{ path: '/elements/1' }] })
  const auditor = await join('amr', 'audit-admin')
  t.strictSame((await asked(auditor.get('/v1/matching/evaluations'))).items, [])
  for (const elements of [[], [''], ['AA'], Array.from({ length: 17 }, () => point)]) {
    t.equal((await as('psb').post('/v1/matching/evaluations', { elements })).status, 400)
  }
})

t.test('a new key', async (t) => {
  const { as, asked, keys, clue, heard, tokens, later, now, join, store, admin } = await matchingApp(t)
  const [first] = keys
  if (!first) throw new Error('there is a key')
  await asked(admin.post('/v1/matching/rotate'))
  const mine = await clue('psb', person('张三'))
  const until = new Date(Date.parse(now()) + 30 * day).toISOString()
  const second = await newMatchKey()
  keys.splice(0, 1, { ...first, until }, second)
  t.equal((await as('psb').post('/v1/matching/rotate')).status, 403)
  const rotated = await asked(admin.post('/v1/matching/rotate'))
  t.match(rotated, { current: second.keyId, events: [{ type: 'match.key-rotated.v1' }] })
  t.strictSame((await asked(admin.post('/v1/matching/rotate'))).events, [], 'told once')
  const { keyId, publicKey } = second
  const told = (await heard('tax')).at(-1)
  t.strictSame(told.data, { keyId, publicKey, previous: first.keyId, until })
  t.equal(told.audience, 'amr:conference,court:conference,psb:conference,science:conference,tax:conference')
  t.match(await asked(as('tax').get('/v1/matching/keys')), {
    current: keyId,
    keys: [{ keyId: first.keyId }, { keyId }]
  })

  const matchTokens = await tokens('tax', [person('张三')], first.keyId)
  await asked(
    as('tax').post('/v1/clues', { channel: 'report', title: '一', allegedAct: 'inducement', matchTokens }),
    201
  )
  const found = async (agency: string) => (await heard(agency)).filter(({ type }) => type === 'match.found.v1').length
  t.equal(await found('psb'), 1, 'tokens of the old key still match each other')
  const third = await clue('court', person('张三'))
  t.equal(await found('court'), 0, 'but none of the new key')
  await asked(as('psb').post(`/v1/clues/${mine}/match-tokens`, { tokens: await tokens('psb', [person('张三')]) }))
  t.equal(await found('court'), 1, 'until they are made anew')
  t.equal(await found('psb'), 2)

  later(31 * day)
  t.equal((await asked(as('tax').get('/v1/matching/keys'))).keys.length, 1)
  const refused = await as('tax').post('/v1/matching/evaluations', { keyId: first.keyId, elements: [point] })
  t.match(refused, { status: 409, body: { code: 'match.key-unknown' } })
  await asked(as('court').post(`/v1/clues/${third}/match-tokens`, { tokens: await tokens('court', [person('张三')]) }))
  const left = await store.db.selectFrom('match_tokens').select('key_id').execute()
  t.strictSame([...new Set(left.map(({ key_id }) => key_id))], [keyId], 'what the old key made is gone')
  t.ok(await join('science'))
})

t.test('a client that is not answered by the key it trusts', async (t) => {
  const { as, asked, keys } = await matchingApp(t)
  const [own] = keys
  const stranger = await newMatchKey()
  if (!own) throw new Error('there is a key')
  const evaluate = (request: object) => asked(as('psb').post('/v1/matching/evaluations', request))
  const honest = { current: own.keyId, keys: [own] }
  t.equal((await createMatcher({ keys: async () => honest, evaluate }).tokens([person('张三')])).length, 1)
  // The service evaluates with another key than it says.
  keys.splice(0, 1, { ...stranger, keyId: own.keyId })
  await t.rejects(createMatcher({ keys: async () => honest, evaluate }).tokens([person('张三')]), ProofFailed)
  // It gives this agency alone another public key under the id that all agencies were told.
  const forged = { current: own.keyId, keys: [{ keyId: own.keyId, publicKey: stranger.publicKey }] }
  await t.rejects(createMatcher({ keys: async () => forged, evaluate }).tokens([person('张三')]), ProofFailed)
})

t.test('without keys it is off, and says so', async (t) => {
  const { join } = await testService(t)
  const psb = await join('psb')
  for (const reply of [
    await psb.get('/v1/matching/keys'),
    await psb.post('/v1/matching/evaluations', { elements: [point] })
  ]) {
    t.match(reply, { status: 503, body: { code: 'match.off' } })
  }
  t.strictSame((await psb.get('/v1/matches')).body, { items: [] })
})
