import { Type } from '@sinclair/typebox'
import t from 'tap'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { defineCommand } from './define-command.ts'
import { createSample } from './host.fixture.ts'
import { answerPage, createPages, pageQuery, pagesById, pagesByTime } from './page.ts'
import { defineQuery, nextLink } from './queries.ts'

const { app, bearer } = await createSample()
t.teardown(() => app.close())

t.test('filters are text, read as the schema says', async (t) => {
  const get = async (url: string) => app.inject({ url, headers: { authorization: await bearer('amr') } })
  const page = await get('/v1/items?limit=5')
  t.same(page.json(), { limit: 5, agency: 'amr', scope: 'own' })
  t.equal(page.headers.etag, '"3"')
  t.equal(page.headers.link, '</v1/items?limit=5&after=abc>; rel="next"')
  t.equal((await get('/v1/items')).json().limit, 20)
  for (const [query, path] of [
    ['limit=0', '/limit'],
    ['limit=x', '/limit'],
    ['limit=0x10', '/limit'],
    ['limit=1e1', '/limit'],
    ['limit=%2010', '/limit'],
    ['limit=1e400', '/limit'],
    ['limit=9999999999999999', '/limit'],
    ['limit=', '/limit'],
    ['limits=5', '/limits'],
    ['limit=1&limit=2', '/limit']
  ] as const) {
    const reply = await get(`/v1/items?${query}`)
    t.equal(reply.statusCode, 400, query)
    t.match(reply.json(), { code: 'request.invalid', errors: [{ in: 'query', path }] }, query)
  }
  t.equal((await app.inject('/v1/items')).statusCode, 401)
})

t.test('a link keeps the filters and replaces the cursor', async (t) => {
  t.equal(nextLink('/v1/clues?state=filed&after=old', 'a b'), '</v1/clues?state=filed&after=a+b>; rel="next"')
})

t.test('a cursor leads back to its place, in its own list only', async (t) => {
  const place = Type.Object({ at: Type.Integer() })
  const cursor = encodeCursor('clues', { at: 42 })
  t.match(cursor, /^[A-Za-z0-9_-]+$/)
  t.same(decodeCursor('clues', place, cursor), { at: 42 })
  const wrong = [
    '',
    'x',
    cursor.slice(0, -2),
    encodeCursor('cases', { at: 42 }),
    encodeCursor('clues', { at: 'x' }),
    encodeCursor('clues', undefined)
  ]
  for (const text of wrong) {
    t.throws(() => decodeCursor('clues', place, text), { status: 400, code: 'cursor.invalid' }, text)
  }
})

t.test('a list is read page by page, from one row more than a page has', async (t) => {
  const ids = ['01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-774b-bcce-b302099a8058']
  const all = ids.map((id, day) => ({ id, seen_at: new Date(Date.UTC(2026, 5, day + 1)) }))
  const [first, second] = all
  const byId = pagesById('things')
  const byTime = pagesByTime('things', 'seen_at')

  t.same(byId.cut(all, 2), { rows: all, next: undefined }, 'the last page may be full')
  t.same(answerPage(all, undefined), { body: { items: all } })
  const { rows, next } = byId.cut(all, 1)
  t.same(rows, [first])
  t.same(answerPage(rows, next), { body: { items: rows, next }, next })
  t.same(byId.from(next), { id: first?.id })
  t.equal(byId.from(undefined), undefined)
  t.same(byTime.from(byTime.cut(all, 1).next), { at: '2026-06-01T00:00:00.000Z', id: first?.id })

  const invalid = { status: 400, code: 'cursor.invalid' }
  t.throws(() => byTime.from(next), invalid, 'the place of another order')
  t.throws(() => pagesById('others').from(next), invalid, 'the place of another list')
  t.throws(() => byId.from('abc'), invalid)
  const made = createPages('things', Type.Object({ id: Type.String() }), () => ({ id: "' or true" })).cut(
    [second, first],
    1
  )
  t.throws(() => byId.from(made.next), invalid, 'an id that was made up')

  t.match(pageQuery(), { limit: { minimum: 1, default: 50, maximum: 200 } })
  t.match(pageQuery(200, 1000), { limit: { minimum: 1, default: 200, maximum: 1000 } })
})

t.test('a definition that contradicts itself is refused at start', async (t) => {
  const usual = {
    name: 'a.b',
    path: '/a/:id',
    action: 'clue.work',
    title: { zh: '', en: '' },
    answer: Type.Object({})
  } as const
  const execute = async () => ({ body: {} })
  const strict = { additionalProperties: false }
  const id = Type.Object({ id: Type.String() }, strict)
  t.throws(() => defineCommand({ ...usual, execute }), /does not name the params/)
  t.throws(() => defineCommand({ ...usual, execute, params: id, body: Type.Object({}) }), /unknown fields/)
  t.throws(() => defineCommand({ ...usual, execute, params: id, body: id }), /in the path and in the body/)
  t.throws(() => defineCommand({ ...usual, execute, params: id, name: 'Bad name' }), /<area>.<imperative>/)
  t.throws(() => defineQuery({ ...usual, execute, path: '/a', query: Type.Object({}) }), /unknown fields/)
})
