import { parseArgs } from 'node:util'
import { publishedCase, publishedCases } from '../stories/published-case.ts'
import type { Story } from '../stories/story.ts'
import { storyOf } from '../stories/story-of.ts'
import { transferStoryOf } from '../stories/transfer-story.ts'
import { gapText, readGaps, replay, replayText } from './audit-reading.ts'
import { figuresText, readFigures } from './figures.ts'
import { findStack, type RunningStack } from './find-stack.ts'
import { jsonReport } from './json-report.ts'
import { type CaseRow, playAll } from './play-all.ts'
import { signedText, signFor } from './sign-for.ts'
import { storyText } from './story-text.ts'
import { heading, type Print, styled } from './terminal.ts'
import { playWatched, type WatchedStory } from './watched-story.ts'
import { whoReceived, withheldExample } from './who-received.ts'

// npm run demo [-- --case ts-055] [--json] [--data <folder>]: published cases, played on a stack that runs already.

/**
 * Shown in full: administrative with police and joint verification, criminal with an appraisal, a penalty made public, a
 * hearing of three organs, and, staged by the law, a transfer to the police.
 */
const featured = ['ts-055', 'ts-014', 'ts-059', 'ts-020', 'ts-014-staged']
const staged = '-staged'

/** @throws Error for an id that is not in the set */
function storyFor(id: string, year: number): Story {
  const published = publishedCase(id.replace(staged, ''))
  return id.endsWith(staged) ? transferStoryOf(published, year) : storyOf(published, year)
}

const help = `npm run demo -- [选项 options]

  --case <id>      只演一件，如 ts-055；ts-014-staged 为依法构造的移送 · one case only; ts-014-staged: a staged transfer
  --json           输出一个 JSON 文档 · print one JSON document
  --data <folder>  系统的数据目录（默认 .data）· data folder of the stack (default .data)`

function optionsOf(argv: string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  return parseArgs({ args: argv, options: { case: text, data: text, json: flag, help: { ...flag, short: 'h' } } })
    .values
}

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2))
  if (options.help) return console.log(help)
  const ids = options.case === undefined ? publishedCases.map(({ id }) => id) : [storyFor(options.case, 2026).id]
  const stack = await findStack(options.data)
  const print: Print = options.json ? () => {} : (text) => process.stdout.write(text)
  const began = performance.now()
  const year = new Date().getFullYear()
  const shown = options.case === undefined ? featured : ids

  const rows = await playRest(
    stack,
    ids.filter((id) => !shown.includes(id)),
    year,
    print
  )
  const watched: WatchedStory[] = []
  for (const id of shown) {
    const story = storyFor(id, year)
    print(heading(`案例故事 ${id}`, 'a case story, and where its events arrived'))
    const one = await playWatched(stack, story)
    watched.push(one)
    print(`${storyText(one.played)}\n${whoReceived(one)}${delaysText(one)}${withheldExample(one.mail) ?? ''}`)
    const signed = await signFor(stack, one)
    if (signed) print(signedText(signed))
  }

  const [first] = watched
  const caseNumber = first?.played.caseNumber ?? ''
  print(heading(`审计回放 ${caseNumber}`, `an auditor replays ${first?.played.story.id}`))
  const replayed = await replay(stack, `case=${caseNumber}`)
  print(replayText(replayed))
  print(heading('缺口报告', 'gap report'))
  const gaps = await readGaps(stack)
  print(gapText(gaps))

  print(heading('工作互促：按期办结率', 'on-time rates, counted from the log'))
  const figures = await readFigures(stack, new Date())
  print(figuresText(figures))

  const all = [...rows, ...watched.map(({ played }) => ({ played }))]
  const seconds = (performance.now() - began) / 1000
  if (options.json) console.log(JSON.stringify(jsonReport({ all, watched, replayed, gaps, figures, seconds }), null, 2))
  else print(ending(all, seconds, caseNumber, options.data))
  if (!gaps.complete) process.exitCode = 1
}

async function playRest(stack: RunningStack, ids: readonly string[], year: number, print: Print): Promise<CaseRow[]> {
  if (ids.length === 0) return []
  print(
    heading(`播放公开案例 ${ids.length} 件`, `${ids.length} published cases, played by the agencies that took part`)
  )
  return playAll(
    stack,
    ids.map((id) => storyOf(publishedCase(id), year)),
    print
  )
}

/** How long copies took, for the agencies that followed their mailboxes. */
function delaysText({ delays }: WatchedStory): string {
  const middle = delays[Math.floor(delays.length / 2)]
  if (middle === undefined) return ''
  return `从发生到送达 from event to mailbox subscriber: 中位 median ${middle} ms，最慢 slowest ${delays.at(-1)} ms（${delays.length} 件 copies）\n`
}

function ending(all: readonly CaseRow[], seconds: number, caseNumber: string, folder?: string): string {
  const data = folder === undefined ? '' : ` --data ${folder}`
  const commands = all.reduce((sum, { played }) => sum + played.steps.length, 0)
  const events = all.reduce(
    (sum, { played }) => sum + played.steps.reduce((count, { answer }) => count + answer.body.events.length, 0),
    0
  )
  return [
    `\n${styled('bold', `完成：${all.length} 件案例，${commands} 条指令，${events} 个事件，用时 ${seconds.toFixed(1)} 秒`)}`,
    ` · Done: ${all.length} cases, ${commands} commands, ${events} events in ${seconds.toFixed(1)} s\n`,
    `接着试试 try next:  npx wuhu tail --agency psb${data}    npx wuhu replay --case ${caseNumber}${data}    npx wuhu gaps${data}\n`
  ].join('')
}

await main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
