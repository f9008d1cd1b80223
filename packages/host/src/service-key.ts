import { readFile } from 'node:fs/promises'
import { Type } from '@sinclair/typebox'
import { createEnvelopeSigner, type SignEnvelope } from '@wuhu/access/signing'
import type { Logger } from './logger.ts'
import { fail } from './stop.ts'

/** Setting of every service that publishes. */
export const serviceSeedFile = Type.Optional(
  Type.String({
    minLength: 1,
    description: '服务签名密钥（NKey 种子）文件 file with the seed that signs what no agency signed'
  })
)

/** Signs with the key in `file`; without one events go out unsigned, which is said once. @throws Stop */
export async function openServiceKey(options: {
  readonly service: string
  readonly file: string | undefined
  readonly logger: Logger
}): Promise<SignEnvelope | undefined> {
  const { service, file, logger } = options
  if (file === undefined) {
    logger.warn('SERVICE_SEED_FILE is not set: events that no agency signed go out unsigned')
    return undefined
  }
  const seed = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) =>
    fail(`SERVICE_SEED_FILE: ${file} cannot be read (${error.code})`)
  )
  try {
    return createEnvelopeSigner({ service, seed: seed.trim() })
  } catch {
    return fail(`SERVICE_SEED_FILE: ${file} holds no NKey seed of a user`)
  }
}
