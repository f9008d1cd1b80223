import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { failure } from '../failure.ts'
import { createByteProgress } from '../sealed/byte-progress.ts'
import { asAgency, type SealedOptions } from '../sealed/options.ts'
import { plainly } from '../sealed/sealed-failure.ts'
import { identitiesIn } from '../sealed/sealing-keys.ts'
import { type Attachment, download, newestOf } from '../sealed/transfer.ts'
import { type Shell, write, writeJson } from '../shell.ts'
import { openStack } from '../stack.ts'

interface OpenOptions extends SealedOptions {
  readonly identity: string
  readonly output?: string
  readonly receive?: true
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** `wuhu open`: decrypts a sealed file, or an attachment as it is downloaded. */
export function openCommand(shell: Shell): Command {
  const command = new Command('open')
    .description('开启封存文件或附件 · open a sealed file, or an attachment by its id')
    .argument('<file|id>', '封存文件或附件标识 · sealed file, or id of an attachment')
    .requiredOption('--identity <file>', '本单位封存私钥文件 · file with the private key')
    .option('--output <file>', '写入（默认去掉 .age；附件则为其标识）· target (default: without .age, or the id)')
    .option('--receive', '开启后签收 · countersign the attachment when it is open')
  return asAgency(command, '{file, size, sha256}').action((what: string, options: OpenOptions) =>
    plainly(async () => {
      const { openFile } = await import('@wuhu/sdk/sealing')
      const identities = await identitiesIn(shell, options.identity)
      if (!isId(what)) {
        if (options.receive) {
          throw failure('usage', 'usage', '--receive 须给出附件标识', '--receive needs the id of an attachment')
        }
        const source = resolve(shell.cwd, what)
        const target = resolve(shell.cwd, options.output ?? bare(what))
        const progress = createByteProgress(shell.stderr, '开启 open', (await stat(source)).size)
        const { sha256, plainSize } = await openFile({
          source,
          target,
          identities,
          onProgress: progress.show
        }).finally(progress.end)
        return tell(target, plainSize, sha256)
      }
      const info = openStack(shell, options, options.as).service('info-sharing')
      const attachment = await info.get<Attachment>(`/v1/attachments/${what}`)
      const { size, sha256 } = newestOf(attachment)
      const target = resolve(shell.cwd, options.output ?? what)
      const source = await download(info, attachment)
      const progress = createByteProgress(shell.stderr, '开启 open', size)
      const { plainSize } = await openFile({
        source,
        target,
        identities,
        sha256,
        onProgress: progress.show
      }).finally(progress.end)
      if (options.receive) await info.post(`/v1/attachments/${what}/receive`, { sha256 })
      await tell(target, plainSize, sha256)
    })
  )

  async function tell(file: string, size: number, sha256: string): Promise<void> {
    if (command.opts<OpenOptions>().json) return writeJson(shell.stdout, { file, size, sha256 })
    await write(shell.stdout, `${file}  ${size}\n`)
  }
}

/** @throws Failure for a name from which no other can be made */
function bare(name: string): string {
  if (name.endsWith('.age') && name.length > 4) return name.slice(0, -4)
  throw failure('usage', 'usage', '须用 --output 指明写到哪里', 'say with --output where it goes')
}
