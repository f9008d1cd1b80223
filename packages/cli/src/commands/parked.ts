import { Argument, Command, InvalidArgumentError, Option } from 'commander'
import { type Identity, office, parseIdentity } from '../identity.ts'
import { type ParkedEvent, readParked } from '../parked-events.ts'
import { type Shell, write, writeJson } from '../shell.ts'
import { type CommonOptions, openStack, withCommonOptions } from '../stack.ts'
import { allServices, type ServiceName } from '../stack-file.ts'
import { renderTable } from '../table.ts'

interface ParkedOptions extends CommonOptions {
  readonly as: Identity
}

interface Unparked {
  readonly action: 'retried' | 'skipped'
  readonly released: number
}

/** `wuhu parked list|retry|skip`: events that a consumer could not apply, and what becomes of them. */
export function parkedCommand(shell: Shell): Command {
  return new Command('parked')
    .description('搁置的事件：查看、重试、跳过 · parked events: list, retry, skip')
    .addCommand(listCommand(shell))
    .addCommand(unparkCommand(shell, 'retry', '重试一个搁置事件 · apply a parked event again'))
    .addCommand(
      unparkCommand(
        shell,
        'skip',
        '放弃一个搁置事件，须说明理由 · give a parked event up, with a reason'
      ).requiredOption('--reason <text>', '理由，记入审计 · why; it is recorded')
    )
}

const withOptions = (command: Command, json: string): Command =>
  withCommonOptions(
    command.option('--as <agency.role>', '以谁的名义 · as whom', parseIdentity, {
      agency: office,
      role: 'system-admin'
    }),
    json
  )

function listCommand(shell: Shell): Command {
  const command = new Command('list')
    .description('列出搁置的事件 · list parked events')
    .addOption(new Option('--service <name>', '只看一个服务 · of one service').choices(allServices))
  return withOptions(command, '{items: [...]}').action(async (options: ParkedOptions & { service?: ServiceName }) => {
    const stack = openStack(shell, options, options.as)
    const names = options.service ? [options.service] : stack.names
    const items = (await Promise.all(names.map((name) => readParked(stack.service(name))))).flat()
    if (options.json) await writeJson(shell.stdout, { items })
    else await write(shell.stdout, renderParked(items))
  })
}

/** A table, or one sentence when nothing is parked. */
function renderParked(items: readonly ParkedEvent[]): string {
  if (items.length === 0) return '没有搁置的事件 · nothing is parked\n'
  const heading = [
    '服务 service',
    '消费 consumer',
    '序号 sequence',
    '案源编号 case',
    '类型 type',
    '次数 tries',
    '自 since',
    '原因 error'
  ]
  return renderTable(
    heading,
    items.map((one) => [
      one.service,
      one.consumer,
      one.sequence,
      one.caseNumber ?? '-',
      one.type ?? '-',
      one.attempts,
      one.parkedAt,
      one.behind ? '等待同案更早的事件 waits behind another of its case' : one.error
    ])
  )
}

function unparkCommand(shell: Shell, verb: 'retry' | 'skip', description: string): Command {
  const command = new Command(verb)
    .description(description)
    .addArgument(new Argument('<service>', '服务 · service').choices(allServices))
    .argument('<consumer>', '消费者 · consumer')
    .argument('<sequence>', '事件在流中的序号 · sequence of the event in its stream', parseSequence)
  return withOptions(command, '{action, released}').action(
    async (service: ServiceName, consumer: string, sequence: string, options: ParkedOptions & { reason?: string }) => {
      const client = openStack(shell, options, options.as).service(service)
      const path = `/v1/parked/${encodeURIComponent(consumer)}/${sequence}/${verb}`
      const done = await client.post<Unparked>(path, options.reason === undefined ? {} : { reason: options.reason })
      if (options.json) return writeJson(shell.stdout, done)
      const [zh, en] = done.action === 'retried' ? ['已处理', 'applied'] : ['已跳过', 'skipped']
      await write(
        shell.stdout,
        `${zh}，同案随后放行 ${done.released} 件 · ${en}; ${done.released} behind it of the same case were applied too\n`
      )
    }
  )
}

/** @throws InvalidArgumentError unless it is a whole number from 1 on */
function parseSequence(text: string): string {
  if (/^[1-9]\d{0,14}$/.test(text)) return text
  throw new InvalidArgumentError('应为正整数 · a whole number from 1 on')
}
