import t from 'tap'
import { handler, matchingApp, person, uscc } from '../matching/matching.fixture.ts'

t.test('asking for access, and being let in', async (t) => {
  const { as, asked, clue, heard, matches, events } = await matchingApp(t)
  const theirs = await clue('psb', person('张三'))
  const mine = await clue('science', person('张三'))
  const [[side], [other]] = [await matches('science'), await matches('psb')]
  const reason = '同一人员涉嫌，申请并案研判'

  const asking = await asked(
    as('science').post(`/v1/matches/${side.id}/ask`, { reason, by: { ...handler, person: 'p-7' } })
  )
  t.match(asking, { status: 'asked', version: 2 })
  t.match(await matches('psb'), [{ askedOfUs: 'asked', asker: 'science', reason }], 'who asks is named')
  const [, told] = await heard('psb')
  t.match(told, { actor: 'science/p-7/handler', data: { clue: theirs, asker: 'science', reason } })
  t.notOk(JSON.stringify(told).includes(mine) || JSON.stringify(told).includes(side.id))
  t.notMatch(JSON.stringify(await matches('science')), /psb/, 'who was asked is not')
  const [, own] = await heard('science')
  t.not(own.correlationid, told.correlationid)
  t.match(
    await asked(as('science').post(`/v1/matches/${side.id}/ask`, { reason })),
    { version: 2 },
    'repeating is harmless'
  )

  const grant = (body: object) => as('psb').post(`/v1/matches/${other.id}/grant`, body)
  t.equal((await grant({ by: { person: 'p-1', role: 'liaison' } })).body.code, 'match.role')
  t.equal((await grant({})).body.code, 'match.role', 'somebody must answer for it')
  const { caseNumber } = await asked(as('psb').get(`/v1/clues/${theirs}`))
  t.equal((await as('science').get(`/v1/cases/${caseNumber}`)).status, 404, 'no access yet')
  const granting = await asked(grant({ by: handler }))
  t.match(granting, {
    status: 'granted',
    events: [{ type: 'match.access-granted.v1' }, { type: 'case.party-added.v1' }]
  })
  t.match(await matches('science'), [{ asked: 'granted', granter: 'psb', caseNumber }])
  const { timeline } = await asked(as('science').get(`/v1/cases/${caseNumber}`))
  t.strictSame(
    timeline.map(({ event }: { event: { type: string } }) => event.type),
    ['case.party-added.v1'],
    'from now on only'
  )
  t.match(await asked(grant({ by: handler })), { status: 'granted', version: granting.version, events: [] })
  t.equal((await as('psb').post(`/v1/matches/${other.id}/decline`, { by: handler })).body.code, 'match.granted')

  const added = (await events()).find(({ type }) => type === 'case.party-added.v1')
  t.match(added.data, { agency: 'science', history: false })
  t.equal(
    (await as('psb').post(`/v1/matches/${other.id}/ask`, { reason: '也请贵局同意' })).status,
    200,
    'the other way too'
  )
  t.match(await matches('science'), [{ askedOfUs: 'asked', asker: 'psb' }])
  await asked(as('science').post(`/v1/matches/${side.id}/grant`, { history: true, by: handler }))
  const { caseNumber: ours } = await asked(as('science').get(`/v1/clues/${mine}`))
  t.ok((await asked(as('psb').get(`/v1/cases/${ours}`))).timeline.length > 1, 'with history, if so granted')
})

t.test('being declined', async (t) => {
  const { as, asked, clue, heard, matches } = await matchingApp(t)
  await clue('psb', uscc('914403001922038216'))
  await clue('science', uscc('914403001922038216'))
  const [[side], [other]] = [await matches('science'), await matches('psb')]
  const decline = (agency: string, id: string) =>
    as(agency).post(`/v1/matches/${id}/decline`, { reason: '侦查阶段不宜公开', by: handler })
  t.equal((await decline('psb', other.id)).body.code, 'match.not-asked')
  await asked(as('science').post(`/v1/matches/${side.id}/ask`, { reason: '一' }))
  t.match(await asked(decline('psb', other.id)), { status: 'declined' })
  const last = (await heard('science')).at(-1)
  t.match(last, { type: 'match.access-declined.v1', actor: 'info-sharing', audience: 'science:addressee' })
  t.strictSame(Object.keys(last.data), ['clue', 'asker'])
  t.notMatch(JSON.stringify([await heard('science'), await matches('science')]), /psb|p-3|侦查/)
  t.equal((await as('science').post(`/v1/matches/${side.id}/ask`, { reason: '二' })).body.code, 'match.declined')
  t.match(await asked(decline('psb', other.id)), { status: 'declined', events: [] })
  t.match(await asked(as('psb').post(`/v1/matches/${other.id}/grant`, { by: handler })), { status: 'granted' })
})

t.test('a match is for its two sides, each for its own', async (t) => {
  const { as, clue, matches } = await matchingApp(t)
  await clue('psb', person('张三'))
  await clue('science', person('张三'))
  const [side] = await matches('science')
  const none = '0198c0de-0000-4000-8000-000000000002'
  for (const agency of ['amr', 'tax', 'psb']) {
    for (const [step, body] of [
      ['ask', { reason: '一' }],
      ['grant', { by: handler }],
      ['decline', { by: handler }]
    ] as const) {
      const hidden = await as(agency).post(`/v1/matches/${side.id}/${step}`, body, { 'if-match': '"9"' })
      const unknown = await as(agency).post(`/v1/matches/${none}/${step}`, body, { 'if-match': '"9"' })
      t.equal(hidden.status, 404, `${agency} ${step}`)
      t.strictSame({ ...hidden.body, instance: '' }, { ...unknown.body, instance: '' })
    }
  }
  t.equal((await as('science').post(`/v1/matches/${side.id}/ask`, { reason: '一' }, { 'if-match': '"9"' })).status, 412)
})
