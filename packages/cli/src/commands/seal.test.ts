import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Type } from '@sinclair/typebox'
import { type App, authenticate, callerOf, Problem } from '@wuhu/host'
import { createSealingIdentity } from '@wuhu/sdk/sealing'
import t from 'tap'
import { emptyFolder, runHere, startStack } from '../stack.fixture.ts'

const id = '01890a5d-ac96-774b-bcce-b302099a8057'
const object = '01890a5d-ac96-774b-bcce-b302099a8058'
const anything = { body: Type.Any() }

/** The doors of info-sharing that are knocked at, with one attachment. */
function doors() {
  const keys = new Map<string, string>()
  // biome-ignore lint/suspicious/noExplicitAny: whatever the command sends
  const asked: any[] = []
  let stored: Buffer = Buffer.alloc(0)
  let refuse = false
  const mount = (app: App) => {
    app.get('/v1/agencies/:code', { onRequest: authenticate('directory.read') }, async (request, reply) => {
      const recipient = keys.get((request.params as { code: string }).code)
      const sealingKeys = recipient ? [{ recipient, current: true }] : []
      return reply.send(JSON.stringify({ sealingKeys }))
    })
    const note = (url: string, answer: object) =>
      app.post(url, { schema: anything, onRequest: authenticate('attachment.read') }, async (request, reply) => {
        const { headers, body } = request
        asked.push({ url, agency: callerOf(request).agency, body, attested: headers['wuhu-attestation'] })
        return reply.send(JSON.stringify(answer))
      })
    note('/v1/agencies/:code/sealing-keys', {})
    note('/v1/attachments', { id, upload: `/v1/attachments/${id}/content` })
    note('/v1/attachments/:id/recipients', { upload: `/v1/attachments/${id}/content?upload=${object}` })
    note('/v1/attachments/:id/receive', {})
    app.addContentTypeParser('application/octet-stream', async () => undefined)
    app.put('/v1/attachments/:id/content', { onRequest: authenticate('attachment.send') }, async (request, reply) => {
      if (refuse) {
        request.raw.resume()
        throw new Problem(422, 'attachment.not-sealed', 'the content is refused')
      }
      const chunks: Buffer[] = []
      for await (const chunk of request.raw) chunks.push(chunk)
      stored = Buffer.concat(chunks)
      return reply.send(JSON.stringify({ id, version: 1 }))
    })
    app.get('/v1/attachments/:id', { onRequest: authenticate('attachment.read') }, async (_request, reply) => {
      const sha256 = createHash('sha256').update(stored).digest('hex')
      const recipients = [...keys].map(([agency, key]) => ({ agency, key }))
      return reply.send(JSON.stringify({ id, sealings: [{ object, size: stored.length, sha256, recipients }] }))
    })
    app.get('/v1/attachments/:id/content', { onRequest: authenticate('attachment.read') }, async (_request, reply) =>
      reply.type('application/octet-stream').send(Readable.from([stored]) as never)
    )
  }
  return {
    keys,
    asked,
    mount,
    stored: () => stored,
    alter: (bytes: Buffer) => (stored = bytes),
    refuse: () => (refuse = true)
  }
}

t.test('seal, upload, open, countersign, add a recipient', async (t) => {
  const service = doors()
  const stack = await startStack(t, service.mount)
  const folder = await emptyFolder(t)
  const file = (name: string) => join(folder, name)
  const own = await stack.run('attachment', 'key', '--output', file('amr.key'), '--json')
  t.equal(own.code, 0, own.stderr)
  service.keys.set('amr', JSON.parse(own.stdout).recipient)
  t.match(service.asked, [{ agency: 'amr', body: { recipient: service.keys.get('amr') } }])
  for (const agency of ['psb', 'court']) {
    const { identity, recipient } = await createSealingIdentity()
    if (agency === 'psb') service.keys.set(agency, recipient)
    await writeFile(file(`${agency}.key`), `${identity}\n`)
    if (agency === 'court') await writeFile(file('court.pub'), recipient)
  }
  const content = randomBytes(300_000)
  await writeFile(file('镜像.bin'), content)

  t.test('on this machine only', async (t) => {
    const ran = await stack.run('seal', file('镜像.bin'), '--to', 'psb', '--json')
    t.equal(ran.code, 0, ran.stderr)
    const { size, sha256 } = JSON.parse(ran.stdout)
    const bytes = await readFile(file('镜像.bin.age'))
    t.equal(size, bytes.length)
    t.equal(sha256, createHash('sha256').update(bytes).digest('hex'))
    for (const agency of ['psb', 'amr']) {
      const out = file(`out-${agency}`)
      t.equal(
        (await runHere(['open', file('镜像.bin.age'), '--identity', file(`${agency}.key`), '--output', out])).code,
        0
      )
      t.ok((await readFile(out)).equals(content), agency)
    }
  })

  t.test('errors are plain, nothing is overwritten, nothing half is left', async (t) => {
    const sealed = file('镜像.bin.age')
    const bytes = await readFile(sealed)
    await writeFile(file('torn.age'), bytes.subarray(0, 200_000))
    await writeFile(file('plain.age'), content)
    const again = await stack.run('seal', file('镜像.bin'), '--to', 'psb')
    t.match(again, { code: 1, stderr: /不予覆盖/ })
    for (const [what, key, code, said] of [
      [sealed, 'court.key', 5, /密钥不对/],
      [file('torn.age'), 'psb.key', 1, /残缺/],
      [file('plain.age'), 'psb.key', 1, /不是封存文件/],
      [sealed, 'court.pub', 1, /不是 age 密钥/],
      [sealed, 'none.key', 2, /没有文件/],
      [file('none.age'), 'psb.key', 2, /没有文件/]
    ] as const) {
      const ran = await runHere(['open', what, '--identity', file(key), '--output', file('never')])
      t.equal(ran.code, code, String(said))
      t.match(ran.stderr, said)
    }
    t.match(await stack.run('seal', file('镜像.bin'), '--to', 'court', '--output', file('x.age')), {
      code: 1,
      stderr: /court 未公布封存公钥/
    })
    t.match(await stack.run('seal', file('镜像.bin'), '--to', 'psb', '--upload'), { code: 2, stderr: /--case/ })
    t.same(
      (await readdir(folder)).filter((name) => /part|never|x\.age/.test(name)),
      []
    )
  })

  t.test('to a case and back', async (t) => {
    const args = ['--to', 'psb', '--upload', '--case', '150824-2026-000001', '--attest', 'p-017']
    const ran = await stack.run('seal', file('镜像.bin'), '--output', file('up.age'), ...args, '--json')
    t.equal(ran.code, 0, ran.stderr)
    const told = JSON.parse(ran.stdout)
    t.match(service.asked.at(-1), {
      url: '/v1/attachments',
      attested: 'no-state-secret; by=p-017',
      body: {
        title: '镜像.bin',
        caseNumber: '150824-2026-000001',
        size: told.size,
        sha256: told.sha256,
        recipients: [
          { agency: 'amr', key: service.keys.get('amr') },
          { agency: 'psb', key: service.keys.get('psb') }
        ]
      }
    })
    t.ok(service.stored().equals(await readFile(file('up.age'))))

    const open = (...more: string[]) =>
      stack.run('open', id, '--as', 'psb', '--identity', file('psb.key'), '--output', file('got'), ...more)
    t.match(await open('--receive'), { code: 0 })
    t.ok((await readFile(file('got'))).equals(content))
    t.match(service.asked.at(-1), { url: '/v1/attachments/:id/receive', agency: 'psb', body: { sha256: told.sha256 } })

    service.keys.set('court', await readFile(file('court.pub'), 'utf8'))
    const added = ['add-recipient', id, '--as', 'psb', '--to', 'court', '--identity', file('psb.key')]
    const wider = await stack.run('attachment', ...added, '--output', file('wider.age'))
    t.equal(wider.code, 0, wider.stderr)
    const out = file('court-got')
    t.equal((await runHere(['open', file('wider.age'), '--identity', file('court.key'), '--output', out])).code, 0)
    t.ok((await readFile(out)).equals(content))
    t.equal(service.asked.at(-1).body.recipients.length, 3)

    const bytes = Buffer.from(service.stored())
    bytes[250_000] = (bytes[250_000] ?? 0) ^ 1
    service.alter(bytes)
    const before = service.asked.length
    const altered = await stack.run(
      'open',
      id,
      '--as',
      'psb',
      '--identity',
      file('psb.key'),
      '--output',
      file('alt'),
      '--receive'
    )
    t.match(altered, { code: 1, stderr: /残缺/ })
    t.equal(service.asked.length, before, 'what does not open is not countersigned')

    service.refuse()
    const refused = await stack.run('seal', file('镜像.bin'), '--output', file('no.age'), ...args)
    t.match(refused, { code: 1, stderr: /attachment|refused|422/ })
  })
})
