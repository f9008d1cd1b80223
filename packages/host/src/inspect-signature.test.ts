import { createKeyPair, createVerifier, type KeyRecord, mintToken } from '@wuhu/access'
import { signStatement } from '@wuhu/access/signing'
import { createMemoryBroker } from '@wuhu/bus/memory'
import t from 'tap'
import { createSample } from './host.fixture.ts'
import { inspectSignature } from './inspect-signature.ts'
import { serveCommands } from './serve-commands.ts'

const since = { role: 'agency-system', validFrom: '2020-01-01T00:00:00Z' } as const
const [amr, psb] = [createKeyPair(), createKeyPair()]
const keys = new Map<string, KeyRecord>([
  [amr.kid, { kid: amr.kid, agency: 'amr', ...since }],
  [psb.kid, { kid: psb.kid, agency: 'psb', ...since }]
])
const lookupKey = async (kid: string) => keys.get(kid)
const { app, calls, commands, lines } = await createSample({
  verify: createVerifier({ audience: 'wuhu', lookupKey }),
  inspectors: [inspectSignature({ audience: 'wuhu', lookupKey, now: () => new Date() })]
})
const bus = createMemoryBroker().connect()
const stop = await serveCommands(app, bus, commands)
t.teardown(async () => {
  await stop()
  await bus.close()
  await app.close()
})

interface Sent {
  readonly id: string
  readonly body: object
  readonly headers: Record<string, string>
}

/** The same request by both doors. */
async function both({ id, body, headers }: Sent) {
  const http = await app.inject({
    method: 'POST',
    url: `/v1/items/${id}/put`,
    headers: { ...headers, 'content-type': 'application/json' },
    payload: JSON.stringify(body)
  })
  const nats = await bus.request('cmd.amr.item.put', Buffer.from(JSON.stringify({ id, ...body })), { headers })
  return [
    { door: 'http', status: http.statusCode, body: http.json() },
    { door: 'nats', status: Number(nats.headers.Status), body: JSON.parse(Buffer.from(nats.body).toString()) }
  ]
}

/** A signed request of amr, and what becomes of it when something is changed after signing. */
async function signed(change: (sent: Sent) => Sent = (sent) => sent, seed = amr.seed) {
  const token = await mintToken({ seed: amr.seed, agency: 'amr' })
  const body = { text: '甲', count: 2 }
  const statement = { token, command: 'item.put', params: { id: '7' }, body, idempotencyKey: 'k-1', ifMatch: '"6"' }
  const headers = {
    Authorization: `Bearer ${token}`,
    'Idempotency-Key': 'k-1',
    'If-Match': '"6"',
    'Wuhu-Signature': signStatement({ seed, ...statement })
  }
  return await both(change({ id: '7', body, headers }))
}

t.test('a signed command runs at both doors, and brings its statement along', async (t) => {
  const before = calls.length
  for (const { door, status } of await signed()) t.equal(status, 200, door)
  const ran = calls.slice(before)
  t.equal(ran.length, 2)
  for (const { provenance } of ran) {
    t.equal(provenance.signedBy, `amr#${amr.kid}`)
    t.match(provenance.statement?.text, /\nitem\.put\n\{"id":"7"\}\n\{"count":2,"text":"甲"\}$/)
    t.match(provenance.signature, /^[\w-]+\.\.[\w-]+$/)
  }
})

t.test('without a signature it runs as before', async (t) => {
  for (const { status } of await signed(({ headers: { 'Wuhu-Signature': _, ...headers }, ...sent }) => ({
    ...sent,
    headers
  }))) {
    t.equal(status, 200)
  }
  t.same(calls.at(-1)?.provenance, {})
})

t.test('a signature on something else is refused at both doors, and nothing runs', async (t) => {
  const before = calls.length
  const other = await mintToken({ seed: amr.seed, agency: 'amr' })
  const headed = (more: Record<string, string>) => (sent: Sent) => ({ ...sent, headers: { ...sent.headers, ...more } })
  const changes: [string, string, (sent: Sent) => Sent, string?][] = [
    ['another body', 'signature.invalid', (sent) => ({ ...sent, body: { text: '乙', count: 2 } })],
    ['a field more', 'signature.invalid', (sent) => ({ ...sent, body: { ...sent.body, code: 'ab' } })],
    ['another item', 'signature.invalid', (sent) => ({ ...sent, id: '8' })],
    ['another key', 'signature.invalid', headed({ 'Idempotency-Key': 'k-2' })],
    ['another version', 'signature.invalid', headed({ 'If-Match': '"7"' })],
    ['another attestation', 'signature.invalid', headed({ 'Wuhu-Attestation': 'no-state-secret; by=p-1' })],
    ['another token of the same agency', 'signature.invalid', headed({ Authorization: `Bearer ${other}` })],
    ["another agency's key", 'signature.key', (sent) => sent, psb.seed],
    ['no JWS', 'signature.malformed', headed({ 'Wuhu-Signature': 'yes' })],
    ['nothing', 'signature.malformed', headed({ 'Wuhu-Signature': '' })]
  ]
  for (const [what, code, change, seed] of changes) {
    for (const { door, status, body } of await signed(change, seed)) {
      t.match({ status, body }, { status: 422, body: { code, title: /签名/ } }, `${door}: ${what}`)
    }
  }
  t.equal(calls.length, before)
  t.notMatch(lines.join('\n'), /甲|乙/, 'no line repeats what was sent')
})

t.test('what the schema fills in was not said by the agency', async (t) => {
  const { commands, ...sample } = await createSample({
    verify: createVerifier({ audience: 'wuhu', lookupKey }),
    inspectors: [inspectSignature({ audience: 'wuhu', lookupKey, now: () => new Date() })]
  })
  t.teardown(() => sample.app.close())
  const token = await mintToken({ seed: amr.seed, agency: 'amr' })
  const signature = signStatement({ seed: amr.seed, token, command: 'item.create' })
  const headers = { authorization: `Bearer ${token}`, 'wuhu-signature': signature }
  const { statusCode } = await sample.app.inject({ method: 'POST', url: '/v1/items', headers })
  t.equal(statusCode, 201, 'no body is the empty object')
  t.match(sample.calls.at(-1)?.provenance.statement?.text, /\nitem\.create\n\{\}\n\{\}$/)
})
