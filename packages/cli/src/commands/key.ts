import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Argument, Command, InvalidArgumentError, Option } from 'commander'
import { failure } from '../failure.ts'
import { type Identity, parseAgency } from '../identity.ts'
import { type Shell, write, writeJson } from '../shell.ts'
import { type CommonOptions, openStack, withCommonOptions } from '../stack.ts'
import { asSecurity } from './agency.ts'

interface Options extends CommonOptions {
  readonly as: Identity
}

/** `wuhu key new|add|rotate|revoke`: keys that may speak for an agency. */
export function keyCommand(shell: Shell): Command {
  return new Command('key')
    .description('公钥：生成、登记、更换、吊销 · keys: make, add, rotate, revoke')
    .addCommand(newCommand(shell))
    .addCommand(addCommand(shell))
    .addCommand(rotateCommand(shell))
    .addCommand(revokeCommand(shell))
}

/** The seed never leaves the file; only the public half is printed. */
function newCommand(shell: Shell): Command {
  const command = new Command('new')
    .description(
      '生成密钥对，种子写入文件（仅本人可读）· make a key pair; the seed goes into a file only its owner reads'
    )
    .argument('<file>', '种子文件 · file for the seed')
  return withCommonOptions(command, '{publicKey, file}').action(async (name: string, options: CommonOptions) => {
    const { createKeyPair } = await import('@wuhu/access')
    const { kid, seed } = createKeyPair()
    const file = resolve(shell.cwd, name)
    try {
      await writeFile(file, `${seed}\n`, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EEXIST')
        throw failure('usage', 'file-exists', `${file} 已存在，不予覆盖`, `${file} exists: not overwritten`)
      throw failure('failed', 'file-unwritable', `无法写入 ${file}`, `cannot write ${file} (${code})`)
    }
    if (options.json) return writeJson(shell.stdout, { publicKey: kid, file })
    await write(shell.stdout, `${kid}\n`)
  })
}

function addCommand(shell: Shell): Command {
  const command = new Command('add')
    .description('登记公钥 · add a public key')
    .argument('<agency>', '单位代码 · agency code', parseAgency)
    .argument('<publicKey>', '公钥（U 开头）· public key', parseKey)
    .addOption(
      new Option('--role <role>', '用途 · what it speaks as')
        .choices(['agency-system', 'system-admin', 'security-admin', 'audit-admin', 'console'])
        .default('agency-system')
    )
    .option('--from <instant>', '生效时间（RFC 3339），默认现在 · when it begins, now by default')
    .option('--until <instant>', '失效时间（RFC 3339）· when it ends')
  return asSecurity(command, '{id, version, events}').action(
    async (agency: string, publicKey: string, options: Options & { role: string; from?: string; until?: string }) => {
      const { role, from, until } = options
      const validity = { ...(from && { validFrom: from }), ...(until && { validUntil: until }) }
      const service = openStack(shell, options, options.as).service('info-sharing')
      const done = await service.post<object>(`/v1/agencies/${agency}/keys`, { publicKey, role, ...validity })
      if (options.json) return writeJson(shell.stdout, done)
      await write(shell.stdout, `已登记 ${agency} 的 ${role} 公钥 · added\n`)
    }
  )
}

function rotateCommand(shell: Shell): Command {
  const command = new Command('rotate')
    .description('更换公钥；重叠期内新旧并用 · rotate a key; both speak during the overlap')
    .argument('<agency>', '单位代码 · agency code', parseAgency)
    .argument('<old>', '原公钥 · the key that is replaced', parseKey)
    .argument('<new>', '新公钥 · the new key', parseKey)
    .option('--overlap <hours>', '重叠小时数 · hours of overlap (24)', parseHours, 24)
  return asSecurity(command, '{id, version, events}').action(
    async (agency: string, old: string, publicKey: string, options: Options & { overlap: number }) => {
      const service = openStack(shell, options, options.as).service('info-sharing')
      const body = { publicKey, overlapHours: options.overlap }
      const done = await service.post<object>(`/v1/agencies/${agency}/keys/${old}/rotate`, body)
      if (options.json) return writeJson(shell.stdout, done)
      await write(
        shell.stdout,
        `已更换；原公钥 ${options.overlap} 小时后失效 · rotated; the old key ends in ${options.overlap} hours\n`
      )
    }
  )
}

function revokeCommand(shell: Shell): Command {
  const command = new Command('revoke')
    .description('吊销公钥，一秒内处处失效 · revoke a key; every service refuses it within a second')
    .argument('<agency>', '单位代码 · agency code', parseAgency)
    .addArgument(new Argument('<publicKey>', '公钥 · public key').argParser(parseKey))
    .requiredOption('--reason <text>', '理由，记入审计 · why; it is recorded')
  return asSecurity(command, '{id, version, events}').action(
    async (agency: string, kid: string, options: Options & { reason: string }) => {
      const service = openStack(shell, options, options.as).service('info-sharing')
      const done = await service.post<object>(`/v1/agencies/${agency}/keys/${kid}/revoke`, { reason: options.reason })
      if (options.json) return writeJson(shell.stdout, done)
      await write(shell.stdout, `已吊销 ${agency} 的公钥 · revoked\n`)
    }
  )
}

/** @throws InvalidArgumentError unless it has the form of a public NKey */
function parseKey(text: string): string {
  if (/^U[A-Z2-7]{55}$/.test(text)) return text
  throw new InvalidArgumentError('应为 U 开头的 56 位公钥 · a public NKey: U and 55 characters')
}

function parseHours(text: string): number {
  const hours = Number(text)
  if (/^\d{1,3}$/.test(text) && hours <= 720) return hours
  throw new InvalidArgumentError('应为 0 到 720 小时 · 0 to 720 hours')
}
