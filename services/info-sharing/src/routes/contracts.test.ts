import { catalogue } from '@wuhu/contracts'
import t from 'tap'
import { testService } from '../app.test-setup.ts'

t.test('what travels is described for everybody', async (t) => {
  const { app } = await testService(t)
  const get = async (url: string) => {
    const reply = await app.inject({ method: 'GET', url })
    return { status: reply.statusCode, body: reply.json(), type: reply.headers['content-type'] }
  }
  t.match(await get('/asyncapi.json'), { status: 200, body: { asyncapi: '3.1.0' } })
  for (const { type } of catalogue) {
    const { status, body } = await get(`/v1/schemas/${type}`)
    t.equal(status, 200)
    t.equal(body.$id, `urn:wuhu:event:${type}`)
  }
  t.match(await get('/v1/schemas/clue.invented.v1'), { status: 404, body: { code: 'schema.unknown' } })

  await t.test('and so is every route', async (t) => {
    const { body } = await get('/openapi.json')
    t.equal(body.openapi, '3.1.0')
    for (const path of ['/v1/agencies', '/v1/cases/{number}', '/v1/notices/{id}/sign', '/v1/clues/{id}/assign']) {
      t.ok(body.paths[path], path)
    }
  })

  await t.test('but nothing else is open', async (t) => {
    const { body } = await get('/openapi.json')
    const open = ['/health/live', '/health/ready', '/asyncapi.json', '/v1/schemas/{type}']
    for (const [path, methods] of Object.entries<object>(body.paths)) {
      if (open.includes(path)) continue
      for (const method of Object.keys(methods)) {
        const url = path.replaceAll(/\{\w+\}/g, '019a0000-0000-7000-8000-000000000001')
        const reply = await app.inject({
          method: method.toUpperCase() as 'GET',
          url,
          ...(method === 'post' && { payload: {} })
        })
        t.equal(reply.statusCode, 401, `${method} ${path}`)
      }
    }
  })
})
