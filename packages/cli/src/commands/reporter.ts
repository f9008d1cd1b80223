import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { Command } from 'commander'
import { failure } from '../failure.ts'
import { parseAgency } from '../identity.ts'
import { plainly } from '../sealed/sealed-failure.ts'
import { identitiesIn } from '../sealed/sealing-keys.ts'
import { type Shell, write, writeJson } from '../shell.ts'

interface VaultOptions {
  readonly vault: string
  readonly json?: true
}

interface InitOptions extends VaultOptions {
  readonly agency: string
  readonly recipient?: string
  readonly newIdentity?: string
  readonly roles: string
}

interface OfficerOptions extends VaultOptions {
  readonly person: string
  readonly role: string
}

/** `wuhu reporter`: who reported 举报人, kept by the intake agency alone. No service is asked and nothing is sent. */
export function reporterCommand(shell: Shell): Command {
  return new Command('reporter')
    .description(
      '举报人保险库：身份只存于接收单位，平台只见标识 · the reporter vault of the intake agency; nothing is sent'
    )
    .addCommand(initCommand(shell))
    .addCommand(registerCommand(shell))
    .addCommand(lookupCommand(shell))
    .addCommand(journalCommand(shell))
}

const inVault = (command: Command, json: string) =>
  command.requiredOption('--vault <folder>', '保险库目录 · folder of the vault').option('--json', json)

const byOfficer = (command: Command) =>
  command
    .requiredOption('--person <ref>', '经办人员代号 · reference of the officer')
    .requiredOption('--role <role>', '经办人员岗位，如 handler · role of the officer')

const vaultOf = async (shell: Shell, { vault }: VaultOptions) =>
  await (await import('@wuhu/sdk/vault')).openVault({ folder: resolve(shell.cwd, vault) })

function initCommand(shell: Shell): Command {
  const command = new Command('init')
    .description('建立保险库 · make a vault')
    .requiredOption('--agency <code>', '接收单位 · intake agency', parseAgency)
    .option('--recipient <keys>', '保管人公钥（age1…），逗号分隔 · public keys of its keepers, by comma')
    .option('--new-identity <file>', '为保管人新生成私钥文件 · make a keeper’s private key, into this file')
    .option(
      '--roles <roles>',
      '可查询任一举报人的岗位，逗号分隔 · roles that look up any reporter',
      'agency-head,agency-leader'
    )
  return inVault(command, '{folder}').action((options: InitOptions) =>
    plainly(async () => {
      const { createVault } = await import('@wuhu/sdk/vault')
      const folder = resolve(shell.cwd, options.vault)
      const recipients = options.recipient?.split(',') ?? []
      if (options.newIdentity) recipients.push(await newKeeper(resolve(shell.cwd, options.newIdentity)))
      if (recipients.length === 0) {
        throw failure('usage', 'usage', '须给出 --recipient 或 --new-identity', 'give --recipient, or --new-identity')
      }
      await createVault({ folder, agency: options.agency, recipients, lookupRoles: options.roles.split(',') })
      if (options.json) return writeJson(shell.stdout, { folder })
      await write(shell.stdout, `${folder}\n`)
    })
  )
}

/** @returns the public half @throws Failure when the file is there */
async function newKeeper(file: string): Promise<string> {
  const { createSealingIdentity } = await import('@wuhu/sdk/sealing')
  const { identity, recipient } = await createSealingIdentity()
  await writeFile(file, `# public key: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
      throw failure('usage', 'file-exists', `${file} 已存在，不予覆盖`, `${file} exists: not overwritten`)
    }
  )
  return recipient
}

function registerCommand(shell: Shell): Command {
  const command = new Command('register').description(
    '登记举报人：从标准输入读 JSON，输出标识 · reads JSON from standard input, prints the token for the clue'
  )
  return inVault(byOfficer(command), '{token, journal}').action((options: OfficerOptions) =>
    plainly(async () => {
      const vault = await vaultOf(shell, options)
      const { person, role } = options
      // Not an argument: those are seen by everybody on the machine, and kept in the shell's history.
      const done = await vault.register(parseReporter(await text(shell.stdin)), { person, role })
      if (options.json) return writeJson(shell.stdout, done)
      await write(shell.stdout, `${done.token}\n`)
    })
  )
}

/** @throws Failure, without a word of what was read */
function parseReporter(json: string): Record<string, string> {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    value = undefined
  }
  const fields = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.values(value) : []
  if (fields.length > 0 && fields.every((field) => typeof field === 'string')) return value as Record<string, string>
  throw failure(
    'usage',
    'reporter-malformed',
    '标准输入应为 JSON 对象，各项为文字，如 {"name": "…"}',
    'standard input is a JSON object of texts, such as {"name": "…"}'
  )
}

function lookupCommand(shell: Shell): Command {
  const command = new Command('lookup')
    .description('查询举报人：先记入日志，后显示 · look a reporter up; it is on record before it is shown')
    .argument('<token>', '线索中的举报人标识 · token of the clue')
    .requiredOption('--reason <text>', '理由，不少于四个字 · why, at least four characters')
    .requiredOption('--identity <file>', '保管人私钥文件 · file with a keeper’s private key')
  return inVault(byOfficer(command), '{reporter, registeredBy, registeredAt, journal}').action(
    (token: string, options: OfficerOptions & { reason: string; identity: string }) =>
      plainly(async () => {
        const vault = await vaultOf(shell, options)
        const { person, role, reason } = options
        const identities = await identitiesIn(shell, options.identity)
        const found = await vault.lookup(token, { person, role, reason, identities })
        if (options.json) return writeJson(shell.stdout, found)
        const lines = Object.entries(found.reporter).map(([name, value]) => `${name}: ${value}`)
        await write(shell.stdout, `${lines.join('\n')}\n`)
      })
  )
}

function journalCommand(shell: Shell): Command {
  const command = new Command('journal')
    .description('核对日志与记录；改动会显示 · check journal and records; tampering shows')
    .option('--known <n:hash>', '此前抄下的位置 · a head that was written down before')
  return inVault(command, '{entries, head}').action((options: VaultOptions & { known?: string }) =>
    plainly(async () => {
      const vault = await vaultOf(shell, options)
      const [n = '', hash = ''] = options.known?.split(':') ?? []
      const checked = await vault.verify(options.known === undefined ? undefined : { n: Number(n), hash })
      if (options.json) return writeJson(shell.stdout, checked)
      await write(shell.stdout, `${checked.entries.length}  ${checked.head?.n}:${checked.head?.hash}\n`)
    })
  )
}
