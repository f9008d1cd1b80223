import { join, resolve } from 'node:path'
import { Command } from 'commander'
import {
  initAuthority,
  issueCertificate,
  listCertificates,
  renewCertificate,
  revokeCertificate
} from '../ca/authority.ts'
import type { CertificateInfo } from '../ca/certificate-info.ts'
import { parseDays, parseNames } from '../ca/parse.ts'
import { failure } from '../failure.ts'
import { parseAgency } from '../identity.ts'
import { type Shell, write, writeJson } from '../shell.ts'
import { type CommonOptions, dataOf } from '../stack.ts'
import { renderTable } from '../table.ts'

interface CaOptions extends CommonOptions {
  readonly dir?: string
  readonly days?: number
}

interface IssueOptions extends CaOptions {
  readonly name?: string[]
  readonly client?: string
}

/** What browsers still take of a server's certificate from a private authority. */
const longest = 825

/** `wuhu ca`: a certificate authority for tests and small sites, kept in a folder. */
export function caCommand(shell: Shell): Command {
  return new Command('ca')
    .description(
      '本地 CA，供测试与小型部署；国密 SM2 证书须用其他软件 · a local CA for tests and small sites; SM2 certificates need other software'
    )
    .addCommand(initCommand(shell))
    .addCommand(issueCommand(shell))
    .addCommand(renewCommand(shell))
    .addCommand(listCommand(shell))
    .addCommand(revokeCommand(shell))
}

const withFolder = (command: Command, json: string) =>
  command
    .option('--dir <folder>', 'CA 的目录（默认 <数据目录>/tls）· folder of the CA (default <data>/tls)')
    .option('--data <dir>', '系统的数据目录 · data folder of the stack')
    .option('--json', json)

const folderOf = (shell: Shell, options: CaOptions) =>
  options.dir ? resolve(shell.cwd, options.dir) : join(dataOf(shell, options), 'tls')

function initCommand(shell: Shell): Command {
  const command = new Command('init')
    .description('建立本地 CA（P-256）· make the CA (P-256)')
    .option('--name <text>', 'CA 的名称 · name of the CA', 'Five Mutuals local CA')
    .option('--days <n>', '有效天数 · days that it lives', parseDays(7300), 3650)
  return withFolder(command, '{folder, certificate, notAfter}').action(
    async (options: CaOptions & { name: string; days: number }) => {
      const folder = folderOf(shell, options)
      const { name, days } = options
      const { certificate, notAfter } = await initAuthority(folder, { name, days, now: new Date() })
      if (options.json) return writeJson(shell.stdout, { folder, certificate, notAfter: await beijing(notAfter) })
      await write(shell.stdout, `${certificate}  ${await beijing(notAfter)}\n`)
    }
  )
}

function issueCommand(shell: Shell): Command {
  const command = new Command('issue')
    .description('签发证书 · sign a certificate: for a server by its names, or for an agency as client')
    .option('--name <names>', '域名、IP，逗号分隔 · DNS names and IP addresses, by comma', parseNames)
    .option('--client <code>', '成员单位代码：用于双向 TLS · agency code: for mutual TLS', parseAgency)
    .option('--days <n>', `有效天数，最多 ${longest} · days, at most ${longest}`, parseDays(longest), 365)
  return withFolder(command, certificateJson).action(async (options: IssueOptions & { days: number }) => {
    const { name: names = [], client, days } = options
    if (names.length === 0 && client === undefined) {
      throw failure('usage', 'usage', '须给出 --name 或 --client', 'give --name, or --client, or both')
    }
    await show(shell, options, await issueCertificate(folderOf(shell, options), { names, client, days }, new Date()))
  })
}

function renewCommand(shell: Shell): Command {
  const command = new Command('renew')
    .description(
      '换发：新密钥，同样的名称，同样的文件 · a new key and certificate for the same names, in the same files'
    )
    .argument('<file>', '文件名，如 localhost、client-psb · name of its files, as in list')
    .option('--days <n>', '有效天数（默认同前）· days (default: as before)', parseDays(longest))
  return withFolder(command, certificateJson).action(async (file: string, options: CaOptions) => {
    const { days } = options
    await show(shell, options, await renewCertificate(folderOf(shell, options), file, { days, now: new Date() }))
  })
}

function revokeCommand(shell: Shell): Command {
  const command = new Command('revoke')
    .description('吊销：写入 ca.crl · revoke: put on ca.crl, which services read by TLS_CLIENT_CRL at start')
    .argument('<file|serial>', '文件名或序列号 · name of its files, or its serial')
  return withFolder(command, certificateJson).action(async (which: string, options: CaOptions) => {
    await show(shell, options, await revokeCertificate(folderOf(shell, options), which, new Date()))
  })
}

function listCommand(shell: Shell): Command {
  const command = new Command('list').description('已签发的证书 · what was signed')
  return withFolder(command, '{certificates: [...]}').action(async (options: CaOptions) => {
    const list = await listCertificates(folderOf(shell, options), new Date())
    if (options.json) return writeJson(shell.stdout, { certificates: await Promise.all(list.map(plain)) })
    await write(shell.stdout, await table(list))
  })
}

const certificateJson = '{serial, file, names, client, notBefore, notAfter, state}'

async function show(shell: Shell, options: CaOptions, info: CertificateInfo): Promise<void> {
  if (options.json) return writeJson(shell.stdout, await plain(info))
  await write(shell.stdout, await table([info]))
}

const beijing = async (date: Date) => (await import('@wuhu/contracts')).beijingTime(date)

async function plain({ notBefore, notAfter, ...info }: CertificateInfo) {
  return { ...info, notBefore: await beijing(notBefore), notAfter: await beijing(notAfter) }
}

async function table(list: readonly CertificateInfo[]): Promise<string> {
  const states = { valid: '有效 valid', expired: '过期 expired', revoked: '已吊销 revoked' }
  return renderTable(
    ['文件 file', '名称 names', '至 until', '状态 state', '序列号 serial'],
    await Promise.all(
      list.map(async ({ file = '-', names, client, notAfter, state, serial }) => {
        const subject = [...(client === undefined ? [] : [client]), ...names].join(',')
        return [file, subject, await beijing(notAfter), states[state], serial]
      })
    )
  )
}
