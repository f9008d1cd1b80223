import type { Static } from '@sinclair/typebox'
import { dial } from '@wuhu/bus/nats'
import { fail } from '@wuhu/host'
import type { ObjectStore } from '@wuhu/objects'
import { createFilesStore } from '@wuhu/objects/files'
import { createNatsStore } from '@wuhu/objects/nats'
import { createS3Store } from '@wuhu/objects/s3'
import type { objectSettings } from './object-settings.ts'

/**
 * The storage that the settings name, open; S3 and NATS are reached here, so that a wrong setting shows at start.
 * @throws Stop, ObjectsUnavailable
 */
export async function openObjects(
  config: Static<typeof objectSettings>,
  nats: Parameters<typeof dial>[0]
): Promise<ObjectStore> {
  const maxBytes = config.ATTACHMENT_MAX_BYTES
  switch (config.OBJECTS) {
    case 'files':
      return await createFilesStore({ folder: config.OBJECTS_FOLDER, maxBytes })
    case 'nats': {
      const connection = await dial(nats)
      const { OBJECTS_BUCKET: bucket, OBJECTS_REPLICAS: replicas } = config
      const store = await createNatsStore({ connection, bucket, replicas, maxBytes })
      return { ...store, close: () => connection.close() }
    }
    case 's3': {
      const { S3_ACCESS_KEY: accessKeyId, S3_SECRET_KEY: secretAccessKey } = config
      if (!accessKeyId || !secretAccessKey) return fail('OBJECTS=s3 needs S3_ACCESS_KEY and S3_SECRET_KEY')
      const { OBJECTS_BUCKET: bucket, S3_ENDPOINT: endpoint, S3_REGION: region } = config
      return await createS3Store({ bucket, endpoint, region, accessKeyId, secretAccessKey, maxBytes })
    }
  }
}
