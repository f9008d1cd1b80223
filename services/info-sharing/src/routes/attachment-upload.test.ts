import { randomUUIDv7 } from 'node:crypto'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { type ClientRequest, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { until } from '@wuhu/test-support'
import t from 'tap'
import type { Client } from '../app.test-setup.ts'
import { sweepUploads } from '../commands/attachment-uploads.ts'
import { evidence, sealedCase } from './attachments.fixture.ts'

const requestTimeout = 400
const uploadStall = 1200

t.test('uploads over a real connection', async (t) => {
  let ahead = 0
  const now = () => new Date(Date.now() + ahead).toISOString()
  const service = await sealedCase(t, { requestTimeout, uploadStall, now })
  const { amr, psb, app, seal, announce, download, store, deps, objectsFolder } = service
  await app.listen({ port: 0 })
  const { port } = app.server.address() as AddressInfo

  const begin = async (client: Client, method: string, path: string, length: number, type: string) => {
    const headers = {
      authorization: `Bearer ${await client.token()}`,
      'content-type': type,
      'content-length': length,
      'wuhu-attestation': 'no-state-secret; by=p-1'
    }
    const asked = request({ port, method, path, headers })
    asked.on('error', () => {})
    const answer = once(asked, 'response').then(async ([response]) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      const body = Buffer.concat(chunks).toString('utf8')
      return { status: response.statusCode as number, body: body === '' ? undefined : JSON.parse(body) }
    })
    answer.catch(() => {})
    return { asked, answer }
  }
  const octets = 'application/octet-stream'
  const nothingBegun = async () => {
    const rows = await store.db.selectFrom('attachment_objects_begun').selectAll().execute()
    return rows.length === 0 && (await readdir(join(objectsFolder, 'incoming'))).length === 0
  }
  /** Writes pieces with pauses, each shorter than the time after which an upload counts as stalled. */
  const trickle = async (asked: ClientRequest, bytes: Buffer, pieces: number, pause: number) => {
    const size = Math.ceil(bytes.length / pieces)
    for (let at = 0; at < bytes.length; at += size) {
      asked.write(bytes.subarray(at, at + size))
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
    asked.end()
  }

  await t.test('may take longer than any other request', async (t) => {
    const sealed = await seal(evidence(), 'amr', 'psb')
    const { id, upload } = (await announce(amr, sealed)).body
    const { asked, answer } = await begin(amr, 'PUT', upload, sealed.size, octets)
    await trickle(asked, sealed.bytes, 8, requestTimeout / 2)
    t.match(await answer, { status: 201, body: { id } })
    t.ok((await download(psb, upload)).bytes.equals(sealed.bytes))
  })

  await t.test('other requests that do not arrive are still cut', async (t) => {
    const { asked, answer } = await begin(amr, 'POST', '/v1/cases', 1000, 'application/json')
    asked.write('{"title":')
    t.match(await answer, { status: 408, body: { code: 'request.timeout' } })
    await until(() => asked.destroyed, { what: 'the connection is closed' })
  })

  await t.test('in which nothing comes any more are given up, and leave nothing', async (t) => {
    const sealed = await seal(evidence(), 'amr', 'psb')
    const { id, upload } = (await announce(amr, sealed)).body
    const { asked, answer } = await begin(amr, 'PUT', upload, sealed.size, octets)
    asked.write(sealed.bytes.subarray(0, 100_000))
    t.match(await answer, { status: 408, body: { code: 'request.timeout' } })
    t.equal((await amr.get(`/v1/attachments/${id}`)).status, 404)
    t.ok(await until(nothingBegun))
  })

  await t.test('whose sender hangs up leave nothing', async (t) => {
    const sealed = await seal(evidence(), 'amr', 'psb')
    const { id, upload } = (await announce(amr, sealed)).body
    const { asked } = await begin(amr, 'PUT', upload, sealed.size, octets)
    asked.write(sealed.bytes.subarray(0, 100_000))
    await until(async () => (await readdir(join(objectsFolder, 'incoming'))).length === 1)
    asked.destroy()
    t.ok(await until(nothingBegun))
    t.equal((await amr.get(`/v1/attachments/${id}`)).status, 404)
  })

  await t.test('of plaintext are refused before all of it has come', async (t) => {
    const sealed = await seal(evidence(), 'amr', 'psb')
    const { upload } = (await announce(amr, sealed)).body
    const { asked, answer } = await begin(amr, 'PUT', upload, sealed.size, octets)
    asked.write('客户名单')
    t.match(await answer, { status: 422, body: { code: 'attachment.not-sealed' } })
    asked.destroy()
  })

  await t.test('of plaintext are answered, however much of it is on its way', async (t) => {
    const size = 24 * 1024 * 1024
    const recipients = (await seal(evidence(500), 'amr', 'psb')).recipients
    const plain = { bytes: Buffer.alloc(size, '客户名单'), size, sha256: 'a'.repeat(64), recipients }
    const { upload } = (await announce(amr, plain)).body
    const { asked, answer } = await begin(amr, 'PUT', upload, size, octets)
    asked.end(plain.bytes)
    t.match(await answer, { status: 422, body: { code: 'attachment.not-sealed' } })
    t.ok(await until(nothingBegun))
  })

  await t.test('that are refused cannot go on for ever', async (t) => {
    const { asked, answer } = await begin(psb, 'PUT', `/v1/attachments/${randomUUIDv7()}/content`, 1000, octets)
    asked.write('x')
    t.match(await answer, { status: 404 })
    await until(() => asked.destroyed || asked.socket?.destroyed, { what: 'the connection is closed' })
  })

  await t.test('of the same content at once make one attachment', async (t) => {
    const sealed = await seal(evidence(), 'amr', 'psb')
    const { id, upload } = (await announce(amr, sealed)).body
    const both = await Promise.all([0, 1, 2].map(() => begin(amr, 'PUT', upload, sealed.size, octets)))
    for (const { asked } of both) asked.end(sealed.bytes)
    for (const { answer } of both) t.match(await answer, { status: 201, body: { id, version: 1 } })
    t.equal((await amr.get(`/v1/attachments/${id}`)).body.sealings.length, 1)
    t.ok((await download(psb, upload)).bytes.equals(sealed.bytes))
    t.ok(await until(nothingBegun))
  })

  await t.test('that a killed process left are swept; what became an attachment stays', async (t) => {
    const sealed = await seal(evidence(), 'amr', 'psb')
    const { id, upload } = (await announce(amr, sealed)).body
    const { asked, answer } = await begin(amr, 'PUT', upload, sealed.size, octets)
    asked.end(sealed.bytes)
    await answer
    const kept = (await amr.get(`/v1/attachments/${id}`)).body.sealings[0].object
    const orphan = '01890a5d-ac96-774b-bcce-b302099a8057'
    await deps.objects.put(
      orphan,
      (async function* () {
        yield Buffer.from('whole, and nobody knows of it')
      })()
    )
    for (const object of [orphan, kept]) {
      await store.db.insertInto('attachment_objects_begun').values({ object, upload: id }).execute()
    }
    t.equal(await sweepUploads(deps), 0, 'its upload may be under way')
    ahead = 26 * 3_600_000
    t.equal(await sweepUploads(deps), 1)
    t.equal(await deps.objects.head(orphan), undefined)
    t.same(await deps.objects.head(kept), { size: sealed.size })
    t.ok(await nothingBegun())
  })

  await t.test('come too late a day after they were announced', async (t) => {
    const sealed = await seal(evidence(), 'amr', 'psb')
    ahead = 0
    const { upload } = (await announce(amr, sealed)).body
    ahead = 25 * 3_600_000
    t.equal((await service.put(amr, upload, sealed.bytes)).status, 404)
    ahead = 0
  })
})
