import { Command, InvalidArgumentError } from 'commander'
import { failure } from '../failure.ts'
import { parseAgency } from '../identity.ts'
import { followMailbox, type Mail, readMailbox } from '../mailbox.ts'
import { type Shell, write } from '../shell.ts'
import { type CommonOptions, openStack, withCommonOptions } from '../stack.ts'
import { pad } from '../table.ts'

interface TailOptions extends CommonOptions {
  readonly agency: string
  readonly after: number
  readonly limit?: number
  readonly once?: true
}

/** `wuhu tail`: the mailbox of an agency, from the beginning or behind a sequence, one line an event. */
export function tailCommand(shell: Shell): Command {
  const command = new Command('tail')
    .description('跟随单位的收件箱，一行一件 · follow the mailbox of an agency, one line an event')
    .requiredOption('--agency <code>', '成员单位代码 · agency code', parseAgency)
    .option('--after <sequence>', '从此序号之后开始 · begin behind this sequence', parseWhole(0), 0)
    .option('--limit <n>', '收到 n 件后结束 · end after n events', parseWhole(1))
    .option('--once', '只显示现有的，不等待 · show what is there and end')
  return withCommonOptions(command, 'NDJSON: {"sequence", "event"}').action(async (options: TailOptions) => {
    const stack = openStack(shell, options, { agency: options.agency, role: 'agency-system' })
    const client = stack.service('notifications')
    const render = options.json ? ({ line }: Mail) => line : await createMailLine()
    const mails = options.once
      ? readMailbox(client, options.after)
      : followMailbox(client, options.after, ({ problem }) => {
          shell.stderr.write(`wuhu: 连接中断，正在重连… · connection lost, reconnecting… (${problem.title_en})\n`)
        })
    let left = options.limit ?? Number.POSITIVE_INFINITY
    for await (const mail of mails) {
      await write(shell.stdout, `${render(mail)}\n`)
      if (--left === 0) return
    }
  })
}

interface MailEvent {
  readonly type: string
  readonly time: string
  readonly casenumber?: string
}

/** One line of a mail: sequence, time, case, Chinese title, type. */
export async function createMailLine(): Promise<(mail: Mail) => string> {
  const { definitionOf } = await import('@wuhu/contracts')
  return ({ sequence, line }) => {
    const { type, time, casenumber = '-' } = eventOf(line)
    const title = definitionOf(type)?.title.zh ?? ''
    return `${String(sequence).padStart(6)}  ${time}  ${pad(casenumber, 20)}  ${pad(title, 16)}  ${type}`
  }
}

function eventOf(line: string): MailEvent {
  try {
    return (JSON.parse(line) as { event: MailEvent }).event
  } catch {
    throw failure('failed', 'bad-mail', '收到的件不是 JSON', 'a mail is not JSON')
  }
}

const parseWhole = (least: number) => (text: string) => {
  const value = Number(text)
  if (/^\d{1,15}$/.test(text) && value >= least) return value
  throw new InvalidArgumentError(`应为不小于 ${least} 的整数 · a whole number from ${least} on`)
}
