import { Command } from 'commander'
import { type Identity, parseAgency, parsePerson } from '../identity.ts'
import { type Shell, write, writeJson } from '../shell.ts'
import { type CommonOptions, openStack } from '../stack.ts'
import { renderTable } from '../table.ts'
import { asSecurity } from './agency.ts'

interface Options extends CommonOptions {
  readonly as: Identity
}

interface Invitation {
  readonly id: string
  readonly code: string
  readonly enrolUntil: string
  readonly enrolAt: string
}

interface Account {
  readonly agency: string
  readonly person: string
  readonly status: string
  readonly secondFactor: boolean
  readonly updatedAt: string
}

/** `wuhu account create|reset|unlock|disable|list`: who may sign in at the console. */
export function accountCommand(shell: Shell): Command {
  return new Command('account')
    .description('工作台账号：开立、重置、解锁、停用、列出 · accounts of the console')
    .addCommand(
      inviteCommand(shell, 'create', '开立账号，得到一次性启用码 · create an account; prints a one-time code')
    )
    .addCommand(
      inviteCommand(shell, 'reset', '口令与动态口令作废，另发启用码 · void its secrets, and print another code')
    )
    .addCommand(changeCommand(shell, 'unlock', '解除锁定 · unlock', '已解除锁定 · unlocked'))
    .addCommand(changeCommand(shell, 'disable', '停用账号 · disable', '已停用 · disabled'))
    .addCommand(listCommand(shell))
}

const place = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .argument('<agency>', '单位代码 · agency code', parseAgency)
    .argument('<person>', '人员代号（不是姓名）· reference of the person, not a name', parsePerson)

const withReason = (command: Command): Command =>
  command.requiredOption('--reason <text>', '理由，记入审计 · why; it is recorded')

function inviteCommand(shell: Shell, verb: 'create' | 'reset', description: string): Command {
  const command = place(verb, description)
  const all = asSecurity(
    verb === 'reset' ? withReason(command) : command,
    '{id, version, status, code, enrolUntil, enrolAt}'
  )
  return all.action(async (agency: string, person: string, options: Options & { reason?: string }) => {
    const service = openStack(shell, options, options.as).service('console')
    const made =
      verb === 'create'
        ? await service.post<Invitation>('/v1/accounts', { agency, person })
        : await service.post<Invitation>(`/v1/accounts/${agency}/${person}/reset`, { reason: options.reason })
    if (options.json) return writeJson(shell.stdout, made)
    await write(
      shell.stdout,
      [
        `账号 account     ${made.id}`,
        `启用码 code      ${made.code}`,
        `启用页面 page    ${made.enrolAt}`,
        `有效至 until     ${made.enrolUntil}`,
        '请当面或经可信渠道交给本人，只能使用一次 · hand it to the officer in person; it works once',
        ''
      ].join('\n')
    )
  })
}

function changeCommand(shell: Shell, verb: 'unlock' | 'disable', description: string, done: string): Command {
  return asSecurity(withReason(place(verb, description)), '{id, version, status}').action(
    async (agency: string, person: string, options: Options & { reason: string }) => {
      const service = openStack(shell, options, options.as).service('console')
      const answer = await service.post<object>(`/v1/accounts/${agency}/${person}/${verb}`, { reason: options.reason })
      if (options.json) return writeJson(shell.stdout, answer)
      await write(shell.stdout, `${agency}/${person} ${done}\n`)
    }
  )
}

const statuses: Readonly<Record<string, string>> = {
  invited: '待启用 invited',
  active: '可登录 active',
  locked: '已锁定 locked',
  disabled: '已停用 disabled'
}

function listCommand(shell: Shell): Command {
  const command = new Command('list')
    .description('列出账号 · list accounts')
    .option('--agency <code>', '只看一个单位 · of one agency', parseAgency)
  return asSecurity(command, '{items: [...]}').action(async (options: Options & { agency?: string }) => {
    const service = openStack(shell, options, options.as).service('console')
    const { agency } = options
    const answer = await service.get<{ items: Account[] }>('/v1/accounts', { query: { agency } })
    if (options.json) return writeJson(shell.stdout, answer)
    if (answer.items.length === 0) return write(shell.stdout, '没有账号 · no accounts\n')
    const rows = answer.items.map((one) => [
      ...[one.agency, one.person, statuses[one.status] ?? one.status],
      ...[one.secondFactor ? '是 yes' : '否 no', one.updatedAt]
    ])
    const heading = ['单位 agency', '代号 person', '状态 status', '动态口令 second factor', '变更 changed']
    await write(shell.stdout, renderTable(heading, rows))
  })
}
