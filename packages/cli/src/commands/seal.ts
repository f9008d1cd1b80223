import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { Command } from 'commander'
import { failure } from '../failure.ts'
import { createByteProgress } from '../sealed/byte-progress.ts'
import { asAgency, type SealedOptions } from '../sealed/options.ts'
import { plainly } from '../sealed/sealed-failure.ts'
import { keysOf, parseAgencies } from '../sealed/sealing-keys.ts'
import { uploadFile } from '../sealed/transfer.ts'
import { type Shell, write, writeJson } from '../shell.ts'
import { openStack } from '../stack.ts'

interface SealOptions extends SealedOptions {
  readonly to: string[]
  readonly output?: string
  readonly upload?: true
  readonly case?: string
  readonly title?: string
  readonly mediaType?: string
  readonly attest?: string
}

/** `wuhu seal`: encrypts a file here, to agencies' published keys, and sends it to a case if so asked. */
export function sealCommand(shell: Shell): Command {
  const command = new Command('seal')
    .description('封存文件：在本机加密给收件单位 · encrypt a file here, to the keys of agencies (age)')
    .argument('<file>', '要封存的文件 · file to seal')
    .requiredOption('--to <codes>', '收件单位，逗号分隔 · agencies that shall open it, by comma', parseAgencies)
    .option('--output <file>', '封存文件（默认 <file>.age）· sealed file (default <file>.age)')
    .option('--upload', '登记并上传到案源 · announce and upload it to a case')
    .option('--case <number>', '案源编号 · case-source number')
    .option('--title <text>', '附件名称（默认文件名）· title (default: name of the file)')
    .option('--media-type <type>', '原文媒体类型 · media type of the content')
    .option('--attest <person>', '由谁声明不涉国家秘密（人员代号）· who attests that no state secret is in it')
  return asAgency(command, '{file, size, sha256, recipients, id?}').action((name: string, options: SealOptions) =>
    plainly(async () => {
      const { to, upload, case: caseNumber, attest, as } = options
      if (upload && (!caseNumber || !attest)) {
        throw failure('usage', 'usage', '--upload 须有 --case 与 --attest', '--upload needs --case and --attest')
      }
      const source = resolve(shell.cwd, name)
      const target = resolve(shell.cwd, options.output ?? `${name}.age`)
      const { sealFile } = await import('@wuhu/sdk/sealing')
      const info = openStack(shell, options, as).service('info-sharing')
      const recipients = await keysOf(info, to, as.agency)
      const progress = createByteProgress(shell.stderr, '封存 seal', (await stat(source)).size)
      const keys = recipients.map(({ key }) => key)
      const { size, sha256 } = await sealFile({ source, target, recipients: keys, onProgress: progress.show }).finally(
        progress.end
      )
      const told = { file: target, size, sha256, recipients }
      if (!upload) {
        if (options.json) return writeJson(shell.stdout, told)
        return write(shell.stdout, `${target}  ${size}  ${sha256}\n`)
      }
      const { title = basename(source), mediaType } = options
      const body = { caseNumber, title, size, sha256, recipients, ...(mediaType && { mediaType }) }
      const headers = { 'wuhu-attestation': `no-state-secret; by=${attest}` }
      const announced = await info.post<{ id: string; upload: string }>('/v1/attachments', body, { headers })
      await uploadFile(shell, info, announced.upload, target, size)
      if (options.json) return writeJson(shell.stdout, { ...told, id: announced.id })
      await write(shell.stdout, `${announced.id}  ${size}  ${sha256}\n`)
    })
  )
}
