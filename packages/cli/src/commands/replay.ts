import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { Command, InvalidArgumentError, Option } from 'commander'
import { Failure, failure } from '../failure.ts'
import { type Identity, office, parseIdentity } from '../identity.ts'
import { createManifestCheck } from '../manifest-check.ts'
import { createProgress, type Progress } from '../progress.ts'
import type { Query, ServiceClient } from '../service-client.ts'
import { type Output, type Shell, write } from '../shell.ts'
import { type CommonOptions, openStack, withCommonOptions } from '../stack.ts'

interface ReplayOptions extends CommonOptions {
  readonly case?: string
  readonly from?: string
  readonly to?: string
  readonly type?: string
  readonly agency?: string
  readonly mutual?: string
  readonly stream?: string
  readonly upto?: string
  readonly bodies?: true
  readonly reason?: string
  readonly output?: string
  readonly as: Identity
}

/** Milliseconds until the first byte; the log may have to be searched for it. */
const patience = 60_000

/** `wuhu replay`: what was published, as NDJSON with its closing manifest, which is checked here. */
export function replayCommand(shell: Shell): Command {
  const command = new Command('replay')
    .description('回放审计日志（NDJSON），并核对结尾清单 · replay the log as NDJSON and check its closing manifest')
    .option('--case <number>', '案源编号 · case-source number')
    .option('--from <time>', '发生时间自（含），日期或 RFC 3339 · happened at or after; a date or RFC 3339', parseTime)
    .option('--to <time>', '发生时间至（不含），日期指当日零时 · happened before; a date means its midnight', parseTime)
    .option('--type <type>', '事件类型，如 clue.accepted.v1 · event type')
    .option('--agency <code>', '发布单位 · publishing agency')
    .option('--mutual <name>', '五互类别，如 clue-sharing · one of the five mutuals')
    .option('--stream <name>', '事件流，如 INFO_SHARING · source stream')
    .option('--upto <index>', '只到日志的此序号；同一序号总得到同样的输出 · up to this index of the log', parseIndex)
    .option('--bodies', '含正文，须说明理由 · with the bodies of events; needs a reason')
    .option('--reason <text>', '查阅理由，记入审计 · why; it is recorded')
    .option('--output <file>', '写入文件；核对无误后才出现 · write to a file, which appears when it is checked')
    .addOption(
      new Option(
        '--as <agency[.role]>',
        '以谁的名义；单位只能回放与己有关的 · as whom; an agency replays what it may see'
      )
        .argParser(parseIdentity)
        .default({ agency: office, role: 'audit-admin' }, 'amr.audit-admin')
    )
  return withCommonOptions(command, '错误也为 JSON · errors as JSON too').action(async (options: ReplayOptions) => {
    if (options.bodies && !options.reason) {
      throw failure('usage', 'usage', '--bodies 须说明理由 --reason', '--bodies needs a --reason')
    }
    const client = openStack(shell, options, options.as).service('audit')
    const { case: number, from, to, type, agency, mutual, stream, upto, bodies, reason } = options
    const query = { case: number, from, to, type, agency, mutual, stream, upto, bodies, reason }
    // A count on the same terminal as the events would only be in their way.
    const quiet = options.output === undefined && shell.stdout.isTTY === true
    const progress = createProgress(quiet ? undefined : shell.stderr)
    if (options.output === undefined) await replay(client, query, shell.stdout, progress)
    else await replayToFile(client, query, options.output, progress)
  })
}

/** @throws Failure unless all of it arrived and it is what its manifest says */
async function replay(client: ServiceClient, query: Query, output: Output, progress: Progress): Promise<void> {
  const answer = await client.open('/v1/replay', { query, patience })
  // From here on a silence may be our reader's.
  answer.socket.setTimeout(0)
  const check = createManifestCheck()
  try {
    for await (const chunk of answer) {
      check.add(chunk)
      await write(output, chunk)
      progress.show(check.lines(), () => shareOf(chunk, Number(answer.headers['replay-upto'])))
    }
  } catch (error) {
    if (output.destroyed || error instanceof Failure) throw error
    // The connection was cut: the check below says what that means.
  }
  try {
    check.finish()
    progress.end(check.lines(), 'SHA-256 与清单相符 · SHA-256 as in the manifest')
  } catch (error) {
    progress.end(check.lines())
    throw error
  }
}

/** How far along the log a chunk is: the index of its last line that begins in it, of the last index. */
function shareOf(chunk: Buffer, upto: number): number | undefined {
  const start = chunk.lastIndexOf('\n{"index":')
  const index = start < 0 ? Number.NaN : Number.parseInt(chunk.toString('latin1', start + 10, start + 26), 10)
  return Number.isNaN(index / upto) ? undefined : index / upto
}

async function replayToFile(client: ServiceClient, query: Query, file: string, progress: Progress): Promise<void> {
  const draft = `${file}.part`
  const output = createWriteStream(draft)
  const written = finished(output)
  written.catch(() => {})
  await replay(client, query, output, progress)
  output.end()
  await written
  await rename(draft, file)
}

/** A date is its midnight in +08:00. @throws InvalidArgumentError unless it is a date or an instant */
export function parseTime(text: string): string {
  const instant = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00+08:00` : text
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(instant)
  if (isInstant && !Number.isNaN(Date.parse(instant))) return instant
  throw new InvalidArgumentError('应为日期或 RFC 3339 时间，如 2026-06-01 · a date or an RFC 3339 time')
}

/** @throws InvalidArgumentError unless it is a whole number */
function parseIndex(text: string): string {
  if (/^\d{1,15}$/.test(text)) return text
  throw new InvalidArgumentError('应为整数 · a whole number')
}
