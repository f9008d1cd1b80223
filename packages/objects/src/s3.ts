import { Readable } from 'node:stream'
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  S3Client,
  type S3ClientConfig
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { metered } from './metered.ts'
import { assertObjectId, ObjectExists, ObjectMissing, type ObjectStore, ObjectsUnavailable } from './objects.ts'

export interface S3Options {
  readonly bucket: string
  readonly region: string
  /** Of a server other than Amazon's: `https://s3.example`. Addressed by path, as such servers want it. */
  readonly endpoint?: string | undefined
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Bytes of one object at most. */
  readonly maxBytes: number
}

/** Two parts are on their way while a third fills. */
const partSize = 8 * 1024 * 1024

/** Objects in a bucket that is there, on any server that speaks S3. @throws ObjectsUnavailable when it is not */
export async function createS3Store(options: S3Options): Promise<ObjectStore> {
  const { bucket: Bucket, region, endpoint, accessKeyId, secretAccessKey, maxBytes } = options
  const config: S3ClientConfig = {
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: endpoint !== undefined,
    // Checksums in trailers are unknown to many servers that are not Amazon's; the hash is checked by us.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint !== undefined && { endpoint })
  }
  const client = new S3Client(config)
  await client.send(new HeadBucketCommand({ Bucket })).catch((error: unknown) => {
    client.destroy()
    throw new ObjectsUnavailable(`the bucket ${Bucket} cannot be used`, error)
  })

  const head = async (id: string) => {
    assertObjectId(id)
    const found = await client.send(new HeadObjectCommand({ Bucket, Key: id })).catch(absent)
    return found && { size: found.ContentLength ?? 0 }
  }

  return {
    async put(id, content, { signal } = {}) {
      if (await head(id)) throw new ObjectExists(id)
      const meter = metered(content, maxBytes, signal)
      const upload = new Upload({
        client,
        // Of two that write the same id, the second is refused by servers that know the condition.
        params: { Bucket, Key: id, Body: Readable.from(meter.chunks), IfNoneMatch: '*' },
        partSize,
        queueSize: 2,
        leavePartsOnError: false
      })
      try {
        await upload.done()
        return meter.stored()
      } catch (error) {
        await meter.chunks.return()
        if (statusOf(error) === 412) throw new ObjectExists(id)
        throw meter.failure() ?? new ObjectsUnavailable(`object ${id} was not stored`, error)
      }
    },

    async get(id, range) {
      assertObjectId(id)
      const Range = range && `bytes=${range.from}-${range.to}`
      const found = await client.send(new GetObjectCommand({ Bucket, Key: id, ...(Range && { Range }) })).catch(absent)
      if (!found?.Body) throw new ObjectMissing(id)
      return found.Body as Readable
    },

    head,

    async remove(id) {
      assertObjectId(id)
      await client.send(new DeleteObjectCommand({ Bucket, Key: id })).catch(absent)
    },

    async sweep(quiet) {
      let swept = 0
      let place: { KeyMarker?: string | undefined; UploadIdMarker?: string | undefined } = {}
      for (;;) {
        const page: ListMultipartUploadsCommandOutput = await client.send(
          new ListMultipartUploadsCommand({ Bucket, ...place })
        )
        for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
          if (!Key || !UploadId || Date.now() - (Initiated?.getTime() ?? 0) < quiet) continue
          await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId })).catch(absent)
          swept += 1
        }
        if (!page.IsTruncated) return swept
        place = { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
      }
    },

    close: async () => client.destroy()
  }
}

const statusOf = (error: unknown) =>
  (error as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode

function absent(error: unknown): undefined {
  if (statusOf(error) !== 404) throw new ObjectsUnavailable('the S3 server refused', error)
}
