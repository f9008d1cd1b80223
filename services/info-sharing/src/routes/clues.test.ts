import t from 'tap'
import { ahead, clueApp, lead, leader, officeStaff } from './clues.fixture.ts'

t.test('from the report to the archive', async (t) => {
  const { as, store } = await clueApp(t)
  const science = as('science')
  const office = as('amr')
  const police = as('psb')

  const created = await science('POST', '/v1/clues', lead)
  t.equal(created.status, 201, JSON.stringify(created.body))
  const { id, caseNumber } = created.body
  t.match(caseNumber, /^150824-\d{4}-000001$/)
  t.equal(created.headers.location, `/v1/clues/${id}`)
  t.equal(created.headers.etag, '"2"')
  t.strictSame(
    created.body.events.map(({ type }: { type: string }) => type),
    ['clue.received.v1', 'clue.registered.v1', 'case.opened.v1']
  )

  const path = `/v1/clues/${id}`
  const step = async (who: typeof science, name: string, body: object, status: string) => {
    const answer = await who('POST', `${path}/${name}`, body)
    t.equal(answer.status, 200, `${name}: ${JSON.stringify(answer.body)}`)
    t.equal(answer.body.status, status, name)
    return answer
  }
  t.equal((await police('GET', path)).status, 404, 'not theirs yet')
  const due = ahead(21)
  const assigned = await step(office, 'assign', { to: 'psb', dueAt: due, by: officeStaff }, 'assigned')
  t.match(assigned.body.events, [{ type: 'clue.assigned.v1' }, { type: 'case.party-added.v1' }])
  await step(police, 'accept', { handlers: ['p-1', 'p-2'] }, 'verifying')
  await step(police, 'suspend', { basis: 'appraisal' }, 'suspended')
  await step(police, 'resume', { reason: '鉴定意见已出具' }, 'verifying')
  await step(police, 'extend', { dueAt: ahead(42), reason: '案情复杂', by: leader }, 'verifying')
  const filed = await step(
    police,
    'file',
    { agencyCaseNumber: '乌中公(经)立字〔2026〕1号', legalBasis: '刑法第219条', by: leader },
    'filed'
  )
  t.match(filed.body.events, [{ type: 'clue.filed.v1' }, { type: 'case.number-linked.v1' }])
  const early = await office('POST', `${path}/archive`, {})
  t.match(early, { status: 409, body: { code: 'clue.wrong-status' } })
  await step(police, 'feedback', { outcome: '已立案侦查' }, 'feedback-given')
  t.match(await office('POST', `${path}/archive`, {}), { status: 409, body: { code: 'clue.underway' } })
  const decision = { outcome: 'sent-for-prosecution', decidedOn: ahead(0).slice(0, 10), by: leader }
  await step(police, 'decide-penalty', decision, 'concluded')
  await step(police, 'feedback', { outcome: '已移送审查起诉' }, 'feedback-given')
  await step(office, 'archive', {}, 'archived')
  await step(science, 'reopen', { reason: '发现新的证据' }, 'reopened')

  const sender = await science('GET', path)
  t.equal(sender.status, 200)
  t.equal(sender.headers.etag, '"13"')
  t.equal(sender.body.clue.reporterToken, 'r-8f3kQ21x', 'the agency that received it keeps the token')
  t.notOk(sender.body.redacted)
  t.equal(sender.body.history.length, 13)
  t.match(sender.body.history[8], { title: { zh: '线索反馈' }, agency: 'psb', data: { outcome: '已立案侦查' } })
  const handling = await police('GET', path)
  t.equal(handling.body.clue.subject.person, '张某某', 'who handles it sees whom it is about')
  t.strictSame(handling.body.redacted, ['reporterToken'])
  t.notMatch(JSON.stringify(handling.body), /r-8f3kQ21x/)

  const rows = await store.db.selectFrom('events').select(['case_number', 'body']).orderBy('seq').execute()
  const envelopes = rows.map(({ case_number, body }) => ({ case_number, ...JSON.parse(body.toString('utf8')) }))
  const ofClue = envelopes.filter(({ type }) => type.startsWith('clue.'))
  t.ok(
    ofClue.every(({ case_number }) => case_number === caseNumber),
    'every event belongs to the case'
  )
  t.equal(ofClue[0].audience, 'science:publisher,amr:party', 'the office is told of what is registered')
  t.equal(ofClue[2].audience, 'amr:publisher,science:party,psb:party')
  t.match(ofClue[6], { actor: 'psb/p-9/agency-leader', audience: 'psb:publisher,science:party,amr:party' })
  const { timeline } = (await police('GET', `/v1/cases/${caseNumber}`)).body
  const types: string[] = timeline.map(({ event }: { event: { type: string } }) => event.type)
  t.ok(types.indexOf('clue.received.v1') in [0, 1], 'with the history before the assignment')
  t.equal(types.filter((type) => type.startsWith('clue.')).length, 13)
})

t.test('who may see what', async (t) => {
  const { as } = await clueApp(t)
  const draft = await as('science')('POST', '/v1/clues', { ...lead, register: false })
  t.equal(draft.status, 201)
  t.equal(draft.body.status, 'draft')
  t.notOk(draft.body.caseNumber)
  const path = `/v1/clues/${draft.body.id}`
  const missing = '/v1/clues/0198c0de-0000-7000-8000-000000000002'
  for (const agency of ['amr', 'psb']) {
    for (const [method, tail, body] of [
      ['GET', '', undefined],
      ['POST', '/accept', {}],
      ['POST', '/register', {}]
    ] as const) {
      const [hidden, none] = [
        await as(agency)(method, path + tail, body),
        await as(agency)(method, missing + tail, body)
      ]
      t.equal(hidden.status, 404, `${agency} ${method} ${tail}`)
      t.strictSame({ ...hidden.body, instance: '' }, { ...none.body, instance: '' }, 'as if there were none')
    }
  }
  const stale = await as('psb')('POST', `${path}/accept`, {}, { 'if-match': '"9"' })
  t.equal(stale.status, 404, 'a version tells nothing either')
  t.strictSame((await as('amr')('GET', '/v1/clues')).body.items, [])

  const registered = await as('science')('POST', `${path}/register`, {})
  t.equal(registered.body.status, 'registered')
  t.match(registered.body.caseNumber, /-000001$/)
  t.equal((await as('amr')('GET', path)).status, 200, 'the office sees the register')
  t.equal((await as('psb')('GET', path)).status, 404)
  await as('amr')('POST', `${path}/assign`, { to: 'psb', dueAt: ahead(5), by: officeStaff })
  t.equal((await as('psb')('GET', path)).status, 200)
  t.equal((await as('psb')('POST', `${path}/return`, { reason: '不属于本单位职责' })).body.status, 'returned')
  t.equal((await as('psb')('GET', path)).status, 404, 'who returned it has no more need to know')
  t.strictSame((await as('psb')('GET', '/v1/clues')).body.items, [])
})

t.test('guards at the door', async (t) => {
  const { as } = await clueApp(t)
  const { id } = (await as('science')('POST', '/v1/clues', lead)).body
  const path = `/v1/clues/${id}`
  const refused = async (agency: string, name: string, body: object, status: number, code: string) => {
    const answer = await as(agency)('POST', `${path}/${name}`, body)
    t.equal(answer.status, status, `${name} ${code}: ${JSON.stringify(answer.body)}`)
    t.equal(answer.body.code, code)
    t.not(answer.body.title, '', 'it has a Chinese title')
  }
  await refused('science', 'assign', { to: 'psb', dueAt: ahead(5), by: officeStaff }, 409, 'clue.office-only')
  await refused('amr', 'assign', { to: 'psb', dueAt: ahead(5) }, 409, 'clue.role')
  await refused('amr', 'assign', { to: 'nobody', dueAt: ahead(5), by: officeStaff }, 409, 'agency.unknown')
  await refused('amr', 'assign', { to: 'psb', dueAt: ahead(-1), by: officeStaff }, 409, 'clue.due-in-past')
  await refused('amr', 'assign', { to: 'psb', dueAt: '2026-02-30T00:00:00Z', by: officeStaff }, 400, 'request.invalid')
  await refused('amr', 'assign', { to: 'psb', dueAt: ahead(5), by: officeStaff, agency: 'amr' }, 400, 'request.invalid')
  await refused('amr', 'merge', { into: id, reason: '同一案件', by: officeStaff }, 409, 'clue.itself')
  await as('amr')('POST', `${path}/assign`, { to: 'psb', dueAt: ahead(5), by: officeStaff })
  await refused('amr', 'accept', {}, 409, 'clue.assignee-only')
  await refused('psb', 'return', {}, 400, 'request.invalid')
  await refused('psb', 'return', { reason: '   ' }, 400, 'request.invalid')
  await as('psb')('POST', `${path}/accept`, {})
  await refused('psb', 'accept', {}, 409, 'clue.wrong-status')
  await refused('psb', 'file', { agencyCaseNumber: 'x', legalBasis: 'y' }, 409, 'clue.role')
  await refused('psb', 'refer', { ground: '管辖' }, 409, 'clue.referral-target')
  await refused('psb', 'refer', { ground: '管辖', to: 'nobody' }, 409, 'agency.unknown')
  const before = (await as('psb')('GET', path)).body.version
  t.equal(before, 4, 'nothing refused left a trace')

  const wrong = { ...lead, subject: { uscc: '914403001922038217' }, amount: 5 }
  const answer = await as('science')('POST', '/v1/clues', wrong)
  t.equal(answer.status, 400)
  t.strictSame(answer.body.errors.map(({ path }: { path: string }) => path).sort(), ['/amount', '/subject/uscc'])
  t.notMatch(JSON.stringify(answer.body), /914403001922038217/)
  const future = await as('science')('POST', '/v1/clues', { ...lead, receivedAt: ahead(1) })
  t.equal(future.body.code, 'clue.received-in-future')
})

t.test('text at the limit: what the door lets in, the event takes', async (t) => {
  const { as } = await clueApp(t)
  for (const [title, status] of [
    ['好'.repeat(200), 201],
    ['好'.repeat(201), 400],
    ['𠮷'.repeat(200), 201],
    ['𠮷'.repeat(201), 400]
  ] as const) {
    const answer = await as('science')('POST', '/v1/clues', { ...lead, title })
    t.equal(answer.status, status, `${[...title].length} characters: ${JSON.stringify(answer.body)}`)
  }
})

t.test('once, and at the version that was read', async (t) => {
  const { as, direct } = await clueApp(t)
  const key = { 'idempotency-key': 'one' }
  const first = await as('science')('POST', '/v1/clues', lead, key)
  const again = await as('science')('POST', '/v1/clues', lead, key)
  t.strictSame(again.body, first.body)
  t.equal(again.headers['idempotency-replayed'], 'true')
  t.equal((await as('science')('POST', '/v1/clues', { ...lead, title: '另一条' }, key)).status, 422)
  const count = await direct.db.selectFrom('clues').select('id').execute()
  t.equal(count.length, 1)

  const path = `/v1/clues/${first.body.id}/assign`
  const body = { to: 'psb', dueAt: ahead(5), by: officeStaff }
  t.equal((await as('amr')('POST', path, body, { 'if-match': '"1"' })).status, 412)
  t.equal((await as('amr')('POST', path, body, { 'if-match': '"2"' })).status, 200)
})

t.test('a case of one’s own, or one that is open', async (t) => {
  const { as } = await clueApp(t)
  const first = (await as('science')('POST', '/v1/clues', lead)).body
  const joined = await as('science')('POST', '/v1/clues', { ...lead, caseNumber: first.caseNumber })
  t.equal(joined.body.caseNumber, first.caseNumber)
  t.equal(joined.body.events.length, 2, 'no second case is opened')
  for (const caseNumber of [first.caseNumber, '150824-2026-999999']) {
    const stranger = await as('tax')('POST', '/v1/clues', { ...lead, caseNumber })
    t.match(stranger, { status: 409, body: { code: 'case.unknown' } })
  }
  const draft = await as('science')('POST', '/v1/clues', { ...lead, register: false, caseNumber: first.caseNumber })
  t.equal(draft.body.code, 'clue.draft-with-case')
  const second = (await as('tax')('POST', '/v1/clues', lead)).body
  t.match(second.caseNumber, /-000002$/, 'refusals leave no gap')
})

t.test('referral upwards and to a member', async (t) => {
  const { as } = await clueApp(t)
  const verified = async (agency: string) => {
    const { id } = (await as('science')('POST', '/v1/clues', lead)).body
    await as('amr')('POST', `/v1/clues/${id}/assign`, { to: agency, dueAt: ahead(5), by: officeStaff })
    await as(agency)('POST', `/v1/clues/${id}/accept`, {})
    return `/v1/clues/${id}`
  }
  const upwards = await verified('amr')
  t.equal((await as('amr')('POST', `${upwards}/refer`, { ground: '总局令第126号第三条' })).body.status, 'referred')
  const { history } = (await as('science')('GET', upwards)).body
  t.match(history.at(-1), { type: 'clue.referred.v1', data: { outside: '巴彦淖尔市市场监督管理局' } })

  const sideways = await verified('psb')
  await as('psb')('POST', `${sideways}/refer`, { to: 'tax', ground: '管辖' })
  const seen = await as('tax')('GET', sideways)
  t.equal(seen.status, 200)
  t.not(seen.body.clue.subject.person, '张某某', 'who is written to sees a mask')
  t.ok(seen.body.redacted.includes('subject.person'))
})

t.test('by NATS as by HTTP', async (t) => {
  const { client, token } = await clueApp(t)
  t.teardown(() => client.close())
  const ask = async (agency: string, command: string, body: object) => {
    const headers = {
      Authorization: `Bearer ${await token(agency)}`,
      'Wuhu-Attestation': 'no-state-secret; by=p-1'
    }
    const answer = await client.request(`cmd.${agency}.${command}`, Buffer.from(JSON.stringify(body)), { headers })
    return { headers: answer.headers, body: JSON.parse(Buffer.from(answer.body).toString()) }
  }
  const created = await ask('science', 'clue.receive', lead)
  t.equal(created.body.status, 'registered', JSON.stringify(created.body))
  const assigned = await ask('amr', 'clue.assign', { id: created.body.id, to: 'psb', dueAt: ahead(5), by: officeStaff })
  t.equal(assigned.body.status, 'assigned')
  const refused = await ask('science', 'clue.accept', { id: created.body.id })
  t.equal(refused.body.code, 'clue.assignee-only')
})
