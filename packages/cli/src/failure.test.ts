import t from 'tap'
import { asFailure, Failure, failure, refusalOf } from './failure.ts'

const problem = {
  title: '无权进行此操作',
  title_en: 'Not allowed',
  status: 403,
  code: 'access.denied',
  detail: 'role x may not y'
}

t.test('a service’s refusal keeps its problem, and the status decides the exit code', async (t) => {
  const refused = refusalOf('audit', 403, JSON.stringify(problem))
  t.equal(refused.message, '无权进行此操作 · Not allowed: role x may not y')
  t.same(refused.problem, problem)
  const exits = [400, 401, 403, 404, 409, 500, 503].map(
    (status) => refusalOf('audit', status, JSON.stringify(problem)).exitCode
  )
  t.same(exits, [2, 5, 5, 1, 1, 1, 1])
})

t.test('fields are named instead of “see errors”', async (t) => {
  const errors = [{ in: 'query', path: '/case', message: '格式不对', message_en: 'has the wrong format' }]
  const refused = refusalOf('audit', 400, JSON.stringify({ ...problem, detail: 'see errors', errors }))
  t.match(refused.message, /query \/case: 格式不对 · has the wrong format$/)
})

t.test('an answer that is no problem+json is named by its status', async (t) => {
  for (const body of ['<html>', '', 'null', '[]']) {
    t.match(refusalOf('audit', 502, body), { message: 'audit 答复 502 · audit answered 502', exitCode: 1 })
  }
})

t.test('other errors become one line without control characters; failures stay what they are', async (t) => {
  const known = failure('missing', 'gaps', '缺', 'missing')
  t.equal(asFailure(known), known)
  const other = asFailure(new Error('two\nlines\u001b[2J'))
  t.ok(other instanceof Failure)
  t.equal(other.message, '失败：two lines [2J · failed: two lines [2J')
  t.equal(other.exitCode, 1)
})
