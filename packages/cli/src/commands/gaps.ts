import { Command } from 'commander'
import { type AuditReport, compareReports, verdictOf } from '../gap-report.ts'
import { renderGaps } from '../gap-text.ts'
import { type Identity, office, parseIdentity } from '../identity.ts'
import { readServiceState } from '../service-status.ts'
import { type Shell, write, writeJson } from '../shell.ts'
import { type CommonOptions, openStack, withCommonOptions } from '../stack.ts'

interface GapsOptions extends CommonOptions {
  readonly deep?: true
  readonly as: Identity
}

/** Milliseconds; a deep report reads everything that was ever published. */
const patience = 1_800_000

/** `wuhu gaps`: whether anything that was published is missing from the log. Exit code 4 when it is. */
export function gapsCommand(shell: Shell): Command {
  const command = new Command('gaps')
    .description('日志有无缺失：逐一指名，缺失时退出码为 4 · is anything missing from the log? exit code 4 if so')
    .option('--deep', '再与消息服务器逐条核对 · also compare every message with the message server')
    .option('--as <agency.role>', '以谁的名义 · as whom', parseIdentity, { agency: office, role: 'audit-admin' })
  return withCommonOptions(command, '{complete, streams, gaps, ...}').action(async (options: GapsOptions) => {
    const stack = openStack(shell, options, options.as)
    // What the services say first: all of it must then be in the stream.
    const services = await Promise.all(stack.names.map((name) => readServiceState(stack.service(name))))
    const query = { deep: options.deep }
    const audit = await stack.service('audit').get<AuditReport>('/v1/gaps', { query, patience })
    const report = compareReports(audit, services)
    if (options.json) await writeJson(shell.stdout, report)
    else await write(shell.stdout, renderGaps(report))
    const failed = verdictOf(report)
    if (failed) throw failed
  })
}
