import { createHash } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { VaultError } from './vault-error.ts'

/** What happened to the vault. Who reported stands nowhere in it. */
export interface JournalEntry {
  readonly n: number
  /** +08:00. */
  readonly at: string
  readonly act: 'created' | 'registered' | 'looked-up' | 'refused' | 'not-opened'
  readonly token?: string
  /** The officer, by reference. */
  readonly person?: string
  readonly role?: string
  readonly reason?: string
  /** Why it was refused. */
  readonly code?: string
  /** SHA-256 of the sealed record, of the vault's settings. */
  readonly record?: string
  readonly settings?: string
  /** Hash of the entry before; 64 zeros for the first. */
  readonly prev: string
  readonly hash: string
}

/** A place in the journal: kept elsewhere, it shows later that nothing up to it was changed or cut off. */
export interface JournalHead {
  readonly n: number
  readonly hash: string
}

const zero = '0'.repeat(64)
const hashOf = (entry: object) => createHash('sha256').update(JSON.stringify(entry)).digest('hex')

/** All entries, in order. @throws VaultError when one was changed, taken out, put in or cut off in the middle */
export async function readJournal(path: string): Promise<JournalEntry[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  if (text !== '' && !text.endsWith('\n')) throw new VaultError('vault.tampered')
  let prev = zero
  return text
    .split('\n')
    .slice(0, -1)
    .map((line, index) => {
      const entry = parse(line)
      const { hash, ...rest } = entry
      if (rest.n !== index + 1 || rest.prev !== prev || hashOf(rest) !== hash) throw new VaultError('vault.tampered')
      prev = hash
      return entry
    })
}

function parse(line: string): JournalEntry {
  try {
    return JSON.parse(line)
  } catch {
    throw new VaultError('vault.tampered')
  }
}

/** Adds an entry behind `entries`, and is durable when it resolves. */
export async function appendEntry(
  path: string,
  entries: readonly JournalEntry[],
  what: Omit<JournalEntry, 'n' | 'at' | 'prev' | 'hash'>,
  now: Date
): Promise<JournalHead> {
  const at = `${new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, -1)}+08:00`
  const entry = { n: entries.length + 1, at, ...what, prev: entries.at(-1)?.hash ?? zero }
  const hash = hashOf(entry)
  const file = await open(path, 'a', 0o600)
  try {
    await file.writeFile(`${JSON.stringify({ ...entry, hash })}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  return { n: entry.n, hash }
}
