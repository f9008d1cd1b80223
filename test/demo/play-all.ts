import { type PlayedStory, play } from '../stories/play.ts'
import type { Story } from '../stories/story.ts'
import type { RunningStack } from './find-stack.ts'
import { cut, type Print, padded, right, styled } from './terminal.ts'

/** One case of the table. */
export interface CaseRow {
  readonly played: PlayedStory
}

const titleWidth = 46

/** Plays the stories one after the other, with a line for each; on a terminal the line under way tells how far it is. */
export async function playAll(stack: RunningStack, stories: readonly Story[], print: Print): Promise<CaseRow[]> {
  const live = process.stdout.isTTY ?? false
  const rows: CaseRow[] = []
  print(
    styled(
      'bold',
      `${padded('案例 case', 10)}${padded('案源编号 number', 21)}${padded('案由 title', titleWidth)}${right('指令', 6)}${right('事件', 6)}${right('毫秒', 8)}\n`
    )
  )
  for (const story of stories) {
    const began = performance.now()
    const all = story.lines.filter(({ kind }) => kind === 'step').length
    let done = 0
    const played = await play(stack, story, ({ step }) => {
      done += 1
      if (live)
        print(
          `\r\u001b[K${styled('dim', `${story.id} ${done}/${all} ${step.what}（${rows.length}/${stories.length}）`)}`
        )
    })
    rows.push({ played })
    const events = played.steps.reduce((sum, { answer }) => sum + answer.body.events.length, 0)
    const took = String(Math.round(performance.now() - began))
    const title = padded(cut(story.title, titleWidth - 1), titleWidth)
    print(
      `${live ? '\r\u001b[K' : ''}${padded(story.id, 10)}${padded(played.caseNumber ?? '', 21)}${title}${right(String(all), 6)}${right(String(events), 6)}${right(took, 8)}\n`
    )
  }
  return rows
}
