import t from 'tap'
import { createAgencyLimit } from './agency-limit.ts'
import { createSample } from './host.fixture.ts'

t.test('an agency that asks too often waits, and the others do not', async (t) => {
  const { app, bearer } = await createSample({ agencyRateLimit: 3 })
  const ask = async (agency: string) =>
    app.inject({ url: '/v1/items', headers: { authorization: await bearer(agency) } })
  for (let n = 0; n < 3; n++) t.equal((await ask('amr')).statusCode, 200)
  const refused = await ask('amr')
  t.equal(refused.statusCode, 429)
  t.match(refused.json(), { code: 'rate.agency', title: '本单位请求过于频繁', detail: /repeat in \d+ seconds/ })
  t.match(refused.headers['retry-after'], /^([1-9]|[1-5]\d|60)$/)
  t.equal((await ask('psb')).statusCode, 200)
})

t.test('what cannot prove whose it is counts for no agency', async (t) => {
  const { app, bearer } = await createSample({ agencyRateLimit: 1 })
  const headers = { authorization: `${await bearer('amr')}x` }
  for (let n = 0; n < 5; n++) t.equal((await app.inject({ url: '/v1/items', headers })).statusCode, 401)
  t.equal((await app.inject({ url: '/v1/items', headers: { authorization: await bearer('amr') } })).statusCode, 200)
})

t.test('the limit is for each agency', async (t) => {
  const limit = createAgencyLimit(1)
  await limit('amr')
  await t.rejects(limit('amr'), { status: 429, code: 'rate.agency' })
  await limit('psb')
})
