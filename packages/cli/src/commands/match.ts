import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { parseDays } from '../ca/parse.ts'
import { failure } from '../failure.ts'
import type { Identity } from '../identity.ts'
import { createMatchKeyFile, type KeyChange, rotateMatchKeyFile } from '../match/key-file.ts'
import { type Shell, write, writeJson } from '../shell.ts'
import { dataOf, openStack } from '../stack.ts'
import { asSecurity } from './agency.ts'

interface Options {
  readonly data?: string
  readonly json?: true
  readonly file?: string
}

interface Announced extends Options {
  readonly as: Identity
}

/** `wuhu match key|rotate|announce`: the secret keys of blind matching 盲比对. */
export function matchCommand(shell: Shell): Command {
  return new Command('match')
    .description('盲比对的密钥：生成、更换、公布 · keys of blind matching: make, rotate, announce')
    .addCommand(keyCommand(shell))
    .addCommand(rotateCommand(shell))
    .addCommand(announceCommand(shell))
}

const fileOption = (command: Command) =>
  command.option(
    '--file <path>',
    '密钥文件，即 MATCH_KEYS_FILE（默认 <数据目录>/keys/match-keys.json）· the key file (default <data>/keys/match-keys.json)'
  )

const fileOf = (shell: Shell, options: Options) =>
  options.file ? resolve(shell.cwd, options.file) : join(dataOf(shell, options), 'keys', 'match-keys.json')

function keyCommand(shell: Shell): Command {
  const command = new Command('key')
    .description(
      '生成密钥文件（权限 0600），勿与数据库备份放在一处 · make the key file; keep it apart from database backups'
    )
    .option('--data <dir>', '系统的数据目录 · data folder of the stack')
    .option('--json', '{file, keyId}')
  return fileOption(command).action(async (options: Options) => {
    const file = fileOf(shell, options)
    const { keyId } = await createMatchKeyFile(file, new Date()).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
      throw failure('failed', 'exists', `${file} 已存在；更换密钥用 rotate`, `${file} exists: rotate it instead`)
    })
    if (options.json) return writeJson(shell.stdout, { file, keyId })
    await write(shell.stdout, `${file}  ${keyId}\n`)
  })
}

function rotateCommand(shell: Shell): Command {
  const command = new Command('rotate')
    .description(
      '换新密钥并告知各单位；宽限期内新旧令牌各自比对 · a new key; tokens of the old one match until the grace ends'
    )
    .option('--grace <days>', '宽限天数 · days of grace', parseGrace, 30)
  return asSecurity(fileOption(command), '{keyId, previous, until, events}').action(
    async (options: Announced & { grace: number }) => {
      const file = fileOf(shell, options)
      const changed = await rotateMatchKeyFile(file, { now: new Date(), graceDays: options.grace })
      const events = await announce(shell, options).catch(async (error: unknown) => {
        await write(
          shell.stderr,
          `密钥已更换（${changed.keyId}），尚未告知各单位，请稍后执行 wuhu match announce · rotated, not announced yet\n`
        )
        throw error
      })
      if (options.json) return writeJson(shell.stdout, { ...changed, events })
      await write(shell.stdout, await sentence(changed))
    }
  )
}

function announceCommand(shell: Shell): Command {
  const command = new Command('announce').description(
    '告知各单位现用密钥；重复执行无影响 · tell all agencies of the current key'
  )
  return asSecurity(command, '{events}').action(async (options: Announced) => {
    const events = await announce(shell, options)
    if (options.json) return writeJson(shell.stdout, { events })
    await write(shell.stdout, events.length > 0 ? '已告知 · announced\n' : '此前已告知 · announced before\n')
  })
}

async function announce(shell: Shell, options: Announced): Promise<readonly object[]> {
  const service = openStack(shell, options, options.as).service('info-sharing')
  const { events } = await service.post<{ events: object[] }>('/v1/matching/rotate', {})
  return events
}

async function sentence({ keyId, previous, until }: KeyChange): Promise<string> {
  if (previous === undefined || until === undefined) return `${keyId}\n`
  const { beijingTime } = await import('@wuhu/contracts')
  return `${keyId}；原密钥 ${previous} 用至 ${beijingTime(until)} · the old key ends then\n`
}

const parseGrace = (text: string) => (text === '0' ? 0 : parseDays(365)(text))
