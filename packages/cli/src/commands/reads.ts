import { Command } from 'commander'
import { failure } from '../failure.ts'
import { type Identity, office, parseIdentity } from '../identity.ts'
import type { Query, ServiceClient } from '../service-client.ts'
import { type Shell, write } from '../shell.ts'
import { type CommonOptions, openStack, withCommonOptions } from '../stack.ts'
import { serviceNames } from '../stack-file.ts'
import { renderTable } from '../table.ts'
import { parseTime } from './replay.ts'

interface ReadsOptions extends CommonOptions {
  readonly case?: string
  readonly agency?: string
  readonly from?: string
  readonly to?: string
  readonly as: Identity
}

/** A reading as a service answers it. */
interface Reading {
  readonly id: string
  readonly at: string
  readonly agency: string
  readonly person?: string
  readonly roles: readonly string[]
  readonly channel: string
  readonly caseNumber?: string
  readonly subjects: readonly string[]
  readonly first?: number
  readonly last?: number
  readonly classes: readonly string[]
}

interface Page {
  readonly items: readonly Reading[]
  readonly next?: string
}

const pageSize = 1_000

/** `wuhu reads`: who saw a case, or what an agency saw: the logs of the four services as one, in order of time. */
export function readsCommand(shell: Shell): Command {
  const command = new Command('reads')
    .description('谁看过：合并四个服务的查阅记录 · who saw it: the readings that the four services put on record')
    .option('--case <number>', '案源编号 · case-source number')
    .option('--agency <code>', '查阅单位 · who read')
    .option('--from <time>', '查阅时间自（含），日期或 RFC 3339 · at or after; a date or RFC 3339', parseTime)
    .option('--to <time>', '查阅时间至（不含） · before', parseTime)
    .option('--as <agency.role>', '以谁的名义 · as whom', parseIdentity, { agency: office, role: 'audit-admin' })
  return withCommonOptions(command, 'NDJSON').action(async (options: ReadsOptions) => {
    if (options.case === undefined && options.agency === undefined) {
      throw failure('usage', 'usage', '须指定 --case 或 --agency', 'name a --case or an --agency')
    }
    const stack = openStack(shell, options, options.as)
    const { case: number, agency, from, to } = options
    const query = { case: number, agency, from, to }
    const all = await Promise.all(serviceNames.map((name) => readingsOf(stack.service(name), query)))
    const readings = all.flat().sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
    if (options.json) await write(shell.stdout, readings.map((one) => `${JSON.stringify(one)}\n`).join(''))
    else await write(shell.stdout, render(readings))
  })
}

/** All pages of a service. */
async function readingsOf(client: ServiceClient, query: Query): Promise<(Reading & { service: string })[]> {
  const found: (Reading & { service: string })[] = []
  for (let after: string | undefined; ; ) {
    const { items, next } = await client.get<Page>('/v1/reads', { query: { ...query, after, limit: pageSize } })
    found.push(...items.map((item) => ({ service: client.service, ...item })))
    if (next === undefined) return found
    after = next
  }
}

function render(readings: readonly (Reading & { service: string })[]): string {
  if (readings.length === 0) return '没有查阅记录 · nobody read it\n'
  return renderTable(
    [
      '时间 time',
      '单位 agency',
      '人员 person',
      '岗位 roles',
      '渠道 channel',
      '案源 case',
      '内容 what',
      '字段类别 classes'
    ],
    readings.map((one) => [
      one.at,
      one.agency,
      one.person ?? '-',
      one.roles.join(','),
      `${one.service}/${one.channel}`,
      one.caseNumber ?? '-',
      whatOf(one),
      one.classes.join(',')
    ])
  )
}

/** Mailboxes and the log by sequence, everything else by name. */
function whatOf({ subjects, first, last }: Reading): string {
  if (first !== undefined && last !== undefined) return first === last ? `#${last}` : `#${first}–${last}`
  const [one = '-', ...more] = subjects
  return more.length === 0 ? one : `${one} +${more.length}`
}
