import { createECDH, createHash } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { failure } from '../failure.ts'

const suite = 'P256-SHA256'
const dayMs = 86_400_000

interface KeyEntry {
  /** First 16 bytes of the SHA-256 of the public key. */
  readonly keyId: string
  /** Compressed point, base64url. */
  readonly publicKey: string
  /** Scalar of 32 bytes, base64url. */
  readonly secret: string
  /** RFC 3339 instants. The one key without an end is the current one. */
  readonly createdAt: string
  readonly until?: string
}

interface KeyFile {
  readonly suite: string
  readonly keys: readonly KeyEntry[]
}

/** Which key is current now, and until when the one before it is still in use. */
export interface KeyChange {
  readonly keyId: string
  readonly previous?: string
  readonly until?: string
}

/**
 * Makes the key file of blind matching, readable by its owner alone. Without it info-sharing can match nothing, and
 * with it tokens can be tested against guesses: keep it apart from backups of the database.
 * @throws Error with code EEXIST when there is one
 */
export async function createMatchKeyFile(path: string, now: Date): Promise<KeyChange> {
  const key = newKey(now)
  await write(path, { suite, keys: [key] })
  return { keyId: key.keyId }
}

/**
 * Puts a new key in place of the current one, which stays in use for `graceDays` so that agencies can make new tokens;
 * 0 ends it at once. Keys that have ended go.
 * @throws Failure when the file is no key file
 */
export async function rotateMatchKeyFile(path: string, options: { now: Date; graceDays: number }): Promise<KeyChange> {
  const { now, graceDays } = options
  const { keys } = parse(await readFile(path, 'utf8'))
  const until = new Date(now.getTime() + graceDays * dayMs).toISOString()
  const kept = keys
    .map((key) => ({ ...key, until: key.until ?? until }))
    .filter((key) => Date.parse(key.until) > now.getTime())
  const key = newKey(now)
  const draft = `${path}.${process.pid}`
  await rm(draft, { force: true })
  await write(draft, { suite, keys: [...kept, key] })
  await rename(draft, path)
  const previous = keys.find((one) => one.until === undefined)?.keyId
  return { keyId: key.keyId, ...(previous !== undefined && { previous, until }) }
}

function newKey(now: Date): KeyEntry {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  const publicKey = Buffer.from(pair.getPublicKey('hex', 'compressed'), 'hex')
  // Leading zeros are part of the scalar, and OpenSSL leaves them out.
  const secret = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32)
  return {
    keyId: createHash('sha256').update(publicKey).digest('hex').slice(0, 32),
    publicKey: publicKey.toString('base64url'),
    secret: secret.toString('base64url'),
    createdAt: now.toISOString()
  }
}

function parse(text: string): KeyFile {
  try {
    const file = JSON.parse(text) as KeyFile
    if (file.suite === suite && Array.isArray(file.keys)) return file
  } catch {
    // Said below, without what the file holds.
  }
  throw failure('failed', 'bad-match-keys', '不是盲比对密钥文件', 'not a file of matching keys')
}

async function write(path: string, content: KeyFile): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(content, null, 2)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}
