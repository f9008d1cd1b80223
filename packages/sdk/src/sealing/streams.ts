import { Decrypter, Encrypter } from 'age-encryption'
import { SealingError } from './sealing-error.ts'

export type Bytes = AsyncIterable<Uint8Array>

/**
 * The age file (age-encryption.org/v1) of `plain` that any of the recipients (`age1…`) can open, as a stream.
 * @throws SealingError for what is no recipient; while it is read, what `plain` throws
 */
export async function sealStream(plain: Bytes, recipients: readonly string[]): Promise<Bytes> {
  const encrypter = new Encrypter()
  try {
    if (recipients.length === 0) throw new TypeError('no recipient')
    for (const recipient of recipients) encrypter.addRecipient(recipient)
  } catch {
    throw new SealingError('sealing.bad-key')
  }
  return await encrypter.encrypt(ReadableStream.from(plain) as ReadableStream<Uint8Array>)
}

/**
 * What is sealed in an age file, as a stream. Each piece is authentic when it comes; that none is missing at the end is
 * known when the stream ends without an error, so use nothing of it before.
 * @throws SealingError; what `sealed` throws
 */
export async function openStream(sealed: Bytes, identities: readonly string[]): Promise<Bytes> {
  const decrypter = new Decrypter()
  try {
    for (const identity of identities) decrypter.addIdentity(identity)
  } catch {
    throw new SealingError('sealing.bad-key')
  }
  const source = watched(sealed)
  const plain = await decrypter
    .decrypt(ReadableStream.from(source.bytes) as ReadableStream<Uint8Array>)
    .catch((error: unknown) => {
      throw source.failure() ?? headerProblem(error, source.start())
    })
  return (async function* () {
    try {
      yield* plain
    } catch {
      throw source.failure() ?? new SealingError('sealing.damaged')
    }
  })()
}

/** The first line of every age file. */
const magic = 'age-encryption.org/v1\n'

function headerProblem(error: unknown, start: string): SealingError {
  if ((error as Error).message.startsWith('no identity matched')) return new SealingError('sealing.wrong-key')
  return new SealingError(start.startsWith(magic) ? 'sealing.damaged' : 'sealing.not-sealed')
}

/** Tells what the source itself failed with from what is wrong with its bytes, and how these begin. */
function watched(source: Bytes) {
  let failure: unknown
  let start = ''
  async function* bytes() {
    try {
      for await (const chunk of source) {
        if (start.length < magic.length) start += Buffer.from(chunk).toString('latin1', 0, magic.length)
        yield chunk
      }
    } catch (error) {
      failure = error
      throw error
    }
  }
  return { bytes: bytes(), failure: () => failure, start: () => start }
}
