import { Readable } from 'node:stream'
import { DeliverPolicy, JetStreamApiError, jetstream, jetstreamManager, StorageType } from '@nats-io/jetstream'
import type { NatsConnection } from '@nats-io/nats-core'
import { type ObjectInfo, Objm } from '@nats-io/obj'
import { metered } from './metered.ts'
import {
  assertObjectId,
  type ByteRange,
  ObjectExists,
  ObjectMissing,
  type ObjectStore,
  ObjectsUnavailable
} from './objects.ts'

export interface NatsObjectsOptions {
  /** Stays the caller's: `close()` of the store leaves it open. */
  readonly connection: NatsConnection
  /** Is made when it is not there and the connection may make it. */
  readonly bucket: string
  /** Bytes of one object at most. */
  readonly maxBytes: number
  /** Copies that a cluster keeps; default 1. */
  readonly replicas?: number
}

/** Each chunk waits for its acknowledgement, so they are large; the server allows a megabyte unless told otherwise. */
const chunkSize = 512 * 1024
/** Chunks asked for at once: 4 MiB. */
const readAhead = 8
/** JetStream: the subject has a message already. */
const wrongLastSequence = 10071

/** Objects in one bucket of NATS: chunks first, and a last message that makes them an object. */
export async function createNatsStore(options: NatsObjectsOptions): Promise<ObjectStore> {
  const { connection, bucket, maxBytes, replicas = 1 } = options
  const stream = `OBJ_${bucket}`
  const jsm = await jetstreamManager(connection)
  const client = jetstream(connection)
  const objm = new Objm(connection)
  const objects = await objm
    .open(bucket)
    .catch(() => objm.create(bucket, { storage: StorageType.File, replicas }))
    .catch(unavailable(`the bucket ${bucket} cannot be opened`))

  const find = async (id: string): Promise<ObjectInfo | undefined> => {
    assertObjectId(id)
    const info = await objects.info(id).catch(unavailable(`object ${id} cannot be looked up`))
    return info && !info.deleted ? info : undefined
  }

  async function* read({ nuid, chunks, size }: ObjectInfo, { from, to }: ByteRange) {
    const consumer = await client.consumers.get(stream, {
      filter_subjects: `$O.${bucket}.C.${nuid}`,
      deliver_policy: DeliverPolicy.All
    })
    let at = 0
    for (let left = chunks; left > 0 && at <= to; ) {
      const asked = Math.min(readAhead, left)
      let came = 0
      for await (const { data } of await consumer.fetch({ max_messages: asked, expires: 10_000 })) {
        came += 1
        const [start, end] = [Math.max(0, from - at), Math.min(data.length, to + 1 - at)]
        at += data.length
        if (start < end) yield data.subarray(start, end)
      }
      if (came === 0) throw new Error(`of ${size} bytes only ${at} can be read`)
      left -= came
    }
  }

  return {
    async put(id, content, { signal } = {}) {
      assertObjectId(id)
      if (await find(id)) throw new ObjectExists(id)
      const meter = metered(content, maxBytes, signal)
      try {
        const meta = { name: id, options: { max_chunk_size: chunkSize } }
        await objects.put(meta, ReadableStream.from(meter.chunks) as ReadableStream<Uint8Array>, {
          previousRevision: 0
        })
        return meter.stored()
      } catch (error) {
        await meter.chunks.return()
        if (error instanceof JetStreamApiError && error.code === wrongLastSequence) throw new ObjectExists(id)
        throw meter.failure() ?? new ObjectsUnavailable(`object ${id} was not stored`, error)
      }
    },

    async get(id, range) {
      const info = await find(id)
      if (!info) throw new ObjectMissing(id)
      return Readable.from(read(info, range ?? { from: 0, to: info.size - 1 }), { objectMode: false })
    },

    async head(id) {
      const info = await find(id)
      return info && { size: info.size }
    },

    async remove(id) {
      if (await find(id)) await objects.delete(id).catch(unavailable(`object ${id} was not removed`))
    },

    async sweep(quiet) {
      const chunks = `$O.${bucket}.C.`
      const whole = new Set((await objects.list()).map(({ nuid }) => `${chunks}${nuid}`))
      const { state } = await jsm.streams.info(stream, { subjects_filter: `${chunks}>` })
      let swept = 0
      for (const subject of Object.keys(state.subjects ?? {}).filter((one) => !whole.has(one))) {
        const last = await jsm.streams.getMessage(stream, { last_by_subj: subject })
        if (!last || Date.now() - last.time.getTime() < quiet) continue
        await jsm.streams.purge(stream, { filter: subject })
        swept += 1
      }
      return swept
    },

    close: async () => {}
  }
}

const unavailable = (what: string) => (error: unknown) => {
  throw new ObjectsUnavailable(what, error)
}
