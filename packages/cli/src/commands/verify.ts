import { readFile } from 'node:fs/promises'
import type { EventVerdict, KnownKey } from '@wuhu/access/signing'
import { Command } from 'commander'
import { failure } from '../failure.ts'
import { type Identity, office, parseIdentity } from '../identity.ts'
import { type Shell, write, writeJson } from '../shell.ts'
import { fetchKeys, type KeysFile, readKeys, saveKeys } from '../signatures/directory-keys.ts'
import { type FoundEvent, readEvent, readReplay, sourceOf } from '../signatures/read-events.ts'
import { type CommonOptions, openStack, withCommonOptions } from '../stack.ts'
import { pad } from '../table.ts'

interface VerifyOptions extends CommonOptions {
  readonly replay?: string
  readonly keys?: string
  readonly saveKeys?: string
  readonly statements?: string
  readonly as: Identity
}

type Verdict = EventVerdict['verdict']

interface Checked {
  readonly id: string
  readonly type: string
  readonly time: string
  readonly verdict: Verdict
  readonly by?: string
  readonly statement?: string
  readonly reason?: string
}

const words: Readonly<Record<Verdict, string>> = {
  valid: '有效 valid',
  'words-only': '仅陈述 words-only',
  invalid: '无效 invalid',
  unsigned: '未签名 unsigned',
  withheld: '已脱敏 withheld'
}

/** `wuhu verify`: the signatures of events, offline when the keys are at hand. Exit code 1: invalid; 4: unsigned. */
export function verifyCommand(shell: Shell): Command {
  const command = new Command('verify')
    .description(
      '核验事件签名：密钥须在事件发生时有效；有无效者退出码 1，有未签名者 4 · check the signatures of events; 1: invalid, 4: unsigned'
    )
    .argument('[event]', '事件（JSON 文件，- 为标准输入）· an event as JSON; - is standard input')
    .option('--replay <file>', '回放文件（NDJSON）· a replay, as wuhu replay wrote it')
    .option('--keys <file>', '密钥文件，离线核验 · keys, to check without a running stack')
    .option('--save-keys <file>', '把名录中的全部公钥存入文件 · keep all public keys of the directory in a file')
    .option('--statements <file>', '陈述原文（NDJSON，每行 {sha256, text}）· what agencies signed, one answer a line')
    .option('--as <agency.role>', '以谁的名义取公钥 · as whom keys are fetched', parseIdentity, {
      agency: office,
      role: 'audit-admin'
    })
  return withCommonOptions(command, '{counts, events}').action(
    async (file: string | undefined, options: VerifyOptions) => {
      if ((file === undefined) === (options.replay === undefined) && options.saveKeys === undefined) {
        throw failure('usage', 'usage', '指明一个事件，或 --replay', 'name one event, or --replay')
      }
      const keys = await keysFor(shell, options)
      if (options.saveKeys !== undefined) await saveKeys(options.saveKeys, keys)
      const found = file === undefined ? replayed(options.replay) : [await readEvent(sourceOf(file), file)]
      await report(shell, options, await createCheck(keys.keys, options.statements), found)
    }
  )
}

const replayed = (file: string | undefined): AsyncIterable<FoundEvent> | readonly FoundEvent[] =>
  file === undefined ? [] : readReplay(sourceOf(file), file)

async function keysFor(shell: Shell, options: VerifyOptions): Promise<KeysFile> {
  if (options.keys !== undefined) return await readKeys(options.keys)
  return await fetchKeys(openStack(shell, options, options.as).service('info-sharing'))
}

async function createCheck(keys: readonly KnownKey[], statements: string | undefined) {
  const { verifyEvent } = await import('@wuhu/access/signing')
  const byId = new Map(keys.map((key) => [key.kid, key]))
  const texts = statements === undefined ? new Map<string, string>() : await readStatements(statements)
  return ({ event, respelt }: FoundEvent): Checked => {
    const verdict: EventVerdict = respelt
      ? { verdict: 'invalid', reason: 'event.respelt' }
      : verifyEvent(
          event,
          (kid) => byId.get(kid),
          (digest) => texts.get(digest)
        )
    return { id: String(event.id), type: String(event.type), time: String(event.time), ...verdict }
  }
}

async function readStatements(file: string): Promise<Map<string, string>> {
  try {
    const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
    return new Map(lines.map((line) => JSON.parse(line)).map(({ sha256, text }) => [String(sha256), String(text)]))
  } catch {
    throw failure('usage', 'statements-file', `${file} 不是陈述原文文件`, `${file} holds no statements, one a line`)
  }
}

async function report(
  shell: Shell,
  { json }: VerifyOptions,
  check: (found: FoundEvent) => Checked,
  found: AsyncIterable<FoundEvent> | readonly FoundEvent[]
): Promise<void> {
  const counts = { valid: 0, 'words-only': 0, invalid: 0, unsigned: 0, withheld: 0 } satisfies Record<Verdict, number>
  const events: Checked[] = []
  for await (const one of found) {
    const checked = check(one)
    counts[checked.verdict] += 1
    if (json) events.push(checked)
    else await write(shell.stdout, lineOf(checked))
  }
  if (json) await writeJson(shell.stdout, { counts, events })
  const summary = Object.entries(counts).flatMap(([verdict, count]) => (count > 0 ? [`${verdict} ${count}`] : []))
  if (counts.invalid > 0) {
    throw failure('failed', 'signature-invalid', `${counts.invalid} 个签名无效`, summary.join(', '))
  }
  const unproven = counts.unsigned + counts['words-only']
  if (unproven > 0 || (counts.withheld > 0 && counts.valid === 0)) {
    throw failure('missing', 'signature-missing', `${unproven || counts.withheld} 个事件无从核验`, summary.join(', '))
  }
  if (!json && summary.length > 0) {
    const said = Object.entries(words).flatMap(([verdict, word]) => {
      const count = counts[verdict as Verdict]
      return count > 0 ? [`${word} ${count}`] : []
    })
    await write(shell.stderr, `${said.join('，')}\n`)
  }
}

function lineOf({ id, type, time, verdict, by, reason }: Checked): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: text from a file must not steer the terminal
  const plain = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').slice(0, 200)
  return (
    `${pad(words[verdict], 20)} ${plain(time)} ${plain(type)} ${plain(id)} ${plain(by ?? reason ?? '')}`.trimEnd() +
    '\n'
  )
}
