import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { SealingError } from '../sealing/sealing-error.ts'
import { openStream, sealStream } from '../sealing/streams.ts'
import { appendEntry, type JournalEntry, type JournalHead, readJournal } from './journal.ts'
import { withLock } from './lock.ts'
import { VaultError, type VaultProblem } from './vault-error.ts'

/** An officer of the intake agency: a reference, not a name, and the role of the moment. */
export interface VaultOfficer {
  readonly person: string
  readonly role: string
}

export interface VaultSettings {
  readonly agency: string
  /** age recipients of those who keep the vault's keys; each can open every record. */
  readonly recipients: readonly string[]
  /** They look up any reporter; a `handler` those that it registered itself. */
  readonly lookupRoles: readonly string[]
}

/** Who reported, as the agency writes it down: name, telephone, address, whatever it has. */
export type Reporter = Readonly<Record<string, string>>

/** Where the identities of reporters 举报人 lie, in the intake agency's own hands. */
export interface ReporterVault {
  readonly settings: VaultSettings
  /** Seals who reported. @returns the token for the bus, and the journal's place @throws VaultError */
  register(reporter: Reporter, officer: VaultOfficer): Promise<{ token: string; journal: JournalHead }>
  /** Written to the journal before it is answered, as is every refusal. @throws VaultError */
  lookup(
    token: string,
    by: VaultOfficer & { readonly reason: string; readonly identities: readonly string[] }
  ): Promise<{ reporter: Reporter; registeredBy: VaultOfficer; registeredAt: string; journal: JournalHead }>
  /** Checks journal, settings and every record against each other. @throws VaultError when they do not fit */
  verify(known?: JournalHead): Promise<{ entries: readonly JournalEntry[]; head: JournalHead | undefined }>
}

interface VaultPlace {
  readonly folder: string
  readonly now?: () => Date
}

const defaultRoles = ['agency-head', 'agency-leader']
const leastReason = 4
/** 192 random bits: 32 characters, of the form OpaqueToken. */
const newToken = () => `rp_${randomBytes(24).toString('base64url')}`
const tokenForm = /^rp_[A-Za-z0-9_-]{32}$/
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const filesOf = (folder: string) => ({
  settings: join(folder, 'vault.json'),
  journal: join(folder, 'journal.ndjson'),
  lock: join(folder, 'journal.lock'),
  record: (token: string) => join(folder, 'records', `${token}.age`)
})

/** Makes a vault in a folder of its own. @throws VaultError, SealingError for recipients that are none */
export async function createVault(
  options: VaultPlace & Pick<VaultSettings, 'agency' | 'recipients'> & { readonly lookupRoles?: readonly string[] }
): Promise<ReporterVault> {
  const { folder, agency, recipients, lookupRoles = defaultRoles, now = () => new Date() } = options
  const files = filesOf(folder)
  await sealed({}, recipients)
  await mkdir(join(folder, 'records'), { recursive: true, mode: 0o700 })
  const settings = Buffer.from(`${JSON.stringify({ agency, recipients, lookupRoles }, null, 2)}\n`)
  await withLock(files.lock, async () => {
    await writeOnce(files.settings, settings)
    await appendEntry(files.journal, [], { act: 'created', settings: sha256(settings) }, now())
  })
  return await openVault(options)
}

/** The vault of a folder. @throws VaultError when there is none, or its settings are not those it was made with */
export async function openVault({ folder, now = () => new Date() }: VaultPlace): Promise<ReporterVault> {
  const files = filesOf(folder)
  const readSettings = async () => {
    const bytes = await readFile(files.settings).catch(() => undefined)
    if (!bytes) throw new VaultError('vault.missing')
    return bytes
  }
  /** The journal, with the settings that it vouches for. */
  const trusted = async () => {
    const [bytes, entries] = [await readSettings(), await readJournal(files.journal)]
    if (entries[0]?.act !== 'created' || entries[0].settings !== sha256(bytes)) throw new VaultError('vault.tampered')
    return { entries, settings: JSON.parse(bytes.toString('utf8')) as VaultSettings }
  }
  const { settings } = await trusted()

  return {
    settings,

    async register(reporter, { person, role }) {
      assertOfficer({ person, role })
      if (Object.keys(reporter).length === 0) throw new VaultError('vault.invalid')
      const token = newToken()
      const registeredAt = now()
      return await withLock(files.lock, async () => {
        const { entries, settings } = await trusted()
        const record = { token, reporter, registeredBy: { person, role }, registeredAt: registeredAt.toISOString() }
        const bytes = await sealed(record, settings.recipients)
        await writeOnce(files.record(token), bytes)
        const what = { act: 'registered', token, person, role, record: sha256(bytes) } as const
        return { token, journal: await appendEntry(files.journal, entries, what, registeredAt) }
      })
    },

    async lookup(token, { person, role, reason, identities }) {
      assertOfficer({ person, role })
      const known = tokenForm.test(token)
      const said = { ...(known && { token }), person, role, reason: reason.slice(0, 500) }
      const { bytes, head, expected } = await withLock(files.lock, async () => {
        const { entries, settings } = await trusted()
        const registered = known ? entries.find((one) => one.act === 'registered' && one.token === token) : undefined
        const code = refusalOf(settings, registered, { person, role, reason })
        if (code) {
          await appendEntry(files.journal, entries, { act: 'refused', ...said, code }, now())
          throw new VaultError(code)
        }
        const head = await appendEntry(files.journal, entries, { act: 'looked-up', ...said }, now())
        const bytes = await readFile(files.record(token)).catch(() => undefined)
        return { bytes, head, expected: registered?.record }
      })
      try {
        if (!bytes || sha256(bytes) !== expected) throw new VaultError('vault.tampered')
        const record = await opened(bytes, identities)
        if (record.token !== token) throw new VaultError('vault.tampered')
        return { ...record, journal: head }
      } catch (error) {
        const code = error instanceof VaultError ? error.code : 'vault.tampered'
        await withLock(files.lock, async () => {
          const { entries } = await trusted()
          await appendEntry(files.journal, entries, { act: 'not-opened', ...said, code }, now())
        })
        throw new VaultError(code)
      }
    },

    async verify(head) {
      const { entries } = await trusted()
      if (head && entries[head.n - 1]?.hash !== head.hash) throw new VaultError('vault.tampered')
      for (const { act, token, record } of entries) {
        if (act !== 'registered' || !token || !tokenForm.test(token)) continue
        const bytes = await readFile(files.record(token)).catch(() => undefined)
        if (!bytes || sha256(bytes) !== record) throw new VaultError('vault.tampered')
      }
      const last = entries.at(-1)
      return { entries, head: last && { n: last.n, hash: last.hash } }
    }
  }
}

/** A role without the right is told the same of every token, whether the vault knows it or not. */
function refusalOf(
  { lookupRoles }: VaultSettings,
  registered: JournalEntry | undefined,
  { person, role, reason }: VaultOfficer & { readonly reason: string }
): VaultProblem | undefined {
  if ([...reason.trim()].length < leastReason) return 'vault.reason'
  if (lookupRoles.includes(role)) return registered ? undefined : 'vault.unknown'
  return role === 'handler' && registered?.person === person ? undefined : 'vault.refused'
}

function assertOfficer({ person, role }: VaultOfficer): void {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(person) || !/^[a-z]+(-[a-z]+)*$/.test(role)) {
    throw new VaultError('vault.invalid')
  }
}

interface VaultRecord {
  readonly token: string
  readonly reporter: Reporter
  readonly registeredBy: VaultOfficer
  readonly registeredAt: string
}

async function sealed(record: object, recipients: readonly string[]): Promise<Buffer> {
  return await collect(await sealStream(pieces(Buffer.from(JSON.stringify(record))), recipients))
}

/** Errors of parsers quote what they read: none of them gets out of here. */
async function opened(bytes: Buffer, identities: readonly string[]): Promise<VaultRecord> {
  try {
    return JSON.parse((await collect(await openStream(pieces(bytes), identities))).toString('utf8'))
  } catch (error) {
    const wrong = error instanceof SealingError && ['sealing.wrong-key', 'sealing.bad-key'].includes(error.code)
    throw new VaultError(wrong ? 'vault.wrong-key' : 'vault.tampered')
  }
}

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function writeOnce(path: string, bytes: Uint8Array): Promise<void> {
  if (await stat(path).catch(() => undefined)) throw new VaultError('vault.exists')
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
