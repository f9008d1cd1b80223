import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createMatchKeyFile } from '@wuhu/cli/match-keys'

/** The file with the keys of blind matching; made when it is not there. */
export async function matchKeysFile(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'keys')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'match-keys.json')
  await createMatchKeyFile(file, new Date()).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return file
}
