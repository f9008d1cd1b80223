import { createReadStream } from 'node:fs'
import { PassThrough, pipeline, type Readable } from 'node:stream'
import { failure } from '../failure.ts'
import type { ServiceClient } from '../service-client.ts'
import type { Shell } from '../shell.ts'
import { createByteProgress } from './byte-progress.ts'

/** What `GET /v1/attachments/:id` answers, as far as it is used here. */
export interface Attachment {
  readonly id: string
  readonly title: string
  readonly sender: string
  readonly sealings: ReadonlyArray<{
    object: string
    size: number
    sha256: string
    recipients: ReadonlyArray<{ agency: string; key: string }>
  }>
  readonly custody: ReadonlyArray<{ step: string; at: string; agency: string; to?: string; sha256: string }>
}

/** The newest ciphertext that the caller may have. */
export const newestOf = ({ sealings }: Attachment) => {
  const newest = sealings.at(-1)
  if (!newest) throw failure('failed', 'no-ciphertext', '服务未给出密文', 'the service named no ciphertext')
  return newest
}

/** Sends a sealed file to the address that its announcement was answered with. */
export async function uploadFile(shell: Shell, info: ServiceClient, address: string, file: string, size: number) {
  const progress = createByteProgress(shell.stderr, '上传 upload', size)
  const content = counted(createReadStream(file), progress.show)
  try {
    return await info.upload<{ id: string; version: number }>(address, content, size)
  } finally {
    progress.end()
  }
}

/** The ciphertext as it arrives. */
export async function download(info: ServiceClient, { id, sealings }: Attachment): Promise<Readable> {
  const object = sealings.at(-1)?.object
  return await info.open(`/v1/attachments/${id}/content`, { query: { object }, patience: 60_000 })
}

function counted(source: Readable, hear: (bytes: number) => void): Readable {
  let bytes = 0
  const counting = new PassThrough({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      hear(bytes)
      done(null, chunk)
    }
  })
  // The failure of the source is that of what is read here.
  pipeline(source, counting, () => {})
  return counting
}
