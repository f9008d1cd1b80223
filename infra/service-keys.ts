import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { allServices, type ServiceName } from './stack-options.ts'
import { type DemoKey, demoKey } from './stack-secrets.ts'

/** The file with the seed that a service signs with; made when it is not there. */
export async function serviceSeedFile(dataDir: string, service: ServiceName): Promise<string> {
  await demoKey(dataDir, 'service', service)
  return seedFile(dataDir, service)
}

/**
 * The services' public keys, as the directory is to know them: valid since the seed was made, because a service signs its
 * first events before anybody could register its key.
 */
export async function serviceKeys(dataDir: string): Promise<ReadonlyArray<DemoKey & { readonly validFrom: string }>> {
  return await Promise.all(
    allServices.map(async (service) => {
      const key = await demoKey(dataDir, 'service', service)
      const { mtimeMs } = await stat(seedFile(dataDir, service))
      return { ...key, validFrom: new Date(Math.floor(mtimeMs)).toISOString() }
    })
  )
}

const seedFile = (dataDir: string, service: ServiceName) => join(dataDir, 'keys', `service.${service}.nk`)
