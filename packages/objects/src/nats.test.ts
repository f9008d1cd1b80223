import { randomBytes, randomUUID } from 'node:crypto'
import { jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { testNats } from '@wuhu/test-support'
import t from 'tap'
import { killUpload } from './kill-upload.fixture.ts'
import { createNatsStore } from './nats.ts'
import { objectsContract } from './objects.contract.ts'

async function newBucket() {
  const bucket = `T${randomBytes(6).toString('hex')}`
  const connection = await connect({ servers: testNats() })
  const jsm = await jetstreamManager(connection)
  t.teardown(async () => {
    await jsm.streams.delete(`OBJ_${bucket}`)
    await connection.close()
  })
  const subjects = async (filter: string) =>
    Object.keys((await jsm.streams.info(`OBJ_${bucket}`, { subjects_filter: filter })).state.subjects ?? {}).length
  const leftovers = async () => {
    const store = await createNatsStore({ connection, bucket, maxBytes: 1 })
    return store.sweep(0)
  }
  return { bucket, connection, leftovers, chunksOf: () => subjects(`$O.${bucket}.C.>`) }
}

t.test('contract', async (t) => {
  const { bucket, connection, leftovers } = await newBucket()
  await objectsContract(t, { open: (maxBytes) => createNatsStore({ connection, bucket, maxBytes }), leftovers })
})

t.test('an upload whose process is killed leaves no object, and its chunks are swept', async (t) => {
  const { bucket, connection, chunksOf } = await newBucket()
  const id = randomUUID()
  await killUpload('nats', testNats(), bucket, id)
  const store = await createNatsStore({ connection, bucket, maxBytes: 1024 })
  t.equal(await store.head(id), undefined)
  t.equal(await chunksOf(), 1)
  t.equal(await store.sweep(60_000), 0, 'what was written to a moment ago may be under way')
  t.equal(await store.sweep(0), 1)
  t.equal(await chunksOf(), 0)
})
