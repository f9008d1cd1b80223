import t from 'tap'
import { authenticate } from './authenticate.ts'
import { createSample } from './host.fixture.ts'

t.test('a route that does not say who may call it does not start', async (t) => {
  const { app } = await createSample()
  const answer = async () => ({})
  t.throws(() => app.get('/v1/secret', answer), /GET \/v1\/secret: who may call it\?/)
  t.throws(() => app.get('/v1/hidden', { schema: { hide: true } }, answer), /who may call it\?/)
  t.throws(() => app.post('/v1/hooked', { onRequest: async () => undefined }, answer), /who may call it\?/)
  t.throws(() => app.get('/documents', answer), /who may call it\?/)
  t.doesNotThrow(() => app.get('/v1/open', { schema: { security: [] } }, answer))
  t.doesNotThrow(() => app.get('/v1/asked', { onRequest: authenticate('gaps.read') }, answer))
})

t.test('the description says what is asked', async (t) => {
  const { app } = await createSample()
  const { paths } = (await app.inject('/openapi.json')).json()
  t.equal(paths['/v1/items'].get['x-action'], 'clue.read')
  t.equal(paths['/v1/items'].post['x-action'], 'clue.work')
  t.equal(paths['/metrics'].get['x-action'], 'metrics.read')
  t.same(paths['/health/live'].get.security, [])
})
