import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import t from 'tap'
import { views } from '../views.ts'
import { evidence, sealedCase } from './attachments.fixture.ts'

t.test('sealed attachments', async (t) => {
  const service = await sealedCase(t)
  const { amr, psb, court, tax, number, send, seal, open, announce, put, download, store, deps } = service
  const attachments = `/v1/cases/${number}/attachments`

  await t.test('travel as ciphertext, from the sender to the recipient', async (t) => {
    const content = evidence()
    const sealed = await seal(content, 'amr', 'psb')
    const announced = await announce(amr, sealed)
    t.match(announced, { status: 201, body: { upload: /^\/v1\/attachments\/[0-9a-f-]{36}\/content$/ } })
    const { id, upload } = announced.body
    t.match(await psb.get(attachments), { status: 200, body: { items: [] } }, 'an announcement is no attachment')
    t.equal((await psb.get(`/v1/attachments/${id}`)).status, 404)

    t.match(await put(amr, upload, sealed.bytes), {
      status: 201,
      headers: { etag: '"1"' },
      body: { id, version: 1, status: 'sealed', events: [{ type: 'attachment.sealed.v1' }] }
    })
    t.match(await psb.get(attachments), { body: { items: [{ id, title: '服务器镜像', sender: 'amr' }] } })
    const got = await download(psb, upload)
    t.match(got, {
      status: 200,
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(sealed.size),
        etag: `"${sealed.sha256}"`,
        'repr-digest': `sha-256=:${Buffer.from(sealed.sha256, 'hex').toString('base64')}:`
      }
    })
    t.ok((await open('psb', got.bytes)).equals(content))
    t.ok((await open('amr', (await download(amr, upload)).bytes)).equals(content), 'the sender keeps access')
  })

  await t.test('are the same 404 to everybody else, whether there or not', async (t) => {
    const { id, content } = await send(amr, evidence(500), 'amr', 'psb')
    const none = randomUUIDv7()
    for (const client of [tax, court]) {
      for (const [there, missing] of [
        [await client.get(`/v1/attachments/${id}`), await client.get(`/v1/attachments/${none}`)],
        [
          await client.post(`/v1/attachments/${id}/receive`, { sha256: 'a'.repeat(64) }, { 'if-match': '"9"' }),
          await client.post(`/v1/attachments/${none}/receive`, { sha256: 'a'.repeat(64) }, { 'if-match': '"9"' })
        ],
        [
          await client.post(`/v1/attachments/${id}/hand-over`, { to: 'psb' }),
          await client.post(`/v1/attachments/${none}/hand-over`, { to: 'psb' })
        ],
        [await put(client, content, Buffer.from('x')), await put(client, content.replace(id, none), Buffer.from('x'))]
      ] as const) {
        t.equal(there.status, 404)
        t.same({ ...there.body, instance: '' }, { ...missing.body, instance: '' })
      }
      const hidden = await download(client, content)
      t.equal(hidden.status, 404)
      t.notOk(hidden.text.includes('age-encryption'))
      t.equal((await client.get(attachments)).status, 404)
    }
    t.equal((await put(psb, content, Buffer.from('x'))).status, 404, 'only who announced it uploads it')
    t.equal((await service.admin.get(`/v1/attachments/${id}`)).status, 403, 'administrators see no case material')
  })

  await t.test('are refused unless they are sealed as announced', async (t) => {
    const sealed = await seal(evidence(), 'amr', 'psb')
    const upload = (await announce(amr, sealed)).body.upload
    const { size } = sealed
    const flipped = Buffer.from(sealed.bytes)
    flipped[size - 10] = (flipped[size - 10] ?? 0) ^ 1
    const plain = Buffer.alloc(size, '商业秘密')
    const armored = Buffer.from(`-----BEGIN AGE ENCRYPTED FILE-----\n${'A'.repeat(size - 35)}`)
    for (const [what, bytes, code] of [
      ['plaintext', plain, 'attachment.not-sealed'],
      ['armoured text', armored, 'attachment.not-sealed'],
      ['plaintext behind the magic', Buffer.from(`age-encryption.org/v1\n${plain}`).subarray(0, size), 'not-sealed'],
      ['a flipped bit', flipped, 'attachment.sha256-differs'],
      ['a torn file', sealed.bytes.subarray(0, size - 1), 'attachment.size-differs'],
      ['more than announced', Buffer.concat([sealed.bytes, plain]), 'attachment.size-differs']
    ] as const) {
      const reply = await put(amr, upload, bytes)
      t.equal(reply.status, 422, what)
      t.match(reply.body.code, new RegExp(`${code}$`), what)
    }
    const chunked = { 'transfer-encoding': 'chunked' }
    t.match(await put(amr, upload, sealed.bytes.subarray(0, 5000), chunked), { status: 422 })
    t.equal((await put(amr, upload, sealed.bytes, { 'content-type': 'application/json' })).status, 415)
    const { count } = await store.db
      .selectFrom('attachment_objects_begun')
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirstOrThrow()
    t.equal(Number(count), 0, 'nothing is left of them')
    t.equal((await put(amr, upload, sealed.bytes)).status, 201, 'and the upload may be repeated')
    t.equal((await put(amr, upload, sealed.bytes)).status, 201, 'as often as one likes')

    const more = { ...(await seal(evidence(1000), 'amr', 'psb', 'tax')), recipients: sealed.recipients }
    const secretly = await put(amr, (await announce(amr, more)).body.upload, more.bytes)
    t.match(secretly, { status: 422, body: { detail: /sealed to 3 keys, and 2 were named/ } })
  })

  await t.test('go only to agencies of the case, under the keys they publish', async (t) => {
    const sealed = await seal(evidence(500), 'amr', 'psb')
    const [own, other] = sealed.recipients
    const refused = async (client: typeof amr, change: object, answer: object) =>
      t.match(await announce(client, sealed, change), answer)
    for (const agency of ['tax', 'nobody']) {
      const recipients = [own, { agency, key: service.keys.get('tax') }]
      await refused(amr, { recipients }, { status: 409, body: { code: 'attachment.recipient-not-in-case' } })
    }
    const outdated = [own, { agency: 'psb', key: service.keys.get('tax') }]
    await refused(amr, { recipients: outdated }, { status: 409, body: { code: 'sealing-key.outdated' } })
    await refused(amr, { recipients: [own] }, { status: 409, body: { code: 'attachment.no-recipient' } })
    await refused(
      amr,
      { recipients: [own, other, other] },
      { status: 409, body: { code: 'attachment.recipient-twice' } }
    )
    await refused(tax, {}, { status: 404, body: { code: 'case.unknown' } })
    await refused(amr, { caseNumber: '150824-2026-000099' }, { status: 404, body: { code: 'case.unknown' } })
    await refused(amr, { size: deps.attachmentMaxBytes + 1 }, { status: 413 })
    await refused(amr, { title: '绝密★ 某文件' }, { status: 422, body: { code: 'state-secret.suspected' } })
  })

  await t.test('pass through hands that are on record', async (t) => {
    const { id, sealed } = await send(amr, evidence(500), 'amr', 'psb')
    const path = `/v1/attachments/${id}`
    t.match(await amr.post(`${path}/hand-over`, { to: 'psb', note: '专人送达' }), {
      body: { version: 2, events: [{ type: 'attachment.handed-over.v1' }] }
    })
    t.same((await amr.post(`${path}/hand-over`, { to: 'psb' })).body.events, [], 'said once')
    t.match(await amr.post(`${path}/hand-over`, { to: 'tax' }), {
      status: 409,
      body: { code: 'attachment.not-sealed-to' }
    })
    t.match(await psb.post(`${path}/receive`, { sha256: 'a'.repeat(64) }), {
      status: 409,
      body: { code: 'attachment.sha256-differs' }
    })
    t.match(await amr.post(`${path}/receive`, { sha256: sealed.sha256 }), { body: { code: 'attachment.own' } })
    t.match(await psb.post(`${path}/receive`, { sha256: sealed.sha256 }), { body: { version: 3, status: 'received' } })
    for (const client of [amr, psb]) {
      t.match((await client.get(path)).body.custody, [
        { step: 'sealed', agency: 'amr', sha256: sealed.sha256 },
        { step: 'handed-over', agency: 'amr', to: 'psb', note: '专人送达' },
        { step: 'received', agency: 'psb', sha256: sealed.sha256 }
      ])
    }
    const timeline = (await psb.get(`/v1/cases/${number}`)).body.timeline
    t.ok(timeline.some(({ event }: { event: { type: string } }) => event.type === 'attachment.received.v1'))
  })

  await t.test('get another recipient from a holder, who seals them again', async (t) => {
    const content = evidence(4000)
    const { id, sealed, content: url } = await send(amr, content, 'amr', 'psb')
    const path = `/v1/attachments/${id}/recipients`
    const wider = await seal(content, 'amr', 'psb', 'court')
    t.match(await amr.post(path, of(wider)), { status: 409, body: { code: 'attachment.recipient-not-in-case' } })
    t.match(await amr.post(path, of(sealed)), { status: 409, body: { code: 'attachment.recipient-known' } })
    t.match(await amr.post(path, of(await seal(content, 'amr', 'court'))), {
      body: { code: 'attachment.recipient-dropped' }
    })
    t.equal((await court.post(path, of(wider))).status, 404)
    await amr.post(`/v1/cases/${number}/add-party`, { agency: 'court', history: false, reason: '移送审理' })
    const announced = await psb.post(path, of(wider))
    t.equal(announced.status, 201, 'a recipient is a holder too')
    t.equal((await court.get(`/v1/attachments/${id}`)).status, 404, 'not before the new ciphertext is here')
    t.match(await put(psb, announced.body.upload, sealed.bytes), { status: 422 }, 'the old one is not the new one')
    t.match(await put(psb, announced.body.upload, wider.bytes), {
      status: 201,
      body: { events: [{ type: 'attachment.recipient-added.v1' }] }
    })
    t.ok((await open('court', (await download(court, url)).bytes)).equals(content))
    const seen = (await court.get(`/v1/attachments/${id}`)).body
    t.equal(seen.sealings.length, 1, 'what was not sealed to it stays out of its reach')
    t.match(seen.sealings[0], { holder: 'psb', sha256: wider.sha256 })
    const first = (await amr.get(`/v1/attachments/${id}`)).body.sealings[0].object
    t.equal((await download(court, `${url}?object=${first}`)).status, 404)
    t.ok((await download(psb, `${url}?object=${first}`)).bytes.equals(sealed.bytes))
    t.match(await court.post(`/v1/attachments/${id}/receive`, { sha256: sealed.sha256 }), { status: 409 })
  })

  await t.test('come in ranges too', async (t) => {
    const { sealed, content } = await send(amr, evidence(10_000), 'amr', 'psb')
    const ask = (range: string, more: Record<string, string> = {}) => download(psb, content, { range, ...more })
    for (const [range, from, to] of [
      ['bytes=0-9', 0, 9],
      ['bytes=9000-', 9000, sealed.size - 1],
      ['bytes=-100', sealed.size - 100, sealed.size - 1],
      ['bytes=5-999999', 5, sealed.size - 1]
    ] as const) {
      const got = await ask(range)
      t.match(got, { status: 206, headers: { 'content-range': `bytes ${from}-${to}/${sealed.size}` } })
      t.ok(got.bytes.equals(sealed.bytes.subarray(from, to + 1)), range)
    }
    t.match(await ask('bytes=999999-'), { status: 416, headers: { 'content-range': `bytes */${sealed.size}` } })
    for (const range of ['bytes=0-1,5-6', 'lines=0-9', 'bytes=9-1', 'bytes=-']) t.equal((await ask(range)).status, 200)
    t.equal((await ask('bytes=0-9', { 'if-range': '"other"' })).status, 200)
    t.equal((await ask('bytes=0-9', { 'if-range': `"${sealed.sha256}"` })).status, 206)
  })

  await t.test('names that are no ids reach nothing', async (t) => {
    for (const id of ['..%2f..%2fetc%2fpasswd', 'x', `${randomUUIDv7()}%00`, randomUUIDv7().toUpperCase()]) {
      t.match((await download(psb, `/v1/attachments/${id}/content`)).status, 400, id)
      t.match((await put(psb, `/v1/attachments/${id}/content`, Buffer.from('x'))).status, 400, id)
    }
    t.equal((await download(psb, `/v1/attachments/${randomUUIDv7()}/content?object=../x`)).status, 400)
  })

  await t.test('the database itself shows them to nobody else, and every reading is on record', async (t) => {
    const { id, content } = await send(amr, evidence(500), 'amr', 'psb')
    const seen = (agency: string) =>
      store.as(agency, async ({ db }) => {
        const all = [
          await db.selectFrom('attachments').select('id').where('id', '=', id).execute(),
          await db.selectFrom('attachment_sealings').select('object').where('attachment', '=', id).execute(),
          await db.selectFrom('attachment_custody').select('step').where('attachment', '=', id).execute()
        ]
        return all.map(({ length }) => length)
      })
    t.same(await seen('amr'), [1, 1, 1])
    t.same(await seen('psb'), [1, 1, 1])
    t.same(await seen('tax'), [0, 0, 0])
    t.same(await store.db.selectFrom('attachments').select('id').execute(), [], 'nobody is nobody')
    await download(psb, content)
    await psb.get(`/v1/attachments/${id}`)
    const reads = await store.db
      .selectFrom('reads')
      .select(['agency', 'channel', 'case_number', 'classes'])
      .where('subjects', '@>', sql<string[]>`array[${`attachment/${id}`}]`)
      .orderBy('id')
      .execute()
    const common = { agency: 'psb', channel: 'attachment', case_number: number }
    t.match(reads, [
      { ...common, classes: ['secret'] },
      { ...common, classes: ['open', 'work'] }
    ])
  })

  await t.test('the views can be rebuilt from the events', async (t) => {
    const tables = ['attachments', 'attachment_sealings', 'attachment_custody', 'directory_sealing_keys'] as const
    const dump = async () =>
      await store.transaction(async (tx) => {
        const rows = []
        for (const table of tables) rows.push((await tx.db.selectFrom(table).selectAll().execute()).sort(byJson))
        return JSON.stringify(rows)
      })
    const before = await dump()
    t.ok(before.length > 1000)
    const view = views.find(({ name }) => name === 'attachments')
    await store.transaction(async (tx) => {
      for (const table of tables) await tx.db.deleteFrom(table).execute()
      const rows = await tx.db.selectFrom('events').select('body').orderBy('seq').execute()
      for (const { body } of [...rows, ...rows]) await view?.apply(tx.db, JSON.parse(body.toString('utf8')))
    })
    t.equal(await dump(), before)
  })
})

const of = ({ size, sha256, recipients }: { size: number; sha256: string; recipients: readonly object[] }) => ({
  size,
  sha256,
  recipients
})
const byJson = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
