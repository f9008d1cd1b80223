import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createKeyPair } from '@wuhu/access'
import { checkStatement, said } from '@wuhu/access/signing'
import { decodeJwt } from 'jose'
import t from 'tap'
import { createAgency } from './agency.ts'
import { type Asked, answerJson, serviceThat } from './service-that.test-setup.ts'

const clue = {
  channel: 'report',
  title: '图纸被带走',
  allegedAct: 'breach-of-confidence',
  description: '复制图纸'
} as const
const taken = { id: 'clue-1', version: 1, status: 'registered', events: [] }

await t.test('one command: token, key, attestation and signature go with it', async (t) => {
  const service = await serviceThat(t, (_, response) => {
    answerJson(response, 201, taken, { etag: '"1"', location: '/v1/clues/clue-1' })
  })
  const answer = await service.agency.command('clue.receive', clue, { attested: 'p-017' })
  const [asked] = service.asked as [Asked]
  t.same([asked.method, asked.url, JSON.parse(asked.body)], ['POST', '/v1/clues', clue])
  t.match(asked.headers, {
    'content-type': 'application/json',
    'idempotency-key': /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    'wuhu-attestation': 'no-state-secret; by=p-017'
  })
  t.notOk(asked.headers['if-match'])
  t.match(answer, { body: taken, status: 201, version: 1, location: '/v1/clues/clue-1', replayed: false })
  t.equal(answer.idempotencyKey, asked.headers['idempotency-key'])

  await service.agency.command('clue.accept', { id: 'clue-1' }, { ifMatch: 1 })
  const accepted = service.asked[1] as Asked
  t.equal(accepted.headers['if-match'], '"1"')
  t.equal(accepted.headers.authorization, asked.headers.authorization, 'the token serves again')
  const { jti } = decodeJwt(String(accepted.headers.authorization).slice(7))
  const checked = await checkStatement({
    signature: String(accepted.headers['wuhu-signature']),
    frame: {
      audience: 'wuhu',
      agency: 'amr',
      token: String(jti),
      idempotencyKey: String(accepted.headers['idempotency-key']),
      ifMatch: '"1"'
    },
    words: said('clue.accept', { id: 'clue-1' }, {}),
    roles: ['agency-system'],
    now: new Date(),
    lookupKey: async (kid) => ({ kid, agency: 'amr', role: 'agency-system', validFrom: '2026-01-01T00:00:00Z' })
  })
  t.equal(checked.signedBy, `amr#${service.kid}`)
})

await t.test('repeats with the same key what may heal, and nothing else', async (t) => {
  const service = await serviceThat(t, (_, response, count) => {
    if (count === 1) response.destroy()
    else if (count === 2) answerJson(response, 503, { code: 'store.unavailable' }, { 'retry-after': '0' })
    else if (count === 3) answerJson(response, 429, { code: 'requests.too-many' }, { 'retry-after': '0' })
    else answerJson(response, 201, taken, { 'idempotency-replayed': 'true' })
  })
  const answer = await service.agency.command('clue.receive', clue)
  t.equal(service.asked.length, 4)
  t.equal(new Set(service.asked.map(({ headers }) => headers['idempotency-key'])).size, 1, 'one key for all')
  t.equal(answer.replayed, true)

  const own = await service.agency.command('clue.receive', clue, { idempotencyKey: 'mine-1' })
  t.equal(own.idempotencyKey, 'mine-1')
  t.equal(service.asked.at(-1)?.headers['idempotency-key'], 'mine-1')
})

await t.test('a refusal is an error with the code, and is not repeated', async (t) => {
  const errors = [{ in: 'body', path: '/title', message: '必填', message_en: 'is required' }]
  const body = {
    code: 'request.invalid',
    title: '请求有误',
    title_en: 'Invalid',
    detail: 'see errors',
    status: 400,
    errors
  }
  const service = await serviceThat(t, (_, response) => answerJson(response, 400, body))
  await t.rejects(service.agency.command('clue.receive', clue), {
    name: 'WuhuProblem',
    message: 'request.invalid: see errors',
    ...{ status: 400, code: 'request.invalid', title: '请求有误', titleEn: 'Invalid', detail: 'see errors', errors }
  })
  t.equal(service.asked.length, 1)
})

await t.test('gives up when time is over, and says what it last heard', async (t) => {
  const service = await serviceThat(t, (_, response) => response.writeHead(502).end('<html>'), { within: 600 })
  await t.rejects(service.agency.command('clue.receive', clue), { name: 'WuhuProblem', status: 502, code: 'http.502' })
  t.ok(service.asked.length > 1)
  const gone = createAgency({
    ...{ agency: 'amr', seed: createKeyPair().seed, within: 400 },
    urls: { infoSharing: 'http://127.0.0.1:1' }
  })
  t.teardown(() => gone.close())
  await t.rejects(gone.command('clue.receive', clue), { name: 'WuhuUnreachable', cause: { code: 'ECONNREFUSED' } })
  const aborted = AbortSignal.abort()
  await t.rejects(gone.command('clue.receive', clue, { signal: aborted }), { name: 'AbortError' })
})

await t.test('signs as it is told to', async (t) => {
  const sign = async ({ command, idempotencyKey }: { command: string; idempotencyKey: string }) =>
    `${command}/${idempotencyKey}`
  const service = await serviceThat(t, (_, response) => answerJson(response, 201, taken), { sign, attested: 'p-1' })
  await service.agency.command('clue.receive', clue, { idempotencyKey: 'k' })
  t.match(service.asked[0]?.headers, {
    'wuhu-signature': 'clue.receive/k',
    'wuhu-attestation': 'no-state-secret; by=p-1'
  })
  const unsigned = await serviceThat(t, (_, response) => answerJson(response, 201, taken), { sign: false })
  await unsigned.agency.command('clue.receive', clue)
  t.notOk(unsigned.asked[0]?.headers['wuhu-signature'])
})

await t.test('asks', async (t) => {
  const service = await serviceThat(t, (_, response) => answerJson(response, 200, { items: [] }))
  t.same(await service.agency.query('clue.list', { limit: 5 }), { items: [] })
  t.equal(service.asked[0]?.url, '/v1/clues?limit=5')
})

await t.test('settings that cannot work are refused at once', async (t) => {
  const { seed } = createKeyPair()
  const urls = {}
  t.throws(() => createAgency({ agency: 'amr', urls }), /give seed or keyFile/)
  t.throws(() => createAgency({ agency: 'amr', urls, seed, keyFile: 'x' }), /give seed or keyFile/)
  t.throws(() => createAgency({ agency: 'amr', urls, seed: 'nonsense' }), /not the NKey seed/)
  t.throws(() => createAgency({ agency: 'amr', urls, keyFile: '/nowhere/key.nk' }), { code: 'ENOENT' })
  const keyFile = join(await mkdtemp(join(tmpdir(), 'key-')), 'amr.nk')
  await writeFile(keyFile, `${seed}\n`)
  const agency = createAgency({ agency: 'amr', urls, keyFile })
  t.equal(decodeJwt(await agency.token()).iss, 'amr')
  await t.rejects(agency.command('clue.receive', clue), /urls.infoSharing is not set/)
  t.throws(
    () =>
      agency.subscribe({ cursor: { load: async () => 0, save: async () => {} }, handler: async () => {}, ahead: 0 }),
    RangeError
  )
})
