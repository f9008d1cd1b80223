import type { Readable, Writable } from 'node:stream'

/** A stream that may be a terminal. */
export type Output = Writable & { readonly isTTY?: boolean }

/** What a command sees of the process. */
export interface Shell {
  readonly stdin: Readable
  readonly stdout: Output
  readonly stderr: Output
  readonly cwd: string
  /** Root of the repository that this command belongs to. */
  readonly repository: string
  /** Data folder of the stack, by setting WUHU_DATA. */
  readonly data: string | undefined
}

/** Writes, and waits while the reader is slower than we are. @throws the stream's error when it can take no more */
export async function write(output: Output, chunk: string | Uint8Array): Promise<void> {
  if (output.destroyed) throw output.errored ?? new Error('the output was closed')
  if (output.write(chunk)) return
  await new Promise<void>((resolve) => {
    const done = () => {
      output.off('drain', done).off('close', done).off('error', done)
      resolve()
    }
    output.on('drain', done).on('close', done).on('error', done)
  })
}

/** One JSON document for `--json`. */
export async function writeJson(output: Output, value: unknown): Promise<void> {
  await write(output, `${JSON.stringify(value, null, 2)}\n`)
}
