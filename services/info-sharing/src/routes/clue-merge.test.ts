import t from 'tap'
import { ahead, clueApp, lead, officeStaff } from './clues.fixture.ts'

t.test('match and merge', async (t) => {
  const { as } = await clueApp(t)
  const one = (await as('science')('POST', '/v1/clues', lead)).body
  const two = (await as('tax')('POST', '/v1/clues', { ...lead, title: '同一员工的另一线索' })).body
  const draft = (await as('tax')('POST', '/v1/clues', { ...lead, register: false })).body
  const office = as('amr')
  const path = `/v1/clues/${one.id}`
  const hidden = await office('POST', `${path}/match`, { other: draft.id, basis: '相似', by: officeStaff })
  t.match(hidden, { status: 404, body: { code: 'clue.unknown' } }, 'a draft cannot be matched')
  const matched = await office('POST', `${path}/match`, { other: two.id, basis: '同一离职员工', by: officeStaff })
  t.match(matched.body.events, [{ type: 'clue.matched.v1' }, { type: 'clue.matched.v1' }])
  const told = (await as('science')('GET', path)).body
  t.strictSame(told.history[2].redacted, ['other'], 'blind: the sender learns that, not which')
  t.notMatch(JSON.stringify(told), new RegExp(two.id))

  const merged = await office('POST', `${path}/merge`, { into: two.id, reason: '同一案件', by: officeStaff })
  t.equal(merged.body.status, 'merged')
  t.match(merged.body.events, [
    { type: 'clue.merged.v1' },
    { type: 'clue.merged.v1' },
    { type: 'case.party-added.v1' },
    { type: 'case.number-linked.v1' }
  ])
  t.equal((await as('science')('GET', path)).body.mergedInto, two.id)
  const following = await as('science')('GET', `/v1/clues/${two.id}`)
  t.equal(following.status, 200, 'its sender follows the other from now on')
  t.equal(following.body.clue.reporterToken, undefined, 'but never learns who reported that one')
  t.equal((await as('tax')('GET', path)).status, 404, 'not the other way round')
  const again = await office('POST', `${path}/assign`, { to: 'psb', dueAt: ahead(5), by: officeStaff })
  t.equal(again.body.code, 'clue.wrong-status')
})

t.test('two merges at once, crosswise, leave one clue', async (t) => {
  const { as } = await clueApp(t)
  const one = (await as('science')('POST', '/v1/clues', lead)).body.id
  const two = (await as('tax')('POST', '/v1/clues', lead)).body.id
  const merge = (from: string, into: string) =>
    as('amr')('POST', `/v1/clues/${from}/merge`, { into, reason: '同一案件', by: officeStaff })
  const answers = await Promise.all([merge(one, two), merge(two, one)])
  t.strictSame(answers.map(({ status }) => status).sort(), [200, 409])
})

t.test('which other lead one resembles stays with the office, whoever is written to later', async (t) => {
  const { as, direct } = await clueApp(t)
  const [office, police] = [as('amr'), as('psb')]
  const { id } = (await as('science')('POST', '/v1/clues', lead)).body
  const other = (await as('science')('POST', '/v1/clues', lead)).body.id
  const next = (await as('science')('POST', '/v1/clues', lead)).body.id
  const path = `/v1/clues/${id}`
  await office('POST', `${path}/match`, { other, basis: '同一离职员工', by: officeStaff })
  await office('POST', `${path}/assign`, { to: 'psb', dueAt: ahead(5), by: officeStaff })
  await police('POST', `${path}/accept`, {})
  t.equal((await police('POST', `${path}/refer`, { to: 'tax', ground: '管辖' })).status, 200)
  await as('science')('POST', `${path}/reopen`, { reason: '发现新的证据' })
  t.equal((await office('POST', `${path}/match`, { other: next, basis: '同一企业', by: officeStaff })).status, 200)

  const told = (await as('tax')('GET', path)).body
  t.equal(told.history.length, 8, 'the whole story')
  t.ok(told.clue.secretPoints, 'with what it needs')
  t.notMatch(JSON.stringify(told), new RegExp(`${other}|${next}`))
  t.match(JSON.stringify((await office('GET', path)).body), new RegExp(next), 'the office knows')
  const rows = await direct.db.selectFrom('events').select('body').where('type', '=', 'clue.matched.v1').execute()
  for (const { body } of rows) t.notMatch(JSON.parse(body.toString('utf8')).audience, /tax/)
})
