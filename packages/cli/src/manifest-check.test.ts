import { createHash } from 'node:crypto'
import t from 'tap'
import { createManifestCheck } from './manifest-check.ts'

const lines = Array.from(
  { length: 40 },
  (_, index) => `${JSON.stringify({ index, event: { text: '线索'.repeat(index) } })}\n`
)
const sha256 = createHash('sha256').update(lines.join('')).digest('hex')
const manifestLine = (change: object = {}) =>
  `${JSON.stringify({ manifest: { filters: {}, range: { upto: 40, streams: {} }, count: 40, sha256, ...change } })}\n`

function check(bytes: Buffer, size = bytes.length) {
  const manifest = createManifestCheck()
  for (let at = 0; at < bytes.length; at += size) manifest.add(bytes.subarray(at, at + size))
  return manifest.finish()
}

t.test('however the bytes are cut into chunks, count and hash are found', async (t) => {
  const bytes = Buffer.from(lines.join('') + manifestLine())
  for (const size of [1, 2, 3, 7, 64, 1000, bytes.length]) t.match(check(bytes, size), { count: 40, sha256 }, `${size}`)
})

t.test('a replay of nothing is one too', async (t) => {
  const empty = createHash('sha256').digest('hex')
  t.match(check(Buffer.from(manifestLine({ count: 0, sha256: empty }))), { count: 0 })
})

t.test('a flipped byte, a line less or more, a torn end: each is found', async (t) => {
  const whole = Buffer.from(lines.join('') + manifestLine())
  const flipped = Buffer.from(whole)
  flipped[10] = (flipped[10] ?? 0) ^ 1
  t.throws(() => check(flipped), { exitCode: 1, message: /SHA-256/ })
  t.throws(() => check(Buffer.from(lines.slice(1).join('') + manifestLine())), {
    exitCode: 1,
    message: /40 events, but 39/
  })
  t.throws(() => check(Buffer.from(lines.join('') + lines[0] + manifestLine())), { message: /but 41/ })
  for (const cut of [whole.subarray(0, -1), whole.subarray(0, -40), Buffer.from(lines.join('')), Buffer.alloc(0)]) {
    t.throws(() => check(cut), { exitCode: 1, message: /manifest is missing/ })
  }
  t.throws(() => check(Buffer.from(`${lines.join('')}null\n`)), { message: /manifest is missing/ })
})

t.test('an endless line does not fill memory', async (t) => {
  const manifest = createManifestCheck()
  const chunk = Buffer.alloc(4 * 1_048_576, 97)
  t.throws(() => Array.from({ length: 6 }, () => manifest.add(chunk)), { exitCode: 1, message: /回放不可信：一行过长/ })
})
