import { Type } from '@sinclair/typebox'

/** Settings of the storage of sealed attachments. */
export const objectSettings = Type.Object({
  OBJECTS: Type.Union([Type.Literal('files'), Type.Literal('nats'), Type.Literal('s3')], {
    default: 'files',
    description: '密文存放处：本地目录 files、NATS 对象存储 nats、兼容 S3 的存储 s3 where sealed attachments lie'
  }),
  OBJECTS_FOLDER: Type.String({
    default: '.data/objects',
    description: '密文目录（files） folder of sealed attachments, on a disk that is backed up'
  }),
  OBJECTS_BUCKET: Type.String({
    default: 'wuhu-attachments',
    pattern: '^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$',
    description: '存储桶（nats、s3） bucket'
  }),
  OBJECTS_REPLICAS: Type.Integer({
    default: 1,
    minimum: 1,
    maximum: 5,
    description: '副本数（nats） copies in a cluster'
  }),
  S3_ENDPOINT: Type.Optional(Type.String({ format: 'url', description: 'S3 地址，路径式 address, by path' })),
  S3_REGION: Type.String({ default: 'us-east-1', description: 'S3 区域 region' }),
  S3_ACCESS_KEY: Type.Optional(Type.String({ secret: true, description: 'S3 访问密钥 access key id' })),
  S3_SECRET_KEY: Type.Optional(Type.String({ secret: true, description: 'S3 私有密钥 secret access key' })),
  ATTACHMENT_MAX_BYTES: Type.Integer({
    default: 2 * 1024 ** 3,
    minimum: 1024,
    description: '单个附件密文上限（字节） bytes of one sealed attachment at most'
  })
})
