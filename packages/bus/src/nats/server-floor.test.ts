import { once } from 'node:events'
import { createServer } from 'node:net'
import type { ServerInfo } from '@nats-io/nats-core'
import t from 'tap'
import { BusUnavailable } from '../bus.ts'
import { failure } from '../contract/broker.ts'
import { connectNats } from './connect.ts'
import { judgeServer } from './server-floor.ts'

t.test('versions', async (t) => {
  const judge = (version: string) => judgeServer({ version } as ServerInfo)
  for (const version of ['2.12.7', '2.12.10', '2.15.1', '3.0.0', '2.13.0-beta.1']) t.equal(judge(version), undefined)
  for (const version of ['2.12.6', '2.10.29', '2.9.15', '1.99.99', 'dev', '']) {
    t.match(judge(version), /is too old: 2\.12\.7 or later is required/, version)
  }
  t.match(judgeServer(undefined), /unknown is too old/)
})

t.test('a server below the floor is refused in one sentence', async (t) => {
  const old = createServer((socket) => {
    const info = {
      server_id: 'OLD',
      version: '2.9.15',
      go: 'go1',
      host: '127.0.0.1',
      max_payload: 1048576,
      headers: true
    }
    socket.write(`INFO ${JSON.stringify(info)}\r\n`)
    socket.on('data', (data) => data.includes('PING') && socket.write('PONG\r\n'))
    socket.on('error', () => socket.destroy())
  }).listen(0, '127.0.0.1')
  await once(old, 'listening')
  t.teardown(() => old.close())
  const { port } = old.address() as { port: number }
  const error = await failure(connectNats({ url: `nats://127.0.0.1:${port}`, name: 'test' }))
  t.equal(error.message, 'NATS server 2.9.15 is too old: 2.12.7 or later is required')
})

t.test('where nobody listens', async (t) => {
  const none = createServer().listen(0, '127.0.0.1')
  await once(none, 'listening')
  const { port } = none.address() as { port: number }
  none.close()
  await once(none, 'close')
  const error = await failure(connectNats({ url: `127.0.0.1:${port}`, name: 'test', patience: 300 }))
  t.ok(error instanceof BusUnavailable)
  t.match(error.message, /no NATS server answers at nats:\/\/127\.0\.0\.1/)
})
