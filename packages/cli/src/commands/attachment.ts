import { rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { failure } from '../failure.ts'
import { parseAgency } from '../identity.ts'
import { asAgency, type SealedOptions } from '../sealed/options.ts'
import { plainly } from '../sealed/sealed-failure.ts'
import { identitiesIn, keysOf, parseAgencies } from '../sealed/sealing-keys.ts'
import { type Attachment, download, newestOf, uploadFile } from '../sealed/transfer.ts'
import { type Shell, write, writeJson } from '../shell.ts'
import { dataOf, openStack } from '../stack.ts'
import { renderTable } from '../table.ts'

/** `wuhu attachment`: sealed attachments of a case, their custody, and the key they are sealed to. */
export function attachmentCommand(shell: Shell): Command {
  return new Command('attachment')
    .description('封存附件：公钥、列表、保管经过、移交、加收件单位 · sealed attachments and their custody')
    .addCommand(keyCommand(shell))
    .addCommand(listCommand(shell))
    .addCommand(showCommand(shell))
    .addCommand(handOverCommand(shell))
    .addCommand(addRecipientCommand(shell))
}

function keyCommand(shell: Shell): Command {
  const command = new Command('key')
    .description('生成封存密钥：私钥写入文件，公钥登入名录 · make a sealing key; publish its public half')
    .option('--output <file>', '私钥文件（默认 <数据目录>/keys/<单位>.age）· file for the private key')
  return asAgency(command, '{agency, recipient, file}').action((options: SealedOptions & { output?: string }) =>
    plainly(async () => {
      const { agency } = options.as
      const file = options.output
        ? resolve(shell.cwd, options.output)
        : join(dataOf(shell, options), 'keys', `${agency}.age`)
      const { createSealingIdentity } = await import('@wuhu/sdk/sealing')
      const info = openStack(shell, options, options.as).service('info-sharing')
      const { identity, recipient } = await createSealingIdentity()
      await writeFile(file, `# public key: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx' }).catch(
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'EEXIST') throw error
          throw failure('usage', 'file-exists', `${file} 已存在，不予覆盖`, `${file} exists: not overwritten`)
        }
      )
      // Without a public half in the directory the file would be of no use, and in the way.
      await info.post(`/v1/agencies/${agency}/sealing-keys`, { recipient }).catch(async (error: unknown) => {
        await rm(file, { force: true })
        throw error
      })
      if (options.json) return writeJson(shell.stdout, { agency, recipient, file })
      await write(shell.stdout, `${recipient}  ${file}\n`)
    })
  )
}

function listCommand(shell: Shell): Command {
  const command = new Command('list')
    .description('案源的封存附件 · sealed attachments of a case')
    .requiredOption('--case <number>', '案源编号 · case-source number')
  return asAgency(command, '{items, next?}').action(async (options: SealedOptions & { case: string }) => {
    const info = openStack(shell, options, options.as).service('info-sharing')
    const path = `/v1/cases/${encodeURIComponent(options.case)}/attachments`
    const answer = await info.get<{ items: Array<Attachment & { sealedAt: string }> }>(path, { query: { limit: 200 } })
    if (options.json) return writeJson(shell.stdout, answer)
    const rows = answer.items.map(({ id, sender, sealedAt, title }) => [id, sender, sealedAt, title])
    await write(shell.stdout, renderTable(['标识 id', '单位 sender', '时间 at', '名称 title'], rows))
  })
}

function showCommand(shell: Shell): Command {
  const command = new Command('show').description('一个附件的保管经过 · custody of one attachment').argument('<id>')
  return asAgency(command, '{id, title, sealings, custody, …}').action(async (id: string, options: SealedOptions) => {
    const info = openStack(shell, options, options.as).service('info-sharing')
    const answer = await info.get<Attachment>(`/v1/attachments/${encodeURIComponent(id)}`)
    if (options.json) return writeJson(shell.stdout, answer)
    const rows = answer.custody.map(({ at, step, agency, to = '', sha256 }) => [at, step, agency, to, sha256])
    await write(shell.stdout, renderTable(['时间 at', '环节 step', '单位 agency', '移交 to', 'SHA-256'], rows))
  })
}

function handOverCommand(shell: Shell): Command {
  const command = new Command('hand-over')
    .description('记录移交 · put on record that the file was handed over')
    .argument('<id>')
    .requiredOption('--to <code>', '接收单位 · receiving agency', parseAgency)
    .option('--note <text>', '说明 · note')
  return asAgency(command, '{id, version, status, events}').action(
    async (id: string, options: SealedOptions & { to: string; note?: string }) => {
      const { to, note } = options
      const info = openStack(shell, options, options.as).service('info-sharing')
      const path = `/v1/attachments/${encodeURIComponent(id)}/hand-over`
      const done = await info.post<object>(path, { to, ...(note !== undefined && { note }) })
      if (options.json) return writeJson(shell.stdout, done)
      await write(shell.stdout, `已移交 ${to} · handed over\n`)
    }
  )
}

function addRecipientCommand(shell: Shell): Command {
  const command = new Command('add-recipient')
    .description('加收件单位：在本机开启并重新封存 · open it here, seal it again to more agencies, and upload that')
    .argument('<id>')
    .requiredOption('--to <codes>', '增加的单位，逗号分隔 · agencies to add, by comma', parseAgencies)
    .requiredOption('--identity <file>', '本单位封存私钥文件 · file with the private key')
    .requiredOption('--output <file>', '新的封存文件 · file for the new ciphertext')
  return asAgency(command, '{id, file, size, sha256, recipients}').action(
    (id: string, options: SealedOptions & { to: string[]; identity: string; output: string }) =>
      plainly(async () => {
        const { addRecipient } = await import('@wuhu/sdk/sealing')
        const info = openStack(shell, options, options.as).service('info-sharing')
        const identities = await identitiesIn(shell, options.identity)
        const attachment = await info.get<Attachment>(`/v1/attachments/${encodeURIComponent(id)}`)
        const before = newestOf(attachment)
        const kept = before.recipients.map(({ agency }) => agency)
        const recipients = await keysOf(info, [...kept, ...options.to], options.as.agency)
        const target = resolve(shell.cwd, options.output)
        const source = await download(info, attachment)
        const keys = recipients.map(({ key }) => key)
        const { size, sha256 } = await addRecipient({
          source,
          target,
          identities,
          recipients: keys,
          sha256: before.sha256
        })
        const body = { size, sha256, recipients }
        const announced = await info.post<{ upload: string }>(`/v1/attachments/${id}/recipients`, body)
        await uploadFile(shell, info, announced.upload, target, size)
        if (options.json) return writeJson(shell.stdout, { id, file: target, ...body })
        await write(shell.stdout, `${id}  ${size}  ${sha256}\n`)
      })
  )
}
