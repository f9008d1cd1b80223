import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Where a subscription keeps the sequence of the last copy that was handled, with all before it. */
export interface CursorStore {
  /** Undefined when nothing was saved yet. */
  load(): Promise<number | undefined>
  /** Resolves when it would survive a crash, as far as this store promises that. Calls never overlap. */
  save(sequence: number): Promise<void>
}

/** A cursor that is lost with the process: for trials, or where the handler keeps its own. */
export function memoryCursor(initial?: number): CursorStore {
  let current = initial
  return {
    load: async () => current,
    async save(sequence) {
      current = sequence
    }
  }
}

/**
 * A cursor in a file of its own, written anew and renamed, so that a crash leaves the old or the new one.
 * `load` throws SyntaxError or TypeError for a file that holds something else.
 */
export function fileCursor(path: string): CursorStore {
  return {
    async load() {
      let text: string
      try {
        text = await readFile(path, 'utf8')
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
      const { sequence } = JSON.parse(text) as { sequence?: unknown }
      if (!Number.isSafeInteger(sequence) || (sequence as number) < 0) throw new TypeError(`${path} holds no cursor`)
      return sequence as number
    },
    async save(sequence) {
      const fresh = `${path}.new`
      await mkdir(dirname(path), { recursive: true })
      const file = await open(fresh, 'w')
      try {
        await file.writeFile(`${JSON.stringify({ sequence })}\n`)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(fresh, path)
    }
  }
}
