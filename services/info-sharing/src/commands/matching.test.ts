import t from 'tap'
import { matchingApp, newMatchKey, person, phone, plainClue, uscc } from '../matching/matching.fixture.ts'

const found = 'match.found.v1'

t.test('two agencies learn that they hold the same, and nothing else', async (t) => {
  const app = await matchingApp(t)
  const { clue, heard, matches, events, tokens } = app
  const mine = await clue('science', person('买买提·艾力'), phone('138 1234 5678'), uscc('914403001922038216'))
  const unlike = await clue('tax', person('买买提·艾买提'), phone('138 1234 5679'))
  t.strictSame(await heard('science'), [], 'nothing matches yet')
  const theirs = await clue('psb', person('买买提艾力'), phone('+86 13812345678'), uscc('91 4403 0019 2203 8216'))

  const [one, ...noMore] = await heard('science')
  const [other] = await heard('psb')
  t.strictSame(noMore, [], 'one word for all kinds')
  t.strictSame(one.data, { agency: 'science', clue: mine, kinds: ['person', 'phone', 'uscc'] })
  t.strictSame(other.data, { agency: 'psb', clue: theirs, kinds: ['person', 'phone', 'uscc'] })
  t.strictSame(await heard('tax'), [])
  t.strictSame(await heard('amr'), [], 'nor does the office learn of a pair')

  // Nothing that both copies have leads from one to the other.
  const plain = new Set(['specversion', 'source', 'type', 'datacontenttype', 'dataschema', 'streamversion', 'marking'])
  const common = Object.keys(one).filter((key) => !plain.has(key) && one[key] === other[key])
  t.strictSame(common.sort(), ['actor', 'signedby', 'time'], 'the service itself says it')
  t.equal(one.actor, 'info-sharing')
  t.equal(one.audience, 'science:addressee')
  t.equal(other.audience, 'psb:addressee')
  const said = JSON.stringify([one, await matches('science')])
  for (const secret of ['psb', theirs, other.id, other.subject.slice(6), other.correlationid]) {
    t.notOk(said.includes(secret), `${secret} is not told`)
  }
  const causes = (await events()).filter(({ type }) => !type.startsWith('match.'))
  t.notOk(causes.some(({ correlationid }) => [one.correlationid, other.correlationid].includes(correlationid)))
  t.notOk(one.causationid ?? one.traceparent ?? one.attested ?? one.casenumber ?? one.statement)

  t.match(await matches('science'), [
    { clue: mine, kinds: ['person', 'phone', 'uscc'], asked: 'none', askedOfUs: 'none' }
  ])
  t.strictSame(await matches('tax'), [])

  await t.test('no identifier and no token is anywhere else', async (t) => {
    const identifiers = ['买买提艾力', '买买提', '13812345678', '914403001922038216']
    const made = await tokens('psb', [person('买买提艾力')])
    const kept = await app.store.db.selectFrom('match_tokens').select('token').execute()
    t.equal(kept.length, 8)
    const spellings = [...kept.map(({ token }) => token), Buffer.from(made[0]?.token ?? '', 'base64url')].flatMap(
      (bytes) => (['hex', 'base64', 'base64url'] as const).map((encoding) => bytes.toString(encoding))
    )
    const dumped = await dump(app.direct, ['match_tokens', 'match_told', 'match_crowds'])
    t.ok(dumped.includes(mine) && dumped.includes('match.evaluate') === false)
    for (const text of [...identifiers, ...spellings]) {
      t.notOk(dumped.includes(text), 'tables')
      t.notOk(app.lines.join().includes(text), 'log')
      t.notOk(app.answers.join().includes(text), 'answers')
    }
    t.ok(app.lines.length > 10 && app.answers.length > 10)
  })
  t.ok(unlike)
})

/** Every row of every table but some, as text; bytes as text and as hex. */
async function dump(store: Awaited<ReturnType<typeof matchingApp>>['direct'], but: readonly string[]): Promise<string> {
  const { rows } = await store.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'info_sharing'`
  )
  const parts: string[] = []
  for (const { name } of rows.filter(({ name }) => !but.includes(name))) {
    const { rows: content } = await store.pool.query(`select * from info_sharing.${name}`)
    for (const row of content) {
      for (const value of Object.values(row)) {
        parts.push(
          value instanceof Buffer ? `${value.toString('utf8')} ${value.toString('hex')}` : JSON.stringify(value)
        )
      }
    }
  }
  return parts.join('\n')
}

t.test('clues of one agency, drafts, and tokens that come later', async (t) => {
  const { as, asked, clue, heard, tokens, store } = await matchingApp(t)
  const first = await clue('psb', person('张三'))
  const again = await clue('psb', person('张 三'))
  t.match(await heard('psb'), [{ type: 'match.duplicate-found.v1', data: { clue: again, duplicateOf: first } }])
  const [own] = (await asked(as('psb').get('/v1/matches'))).items
  t.match(own, { duplicateOf: first })
  t.equal((await as('psb').post(`/v1/matches/${own.id}/ask`, { reason: '一' })).body.code, 'match.own')

  const matchTokens = await tokens('tax', [person('张三')])
  const draft = await asked(as('tax').post('/v1/clues', { ...plainClue, matchTokens, register: false }), 201)
  t.strictSame(await heard('tax'), [], 'a draft is compared with nothing')
  await clue('court', person('张三'))
  t.equal((await heard('court')).length, 1, 'nor is anything with a draft')
  await asked(as('tax').post(`/v1/clues/${draft.id}/register`))
  t.equal((await heard('tax')).length, 2)

  const bare = await asked(as('science').post('/v1/clues', plainClue), 201)
  const path = `/v1/clues/${bare.id}/match-tokens`
  t.equal((await as('court').post(path, { tokens: matchTokens })).status, 404, 'a stranger')
  t.equal((await as('amr').post(path, { tokens: matchTokens })).body.code, 'clue.intake-only')
  const before = await store.db.selectFrom('match_tokens').select('clue').execute()
  const body = { tokens: await tokens('science', [person('张三'), phone('0478-1234567')]) }
  t.strictSame(await asked(as('science').post(path, body)), { id: bare.id, tokens: 2 })
  t.equal((await heard('science')).length, 3)
  await asked(as('science').post(path, { tokens: await tokens('science', [person('张三')]) }))
  t.equal((await heard('science')).length, 3, 'who was told is not told again')
  const after = await store.db.selectFrom('match_tokens').select('clue').execute()
  t.equal(after.length, before.length + 1, 'tokens are replaced')
})

t.test('of two clues that come in at once, both agencies learn', async (t) => {
  const { as, asked, tokens, heard } = await matchingApp(t)
  const people = ['李一', '李二', '李三', '李四', '李五'].map(person)
  const each = async (agency: string) => {
    const made = await tokens(agency, people)
    return await Promise.all(
      made.map(async (token) => {
        const { id } = await asked(as(agency).post('/v1/clues', plainClue), 201)
        // Registering waits for the case number; sending tokens waits for nothing.
        return () => asked(as(agency).post(`/v1/clues/${id}/match-tokens`, { tokens: [token] }))
      })
    )
  }
  const [psb, tax] = [await each('psb'), await each('tax')]
  await Promise.all([...psb, ...tax].map((send) => send()))
  for (const agency of ['psb', 'tax']) {
    t.strictSame(
      (await heard(agency)).map(({ type }) => type),
      people.map(() => found)
    )
  }
})

t.test('tokens of no key, of no shape, and of a signed clue', async (t) => {
  const { as, tokens } = await matchingApp(t)
  const [token] = await tokens('psb', [person('张三')])
  const stranger = await newMatchKey()
  const post = async (matchTokens: unknown) => {
    const { status, body } = await as('psb').post('/v1/clues', { ...plainClue, matchTokens })
    return [status, body.code]
  }
  t.strictSame(await post([{ ...token, keyId: stranger.keyId }]), [409, 'match.key-unknown'])
  t.strictSame(await post([{ ...token, kind: 'nickname' }]), [400, 'request.invalid'])
  t.strictSame(await post([{ ...token, token: '张三' }]), [400, 'request.invalid'])
  t.strictSame(await post([]), [400, 'request.invalid'])
  t.strictSame(await post(Array.from({ length: 17 }, () => token)), [400, 'request.invalid'])
})

t.test('an identifier that many hold', async (t) => {
  const agencies = ['amr', 'psb', 'court', 'science', 'tax']
  const { clue, heard, as, asked, tokens } = await matchingApp(t, { fanOut: 2, agencies })
  for (const agency of ['psb', 'court', 'science']) await clue(agency, person('张三'))
  const ofKind = async (agency: string, type: string) => (await heard(agency)).filter((event) => event.type === type)
  for (const agency of ['psb', 'court', 'science']) t.equal((await ofKind(agency, found)).length, 2)
  t.strictSame(await ofKind('amr', 'match.many-found.v1'), [])

  const late = await clue('tax', person('张三'))
  t.strictSame(await heard('tax'), [], 'who comes late learns nothing')
  for (const agency of ['psb', 'court', 'science'])
    t.equal((await ofKind(agency, found)).length, 2, 'nor do the others')
  const many = await ofKind('amr', 'match.many-found.v1')
  t.match(many, [{ data: { kind: 'person', told: 2 }, audience: 'amr:addressee', actor: 'info-sharing' }])
  t.notMatch(JSON.stringify(many), /tax|psb|court|science/)
  await asked(as('tax').post(`/v1/clues/${late}/match-tokens`, { tokens: await tokens('tax', [person('张三')]) }))
  await clue('tax', person('张三'))
  t.equal((await ofKind('amr', 'match.many-found.v1')).length, 1, 'once for a token')
  await clue('tax', person('李四'))
  await clue('psb', person('李四'))
  t.equal((await ofKind('tax', found)).length, 1, 'other identifiers are not concerned')
})
