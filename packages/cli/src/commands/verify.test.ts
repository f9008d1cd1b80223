import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createKeyPair, mintToken } from '@wuhu/access'
import { checkStatement, createEnvelopeSigner, type KnownKey, said, signStatement } from '@wuhu/access/signing'
import { createEnvelope, type Envelope } from '@wuhu/contracts'
import { type App, authenticate } from '@wuhu/host'
import t from 'tap'
import { emptyFolder, runHere, startStack } from '../stack.fixture.ts'

const time = '2026-06-01T01:00:00.000Z'
const [agency, service] = [createKeyPair(), createKeyPair()]
const since = { validFrom: '2026-01-01T00:00:00+08:00' }
const keys: readonly KnownKey[] = [
  { kid: agency.kid, agency: 'psb', role: 'agency-system', ...since, revokedAt: '2026-07-01T00:00:00.000+08:00' },
  { kid: service.kid, agency: 'amr', role: 'service', ...since }
]
let count = 0
const closed = (more: object = {}) =>
  createEnvelope({
    id: `0197a2b4-0000-7000-8000-${String(++count).padStart(12, '0')}`,
    service: 'info-sharing',
    type: 'case.closed.v1',
    subject: 'case/150824-2026-000001',
    time,
    version: count,
    actor: { agency: 'psb' },
    marking: 'work',
    audience: [{ agency: 'psb', ground: 'publisher' }],
    correlationId: 'c-1',
    data: { number: '150824-2026-000001', reason: '办结' },
    ...more
  })

const token = await mintToken({ seed: agency.seed, agency: 'psb' })
const { statement, ...hand } = await checkStatement({
  signature: signStatement({ seed: agency.seed, token, command: 'case.close', now: () => new Date(time) }),
  frame: { audience: 'wuhu', agency: 'psb', token: JSON.parse(atob(token.split('.')[1] ?? '')).jti },
  words: said('case.close', {}, {}),
  roles: ['agency-system'],
  now: new Date(time),
  lookupKey: async (kid) => keys.find((key) => key.kid === kid)
})
const sign = createEnvelopeSigner({ service: 'info-sharing', seed: service.seed })
const byService = sign(closed())
const byAgency = sign(closed({ provenance: { ...hand, statement } }))
const lines = (...events: Envelope[]) =>
  `${events.map((event, index) => `{"index":${index + 1},"stream":"INFO_SHARING","sequence":1,"recorded":"x","event":${JSON.stringify(event)}}`).join('\n')}\n{"manifest":{}}\n`

async function files(t: Parameters<typeof emptyFolder>[0]) {
  const folder = await emptyFolder(t)
  const put = async (name: string, text: string) => {
    await writeFile(join(folder, name), text)
    return join(folder, name)
  }
  return { folder, put, keysFile: await put('keys.json', JSON.stringify({ keys })) }
}

t.test('offline, years later: the key that was valid then', async (t) => {
  const { put, keysFile } = await files(t)
  const event = await put('event.json', JSON.stringify(byAgency, null, 2))
  const one = await runHere(['verify', event, '--keys', keysFile])
  t.match(one, { code: 0, stdout: /^有效 valid .* case\.closed\.v1 .* psb#U/, stderr: '有效 valid 1\n' })
  const replay = await put('replay.ndjson', lines(byService, byAgency))
  const all = await runHere(['verify', '--replay', replay, '--keys', keysFile, '--json'])
  t.equal(all.code, 0)
  t.match(JSON.parse(all.stdout), {
    counts: { valid: 2, invalid: 0 },
    events: [{ by: /for psb$/ }, { by: /^psb#/, statement: statement.digest }]
  })
  const told = await put('told.ndjson', `${JSON.stringify({ sha256: statement.digest, text: statement.text })}\n`)
  t.match(await runHere(['verify', event, '--keys', keysFile, '--statements', told]), { code: 0 })
  const untold = await put('untold.ndjson', `${JSON.stringify({ sha256: statement.digest, text: 'x' })}\n`)
  const other = await runHere(['verify', event, '--keys', keysFile, '--statements', untold])
  t.match(other, { code: 1, stdout: /无效 invalid .* statement\.other-text/ })
})

t.test('what is wrong is named, event by event', async (t) => {
  const { put, keysFile } = await files(t)
  const late = { ...byService, time: '2026-06-01T09:00:00.001+08:00' }
  const gone = { ...byAgency, time: '2026-08-01T09:00:00.000+08:00' }
  const redacted: Envelope = { ...closed(), redacted: 'reason' }
  const replay = await put(
    'replay.ndjson',
    lines(byService, late, gone, closed(), redacted, closed({ provenance: { ...hand, statement } }))
  )
  const { code, stdout, stderr } = await runHere(['verify', '--replay', replay, '--keys', keysFile])
  t.equal(code, 1)
  t.match(stdout.split('\n'), [
    /^有效 valid/,
    /^无效 invalid .* signature\.invalid$/,
    /^无效 invalid .* signature\.key-not-valid-then$/,
    /^未签名 unsigned/,
    /^已脱敏 withheld/,
    /^仅陈述 words-only/
  ])
  t.match(stderr, /2 个签名无效 · valid 1, words-only 1, invalid 2, unsigned 1, withheld 1/)
  const unsigned = await put('unsigned.json', JSON.stringify(closed()))
  t.match(await runHere(['verify', unsigned, '--keys', keysFile]), { code: 4, stderr: /无从核验/ })
  const hidden = await put('hidden.json', JSON.stringify(redacted))
  t.equal((await runHere(['verify', hidden, '--keys', keysFile])).code, 4, 'nothing was proven')
  const twice = lines(byService).replace('"data":', '"data":{"number":"150824-2026-000001","reason":"另"},"data":')
  const doubled = await put('doubled.ndjson', twice)
  const seen = await runHere(['verify', '--replay', doubled, '--keys', keysFile])
  t.match(seen, { code: 1, stdout: /event\.respelt/ }, 'no member hides behind another of its name')
})

t.test('files that are none', async (t) => {
  const { folder, put, keysFile } = await files(t)
  const event = await put('event.json', JSON.stringify(byService))
  const wrong: [string[], RegExp][] = [
    [['verify'], /name one event/],
    [['verify', event, '--replay', event, '--keys', keysFile], /name one event/],
    [['verify', join(folder, 'none'), '--keys', keysFile], /cannot be read/],
    [['verify', event, '--keys', event], /no keys/],
    [['verify', keysFile, '--keys', keysFile], /no event/],
    [['verify', '--replay', await put('torn', '{"index":1'), '--keys', keysFile], /torn:1 is no event/],
    [['verify', event, '--keys', keysFile, '--statements', await put('bad', 'x')], /no statements/]
  ]
  for (const [argv, said] of wrong) {
    const { code, stderr } = await runHere(argv)
    t.equal(code, 2, argv.join(' '))
    t.match(stderr, said)
  }
})

t.test('keys come from the directory, and can be kept for later', async (t) => {
  const stack = await startStack(t, (app: App) => {
    app.get('/v1/agencies', { onRequest: authenticate('directory.read') }, async () => ({
      items: [{ code: 'psb' }, { code: 'amr' }]
    }))
    app.get<{ Params: { code: string } }>(
      '/v1/agencies/:code',
      { onRequest: authenticate('directory.read') },
      async ({ params }) => ({
        code: params.code,
        keys: keys
          .filter((key) => key.agency === params.code)
          .map(({ agency: _, ...key }) => ({ ...key, status: 'valid' }))
      })
    )
  })
  const { folder, put } = await files(t)
  const event = await put('event.json', JSON.stringify(byAgency))
  const kept = join(folder, 'kept.json')
  t.match(await stack.run('verify', event, '--save-keys', kept), { code: 0 })
  t.same(JSON.parse(await readFile(kept, 'utf8')), { keys })
  t.match(await runHere(['verify', event, '--keys', kept]), { code: 0 })
})
