import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { metered } from './metered.ts'
import { assertObjectId, ObjectExists, ObjectMissing, type ObjectStore, ObjectsUnavailable } from './objects.ts'

export interface FilesOptions {
  /** Is made when it is not there. One folder, any number of processes. */
  readonly folder: string
  /** Bytes of one object at most. */
  readonly maxBytes: number
}

/**
 * Objects as files, `<folder>/<xx>/<yy>/<id>`. An upload is written beside them, synchronised to the disk, and only then
 * moved to its name.
 */
export async function createFilesStore({ folder, maxBytes }: FilesOptions): Promise<ObjectStore> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 }).catch(unavailable(`the folder ${folder} cannot be used`))

  /** The end of a UUID v7 is random; its beginning is the time. */
  const pathOf = (id: string) => {
    assertObjectId(id)
    return join(folder, id.slice(-2), id.slice(-4, -2), id)
  }
  const head = async (id: string) => {
    const path = pathOf(id)
    const found = await stat(path).catch(absent)
    return found && { size: found.size }
  }

  return {
    async put(id, content, { signal } = {}) {
      const path = pathOf(id)
      if (await head(id)) throw new ObjectExists(id)
      const meter = metered(content, maxBytes, signal)
      const draft = join(incoming, `${id}.${randomUUID()}`)
      try {
        const file = await open(draft, 'wx', 0o600)
        try {
          for await (const chunk of meter.chunks) await writeAll(file, chunk)
          await file.sync()
        } finally {
          await file.close()
        }
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await rename(draft, path)
        await syncFolder(dirname(path))
        return meter.stored()
      } catch (error) {
        await rm(draft, { force: true })
        throw meter.failure() ?? new ObjectsUnavailable(`object ${id} was not stored`, error)
      }
    },

    async get(id, range) {
      const file = await open(pathOf(id)).catch(absent)
      if (!file) throw new ObjectMissing(id)
      return file.createReadStream(range && { start: range.from, end: range.to }) as Readable
    },

    head,
    remove: (id) => rm(pathOf(id), { force: true }),

    async sweep(quiet) {
      const torn = await Promise.all(
        (await readdir(incoming)).map(async (name) => {
          const draft = join(incoming, name)
          const found = await stat(draft).catch(absent)
          if (!found || Date.now() - found.mtimeMs < quiet) return 0
          await rm(draft, { force: true })
          return 1
        })
      )
      return torn.reduce<number>((sum, one) => sum + one, 0)
    },

    close: async () => {}
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten
}

/** The new name is durable with its folder only. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw new ObjectsUnavailable('the folder of objects cannot be read', error)
}

const unavailable = (what: string) => (error: unknown) => {
  throw new ObjectsUnavailable(what, error)
}
