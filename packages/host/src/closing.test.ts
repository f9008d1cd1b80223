import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import t from 'tap'
import { createSample } from './host.fixture.ts'

t.test('clients that keep their connections do not keep the app from closing', async (t) => {
  const { app, bearer } = await createSample()
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const authorization = await bearer('amr')
  let answered = 0
  let going = true
  const ask = async () => {
    const response = await fetch(`http://127.0.0.1:${port}/v1/items`, { headers: { authorization } })
    await response.text()
    answered += 1
  }
  const client = async () => {
    while (going) {
      await ask().catch((error: unknown) => {
        // A request may meet the end of its connection, as ever with connections that are kept.
        if (going) throw error
      })
      await pause(Math.random() * 20)
    }
  }
  const clients = Array.from({ length: 40 }, client)
  while (answered < 400) await pause(1)
  going = false
  const closed = app.close().then(() => true)
  t.equal(await Promise.race([closed, pause(5_000, false, { ref: false })]), true, 'closed within 5 s')
  app.server.closeAllConnections()
  await Promise.all(clients)
})
