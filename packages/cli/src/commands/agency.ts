import { Command, Option } from 'commander'
import { type Identity, office, parseAgency, parseIdentity } from '../identity.ts'
import { type Shell, write, writeJson } from '../shell.ts'
import { type CommonOptions, openStack, withCommonOptions } from '../stack.ts'
import { renderTable } from '../table.ts'

interface Options extends CommonOptions {
  readonly as: Identity
}

interface AddOptions extends Options {
  readonly name: string
  readonly membership: string[]
  readonly core?: true
  readonly office?: true
  readonly assessable: boolean
  readonly key?: string
}

interface Agency {
  readonly code: string
  readonly name: string
  readonly office: boolean
  readonly core: boolean
  readonly membership: readonly string[]
  readonly assessable: boolean
  readonly keys?: ReadonlyArray<{ kid: string; role: string; status: string; validUntil?: string }>
}

/** `wuhu agency add|list|show`: the directory 单位名录. */
export function agencyCommand(shell: Shell): Command {
  return new Command('agency')
    .description('单位名录：登记、列出、查看 · the directory of agencies')
    .addCommand(addCommand(shell))
    .addCommand(listCommand(shell))
    .addCommand(showCommand(shell))
}

/** Commands on the directory act as the security administrator 安全管理员 unless told otherwise. */
export const asSecurity = (command: Command, json: string): Command =>
  withCommonOptions(
    command.option('--as <agency.role>', '以谁的名义 · as whom', parseIdentity, {
      agency: office,
      role: 'security-admin'
    }),
    json
  )

function addCommand(shell: Shell): Command {
  const command = new Command('add')
    .description('登记单位，可同时登记其系统公钥 · register an agency, with the key of its system if given')
    .argument('<code>', '单位代码 · agency code', parseAgency)
    .requiredOption('--name <text>', '单位名称 · its name')
    .addOption(
      new Option('--membership <kinds...>', '所属机制 · what it is a member of')
        .choices(['conference', 'collaboration'])
        .default(['conference'])
    )
    .option('--core', '五互核心单位 · one of the core agencies')
    .option('--office', '设联席会议办公室 · runs the office of the conference')
    .option('--no-assessable', '不受督办考核（法院、检察院）· never supervised or assessed (court, procuratorate)')
    .option('--key <publicKey>', '单位系统的公钥（U 开头）· public key of its system')
  return asSecurity(command, '{id, version, events}').action(async (code: string, options: AddOptions) => {
    const { name, membership, core = false, office = false, assessable, key } = options
    const keys = key === undefined ? [] : [{ publicKey: key, role: 'agency-system' }]
    const body = { code, name, membership, core, office, assessable, keys }
    const done = await openStack(shell, options, options.as).service('info-sharing').post<object>('/v1/agencies', body)
    if (options.json) return writeJson(shell.stdout, done)
    await write(shell.stdout, `已登记 ${code} ${name} · registered\n`)
  })
}

function listCommand(shell: Shell): Command {
  const command = new Command('list').description('列出单位 · list the agencies')
  return asSecurity(command, '{items: [...]}').action(async (options: Options) => {
    const service = openStack(shell, options, options.as).service('info-sharing')
    const answer = await service.get<{ items: Agency[] }>('/v1/agencies')
    if (options.json) return writeJson(shell.stdout, answer)
    const rows = answer.items.map(({ code, name, ...one }) => [code, name, one.membership.join(' '), marksOf(one)])
    await write(shell.stdout, renderTable(['代码 code', '名称 name', '机制 membership', '说明 notes'], rows))
  })
}

function showCommand(shell: Shell): Command {
  const command = new Command('show')
    .description('一个单位及其公钥 · an agency and its keys')
    .argument('<code>', '单位代码 · agency code', parseAgency)
  return asSecurity(command, '{code, name, keys: [...]}').action(async (code: string, options: Options) => {
    const answer = await openStack(shell, options, options.as)
      .service('info-sharing')
      .get<Agency>(`/v1/agencies/${code}`)
    if (options.json) return writeJson(shell.stdout, answer)
    const keys = answer.keys ?? []
    const rows = keys.map(({ kid, role, status, validUntil }) => [kid, role, status, validUntil ?? '-'])
    const heading = ['公钥 key', '角色 role', '状态 status', '失效 ends']
    await write(shell.stdout, `${answer.code} ${answer.name} ${marksOf(answer)}\n${renderTable(heading, rows)}`)
  })
}

const marksOf = ({ office, core, assessable }: Pick<Agency, 'office' | 'core' | 'assessable'>): string =>
  [office && '办公室 office', core && '核心 core', !assessable && '不考核 not assessed'].filter(Boolean).join('、')
