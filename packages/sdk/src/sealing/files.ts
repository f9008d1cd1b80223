import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, link, open, rm, unlink } from 'node:fs/promises'
import { SealingError } from './sealing-error.ts'
import { type Bytes, openStream, sealStream } from './streams.ts'

/** Sizes in bytes; `sha256` in lowercase hexadecimal: what the bus is told of the file. */
export interface SealedFile {
  readonly size: number
  readonly sha256: string
  readonly plainSize: number
}

interface Common {
  /** Is not overwritten. Written as `<target>.part`, which gets its name when all of it is right. */
  readonly target: string
  /** Hears how many bytes of the source are done. */
  readonly onProgress?: ((bytes: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

const readAhead = 256 * 1024

/** Seals a file to recipients (`age1…`), holding no more of it in memory than a few pieces. @throws SealingError */
export async function sealFile(
  options: Common & { readonly source: string; readonly recipients: readonly string[] }
): Promise<SealedFile> {
  const plain = tap(read(options.source), options)
  const sealed = tap(await sealStream(plain.bytes, options.recipients), { hash: true })
  await writeNew(options.target, sealed.bytes)
  return { size: sealed.size(), sha256: sealed.sha256(), plainSize: plain.size() }
}

/**
 * Opens a sealed file, from a path or as it comes. With `sha256` also what the ciphertext must be.
 * @throws SealingError; then there is no target
 */
export async function openFile(
  options: Common & {
    readonly source: string | Bytes
    readonly identities: readonly string[]
    readonly sha256?: string | undefined
  }
): Promise<SealedFile> {
  const { source, identities, target, sha256 } = options
  const sealed = tap(typeof source === 'string' ? read(source) : source, { ...options, hash: true })
  try {
    const plain = tap(await openStream(sealed.bytes, identities))
    await writeNew(target, plain.bytes, () => {
      if (sha256 !== undefined && sealed.sha256() !== sha256) throw new SealingError('sealing.hash-differs')
    })
    return { size: sealed.size(), sha256: sealed.sha256(), plainSize: plain.size() }
  } finally {
    sealed.release()
  }
}

/**
 * Opens a sealed file and seals what is in it again, to `recipients`: all who shall be able to open the new one. The
 * plaintext passes through memory in pieces and is written nowhere.
 * @throws SealingError
 */
export async function addRecipient(
  options: Common & {
    readonly source: string | Bytes
    readonly identities: readonly string[]
    readonly recipients: readonly string[]
    readonly sha256?: string | undefined
  }
): Promise<SealedFile> {
  const { source, identities, recipients, target, sha256 } = options
  const before = tap(typeof source === 'string' ? read(source) : source, { ...options, hash: true })
  try {
    const plain = tap(await openStream(before.bytes, identities))
    const sealed = tap(await sealStream(plain.bytes, recipients), { hash: true })
    await writeNew(target, sealed.bytes, () => {
      if (sha256 !== undefined && before.sha256() !== sha256) throw new SealingError('sealing.hash-differs')
    })
    return { size: sealed.size(), sha256: sealed.sha256(), plainSize: plain.size() }
  } finally {
    before.release()
  }
}

/** Opened when it is first read, so that nobody misses its failure. */
async function* read(path: string): AsyncGenerator<Uint8Array, void, void> {
  yield* createReadStream(path, { highWaterMark: readAhead })
}

function tap(bytes: Bytes, { hash = false, onProgress, signal }: Partial<Common> & { hash?: boolean } = {}) {
  const digest = hash ? createHash('sha256') : undefined
  let size = 0
  async function* tapped() {
    for await (const chunk of bytes) {
      signal?.throwIfAborted()
      size += chunk.length
      digest?.update(chunk)
      onProgress?.(size)
      yield chunk
    }
  }
  const through = tapped()
  return {
    bytes: through,
    size: () => size,
    sha256: () => digest?.copy().digest('hex') ?? '',
    /** Whoever stops reading before the end lets go of the source: a file, a connection. */
    release: () => void through.return().catch(() => {})
  }
}

/** Nothing is at `path` until all of it is, durably; of a failure nothing remains. */
async function writeNew(path: string, bytes: Bytes, check: () => void = () => {}): Promise<void> {
  const there = await access(path).then(
    () => true,
    () => false
  )
  if (there) throw new SealingError('sealing.exists')
  const part = `${path}.part`
  try {
    const file = await open(part, 'w', 0o600)
    try {
      for await (const chunk of bytes) {
        for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten
      }
      check()
      await file.sync()
    } finally {
      await file.close()
    }
    // Unlike a rename, a link does not replace what came there meanwhile.
    await link(part, path)
    await unlink(part)
  } catch (error) {
    await rm(part, { force: true })
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? new SealingError('sealing.exists') : error
  }
}
