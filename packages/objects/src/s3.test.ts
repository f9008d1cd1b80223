import { startFauxqs } from 'fauxqs'
import t from 'tap'
import { objectsContract } from './objects.contract.ts'
import { ObjectsUnavailable } from './objects.ts'
import { createS3Store, type S3Options } from './s3.ts'

const server = await startFauxqs({ port: 0, logger: false })
t.teardown(() => server.stop())
server.createBucket('sealed')
const options: S3Options = {
  bucket: 'sealed',
  region: 'us-east-1',
  endpoint: `http://127.0.0.1:${server.port}`,
  accessKeyId: 'key',
  secretAccessKey: 'secret',
  maxBytes: 1024
}

t.test('contract', async (t) => {
  await objectsContract(t, {
    open: (maxBytes) => createS3Store({ ...options, maxBytes }),
    leftovers: async () => 0
  })
})

t.test('a bucket or a server that is not there is said at once', async (t) => {
  await t.rejects(createS3Store({ ...options, bucket: 'none' }), ObjectsUnavailable)
  await t.rejects(createS3Store({ ...options, endpoint: 'http://127.0.0.1:1' }), ObjectsUnavailable)
})
