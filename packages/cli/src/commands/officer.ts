import { officerRoles } from '@wuhu/contracts'
import { Command, Option } from 'commander'
import { type Identity, parseAgency, parsePerson } from '../identity.ts'
import { type Shell, write, writeJson } from '../shell.ts'
import { type CommonOptions, openStack } from '../stack.ts'
import { renderTable } from '../table.ts'
import { asSecurity } from './agency.ts'

interface Options extends CommonOptions {
  readonly as: Identity
}

interface Officer {
  readonly person: string
  readonly name?: string
  readonly roles: ReadonlyArray<{ role: string; validUntil?: string }>
}

/** `wuhu officer grant|revoke|list`: who holds which role 岗位. */
export function officerCommand(shell: Shell): Command {
  return new Command('officer')
    .description('工作人员岗位：授予、撤销、列出 · roles of officers')
    .addCommand(grantCommand(shell))
    .addCommand(revokeCommand(shell))
    .addCommand(listCommand(shell))
}

const place = (command: Command): Command =>
  command
    .argument('<agency>', '单位代码 · agency code', parseAgency)
    .argument('<person>', '人员代号（不是姓名）· reference of the person, not a name', parsePerson)
    .addOption(new Option('--role <role>', '岗位 · role').choices(officerRoles).makeOptionMandatory())

function grantCommand(shell: Shell): Command {
  const command = place(
    new Command('grant').description('授予岗位；三员不得兼任 · grant a role; administrators hold no other')
  )
    .option('--name <text>', '姓名 · name')
    .option('--until <instant>', '失效时间（RFC 3339）· when it ends')
  return asSecurity(command, '{id, version, status, events}').action(
    async (agency: string, person: string, options: Options & { role: string; name?: string; until?: string }) => {
      const { role, name, until } = options
      const body = { role, ...(name && { name }), ...(until && { validUntil: until }) }
      const service = openStack(shell, options, options.as).service('info-sharing')
      const done = await service.post<object>(`/v1/agencies/${agency}/officers/${person}/roles`, body)
      if (options.json) return writeJson(shell.stdout, done)
      await write(shell.stdout, `已授予 ${agency}/${person} ${role} · granted\n`)
    }
  )
}

function revokeCommand(shell: Shell): Command {
  const command = place(new Command('revoke').description('撤销岗位 · revoke a role')).requiredOption(
    '--reason <text>',
    '理由，记入审计 · why; it is recorded'
  )
  return asSecurity(command, '{id, version, status, events}').action(
    async (agency: string, person: string, options: Options & { role: string; reason: string }) => {
      const service = openStack(shell, options, options.as).service('info-sharing')
      const path = `/v1/agencies/${agency}/officers/${person}/roles/${options.role}/revoke`
      const done = await service.post<object>(path, { reason: options.reason })
      if (options.json) return writeJson(shell.stdout, done)
      await write(shell.stdout, `已撤销 ${agency}/${person} ${options.role} · revoked\n`)
    }
  )
}

function listCommand(shell: Shell): Command {
  const command = new Command('list')
    .description('列出单位的工作人员及岗位 · the officers of an agency')
    .argument('<agency>', '单位代码 · agency code', parseAgency)
  return asSecurity(command, '{items: [...]}').action(async (agency: string, options: Options) => {
    const service = openStack(shell, options, options.as).service('info-sharing')
    const answer = await service.get<{ items: Officer[] }>(`/v1/agencies/${agency}/officers`)
    if (options.json) return writeJson(shell.stdout, answer)
    if (answer.items.length === 0) return write(shell.stdout, '没有工作人员 · no officers\n')
    const rows = answer.items.flatMap(({ person, name = '-', roles }) =>
      roles.map(({ role, validUntil = '-' }) => [person, name, role, validUntil])
    )
    await write(shell.stdout, renderTable(['代号 person', '姓名 name', '岗位 role', '失效 ends'], rows))
  })
}
