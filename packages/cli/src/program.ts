import { Command, CommanderError } from 'commander'
import { accountCommand } from './commands/account.ts'
import { agencyCommand } from './commands/agency.ts'
import { attachmentCommand } from './commands/attachment.ts'
import { caCommand } from './commands/ca.ts'
import { calendarCommand } from './commands/calendar.ts'
import { gapsCommand } from './commands/gaps.ts'
import { keyCommand } from './commands/key.ts'
import { matchCommand } from './commands/match.ts'
import { officerCommand } from './commands/officer.ts'
import { openCommand } from './commands/open.ts'
import { parkedCommand } from './commands/parked.ts'
import { readsCommand } from './commands/reads.ts'
import { replayCommand } from './commands/replay.ts'
import { reporterCommand } from './commands/reporter.ts'
import { sealCommand } from './commands/seal.ts'
import { statusCommand } from './commands/status.ts'
import { tailCommand } from './commands/tail.ts'
import { tokenCommand } from './commands/token.ts'
import { verifyCommand } from './commands/verify.ts'
import { exitCodeHelp, exitCodes } from './exit-codes.ts'
import { asFailure, type Failure, failure } from './failure.ts'
import type { Shell } from './shell.ts'

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法 Usage:',
  'Options:': '选项 Options:',
  'Commands:': '命令 Commands:',
  'Arguments:': '参数 Arguments:'
}

/** Help, usage errors and titles alike for the program and all its commands. */
function configure(command: Command, shell: Shell): Command {
  command
    .exitOverride()
    .helpOption('-h, --help', '显示帮助 · show this help')
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .configureOutput({
      writeOut: (text) => void shell.stdout.write(text),
      // The help, when the command is missing; the sentence about an error is ours.
      writeErr: (text) => void shell.stderr.write(text),
      outputError: () => {}
    })
  for (const inner of command.commands) configure(inner, shell)
  return command
}

/** All commands of `wuhu`. */
export function createProgram(shell: Shell): Command {
  const program = new Command('wuhu')
    .description('商业秘密保护“五互”协同底座命令行 · command line for operators, auditors and agencies')
    .version('0.1.0', '-V, --version', '显示版本 · show the version')
    .addHelpText('after', `\n${exitCodeHelp}`)
  for (const create of [
    tokenCommand,
    tailCommand,
    replayCommand,
    readsCommand,
    gapsCommand,
    verifyCommand,
    parkedCommand,
    statusCommand,
    agencyCommand,
    keyCommand,
    officerCommand,
    calendarCommand,
    accountCommand,
    matchCommand,
    caCommand,
    sealCommand,
    openCommand,
    attachmentCommand,
    reporterCommand
  ]) {
    program.addCommand(create(shell))
  }
  return configure(program, shell)
}

/** Runs one command line (without `node` and the script). Resolves with the exit code; writes errors itself. */
export async function runProgram(argv: readonly string[], shell: Shell): Promise<number> {
  try {
    await createProgram(shell).parseAsync([...argv], { from: 'user' })
    return exitCodes.ok
  } catch (error) {
    const failed = error instanceof CommanderError ? usageFailure(error) : asFailure(error)
    if (!failed) return error instanceof CommanderError && error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
    shell.stderr.write(argv.includes('--json') ? `${JSON.stringify(failed.problem)}\n` : `wuhu: ${failed.message}\n`)
    return failed.exitCode
  }
}

const reasons: Readonly<Record<string, string>> = {
  'commander.unknownOption': '没有这个选项',
  'commander.unknownCommand': '没有这个命令',
  'commander.missingArgument': '缺少参数',
  'commander.optionMissingArgument': '选项缺少值',
  'commander.missingMandatoryOptionValue': '缺少必需的选项',
  'commander.invalidArgument': '参数的值不对',
  'commander.excessArguments': '参数过多',
  'commander.conflictingOption': '选项互相冲突'
}

/** undefined when help or the version was printed, which is no failure. */
function usageFailure(error: CommanderError): Failure | undefined {
  if (error.code.startsWith('commander.help') || error.code === 'commander.version') return undefined
  const text = error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')
  return failure('usage', 'usage', reasons[error.code] ?? '用法有误', `${text} (wuhu --help)`)
}
