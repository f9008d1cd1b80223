import { createSample } from './host.fixture.ts'
import { connect } from 'node:net'
const { app, bearer } = await createSample()
await app.listen({ port: 0, host: '127.0.0.1' })
app.server.requestTimeout = 3000
const port = (app.server.address() as any).port
const s = connect(port, '127.0.0.1'); const t0 = Date.now()
s.on('data', (d) => console.log(Date.now() - t0, d.toString())); s.on('close', () => { console.log('close', Date.now() - t0); process.exit() })
s.write(`POST /v1/items HTTP/1.1\r\nHost: a\r\nAuthorization: ${await bearer('amr')}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a"`)
console.log(app.server.requestTimeout, app.server.headersTimeout)
setTimeout(() => process.exit(), 20000)
