import { createHash, randomBytes } from 'node:crypto'
import { createSealingIdentity, openStream, sealStream } from '@wuhu/sdk/sealing'
import { type Client, testService } from '../app.test-setup.ts'

interface Teardown {
  teardown(action: () => unknown): void
}

export interface Sealed {
  readonly bytes: Buffer
  readonly size: number
  readonly sha256: string
  readonly recipients: readonly { agency: string; key: string }[]
}

/** A case of amr and psb, with keys published by them, by court (no party) and by tax (which has nothing to do with it). */
export async function sealedCase(t: Teardown, options: Parameters<typeof testService>[1] = {}) {
  const service = await testService(t, options)
  const { join, app } = service
  const [amr, psb, court, tax] = [await join('amr'), await join('psb'), await join('court'), await join('tax')]
  const identities = new Map<string, string>()
  const keys = new Map<string, string>()
  const publishKey = async (client: Client) => {
    const { identity, recipient } = await createSealingIdentity()
    const reply = await client.post(`/v1/agencies/${client.agency}/sealing-keys`, { recipient })
    if (reply.status !== 201) throw new Error(JSON.stringify(reply.body))
    identities.set(client.agency, identity)
    keys.set(client.agency, recipient)
  }
  for (const client of [amr, psb, court, tax]) await publishKey(client)
  const number: string = (await amr.post('/v1/cases', { title: '侵犯技术秘密' })).body.id
  await amr.post(`/v1/cases/${number}/add-party`, { agency: 'psb', history: true, reason: '办案需要' })

  const seal = async (content: Buffer, ...agencies: string[]): Promise<Sealed> => {
    const recipients = agencies.map((agency) => ({ agency, key: keys.get(agency) ?? '' }))
    const stream = await sealStream(
      one(content),
      recipients.map(({ key }) => key)
    )
    const bytes = await collect(stream)
    return { bytes, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), recipients }
  }
  const open = async (agency: string, bytes: Buffer) =>
    await collect(await openStream(one(bytes), [identities.get(agency) ?? '']))

  const announce = (client: Client, { size, sha256, recipients }: Sealed, more: object = {}) =>
    client.post('/v1/attachments', { caseNumber: number, title: '服务器镜像', size, sha256, recipients, ...more })

  const put = async (client: Client, url: string, payload: Buffer, headers: Record<string, string> = {}) => {
    const authorization = `Bearer ${await client.token()}`
    const type = { 'content-type': 'application/octet-stream' }
    const reply = await app.inject({ method: 'PUT', url, payload, headers: { authorization, ...type, ...headers } })
    return { status: reply.statusCode, headers: reply.headers, body: JSON.parse(reply.body) }
  }
  const download = async (client: Client, url: string, headers: Record<string, string> = {}) => {
    const authorization = `Bearer ${await client.token()}`
    const reply = await app.inject({ method: 'GET', url, headers: { authorization, ...headers } })
    return { status: reply.statusCode, headers: reply.headers, bytes: reply.rawPayload, text: reply.body }
  }
  /** Seals, announces and uploads; returns the attachment's id. */
  const send = async (client: Client, content: Buffer, ...agencies: string[]) => {
    const sealed = await seal(content, ...agencies)
    const announced = await announce(client, sealed)
    const stored = await put(client, announced.body.upload, sealed.bytes)
    if (stored.status !== 201) throw new Error(JSON.stringify([announced.body, stored.body]))
    return { id: announced.body.id as string, sealed, content: `/v1/attachments/${announced.body.id}/content` }
  }
  return { ...service, amr, psb, court, tax, number, keys, publishKey, seal, open, announce, put, download, send }
}

/** Nothing that could be mistaken for text. */
export const evidence = (size = 300_000) => randomBytes(size)

async function* one(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
