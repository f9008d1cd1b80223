import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { failure } from '../failure.ts'
import { type Identity, office, parseIdentity, parsePerson } from '../identity.ts'
import { type Shell, write, writeJson } from '../shell.ts'
import { type CommonOptions, openStack, withCommonOptions } from '../stack.ts'

interface Options extends CommonOptions {
  readonly as: Identity
  readonly person: string
}

/** `wuhu calendar import|limits`: what time limits are computed by, from files. */
export function calendarCommand(shell: Shell): Command {
  return new Command('calendar')
    .description('工作日历与时限规则 · holiday notices and rules of time limits')
    .addCommand(importCommand(shell))
    .addCommand(limitsCommand(shell))
}

function importCommand(shell: Shell): Command {
  const command = new Command('import')
    .description(
      "导入一年的放假安排，重算未办结的时限 · import a year's holiday notice; open deadlines are computed anew"
    )
    .argument('<file>', '放假安排（JSON：year notice source daysOff workdays local）· the notice')
    .option('--replaces', '更正已导入的年份 · it corrects a year that is there')
  return asOfficeHead(command).action(async (name: string, options: Options & { replaces?: true }) => {
    const { parseCalendarYear } = await import('@wuhu/calendar')
    const notice = await readJson(shell, name, parseCalendarYear)
    const body = { ...notice, ...(options.replaces && { replaces: true }) }
    const done = await send(shell, options, '/v1/calendar/years', body)
    if (options.json) return writeJson(shell.stdout, done)
    const said = done.events.length > 0 ? '已导入 imported' : '内容相同，未作改动 nothing new'
    await write(shell.stdout, `${notice.year} ${notice.notice} ${said}\n`)
  })
}

function limitsCommand(shell: Shell): Command {
  const command = new Command('limits')
    .description('启用一版时限规则，已开始的时限不变 · put a version of the rules into force; what runs keeps its own')
    .argument('<file>', '全部规则（JSON，同 GET /v1/time-limits）· the whole set')
  return asOfficeHead(command).action(async (name: string, options: Options) => {
    const { parseRules } = await import('@wuhu/calendar')
    const rules = await readJson(shell, name, parseRules)
    const done = await send(shell, options, '/v1/time-limits', rules)
    if (options.json) return writeJson(shell.stdout, done)
    const said = done.events.length > 0 ? '已启用 in force' : '内容相同，未作改动 nothing new'
    await write(shell.stdout, `${rules.version}（${rules.rules.length}）${said}\n`)
  })
}

/** The office's system sends it on behalf of the head of the office, who also attests it. */
const asOfficeHead = (command: Command): Command =>
  withCommonOptions(
    command
      .requiredOption('--person <ref>', '办公室主任的人员代号 · reference of the head of the office', parsePerson)
      .option('--as <agency>', '以谁的名义 · as whom', parseIdentity, { agency: office, role: 'agency-system' }),
    '{id, version, status, events}'
  )

interface Done {
  readonly events: readonly unknown[]
}

async function send(shell: Shell, options: Options, path: string, body: object): Promise<Done> {
  const { as, person } = options
  const headers = { 'wuhu-attestation': `no-state-secret; by=${person}` }
  const service = openStack(shell, options, as).service('info-sharing')
  return await service.post<Done>(path, { ...body, by: { person, role: 'office-head' } }, { headers })
}

/** A file as `parse` takes it. @throws Failure that names the file and the first thing wrong with it */
async function readJson<Parsed>(shell: Shell, name: string, parse: (json: unknown) => Parsed): Promise<Parsed> {
  const file = resolve(shell.cwd, name)
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw failure('usage', 'file-unreadable', `无法读取 ${file}`, `cannot read ${file} (${code})`)
  }
  try {
    return parse(JSON.parse(text))
  } catch (error) {
    const { InvalidData } = await import('@wuhu/calendar')
    const [first = '', ...more] = (error as Error).message.split('\n')
    const [problem] = error instanceof InvalidData ? error.problems : []
    const placed = problem && `：${[problem.rule, problem.path, problem.message].filter(Boolean).join(' ')}`
    const [others, rest] = more.length > 0 ? [`（另有 ${more.length} 处）`, ` (and ${more.length} more)`] : ['', '']
    const zh = `${file} 内容有误${placed ?? ''}${others}`
    throw failure('usage', 'file-malformed', zh, `${file}: ${first}${rest}`)
  }
}
