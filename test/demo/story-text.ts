import { names } from '../stories/case-steps.ts'
import type { PlayedStory } from '../stories/play.ts'
import { cut, padded, styled } from './terminal.ts'

const marks = { published: styled('green', '●'), procedure: styled('dim', '○'), staged: styled('yellow', '◇') }

/** The whole story: what was published, and under each entry what the agencies sent and which events came of it. */
export function storyText({ story, steps, caseNumber }: PlayedStory): string {
  const answers = new Map(steps.map((played) => [played.step, played]))
  const lines = [
    `${styled('bold', `${story.id} ${story.title}`)}   案源编号 ${styled('cyan', caseNumber ?? '')}`,
    styled('dim', `来源 source: ${story.source}`),
    ''
  ]
  for (const line of story.lines) {
    if (line.kind === 'note') {
      const { date, actor_agency: actor, to_agency: to, action_zh: action } = line.entry
      const who = `${actor ?? '（来源未写）'}${to ? ` → ${to}` : ''}`
      lines.push(`${padded(date ?? '', 11)}${styled('bold', who)}：${action}`)
      continue
    }
    const played = answers.get(line)
    const types: string[] = played?.answer.body.events.map(({ type }: { type: string }) => type.replace(/\.v\d+$/, ''))
    const mark = marks[line.basis]
    const mutual = line.mutual ? styled('magenta', `【${line.mutual}】`) : ''
    lines.push(
      `${' '.repeat(11)}${mark} ${padded(names[line.agency], 5)}${padded(line.what, 20)}${styled('dim', '→')} ` +
        `${styled('cyan', types.join('  '))}${mutual}`
    )
  }
  lines.push('', cut(`结果 outcome: ${story.outcome}`, 120))
  lines.push(styled('dim', '● 来源记载 told by the source   ○ 登记所需，来源未载 asked for by the register'))
  if (story.lines.some((line) => line.kind === 'step' && line.basis === 'staged')) {
    lines.push(styled('dim', '◇ 依法构造，来源没有这一步 staged as the law would have it: it did not happen'))
  }
  return `${lines.join('\n')}\n`
}
