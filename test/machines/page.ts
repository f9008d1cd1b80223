import { definitionOf } from '@wuhu/contracts'
import type { Machine } from './machine.ts'

/** The page of a machine: its diagram, where status changes, and all that may happen as a table. Markdown. */
export function pageOf(machine: Machine): string {
  const { name, title, source, remark, statuses } = machine
  const order = Object.keys(statuses)
  const place = ({ from, to }: { from: string; to: string }) => order.indexOf(from) * 100 + order.indexOf(to)
  const transitions = [...machine.explored().transitions].sort((one, other) => place(one) - place(other))
  const states = Object.entries(statuses)
    .filter(([id]) => id !== 'none')
    .map(([id, zh]) => `  state "${zh} ${id}" as ${idOf(id)}`)
  const arrows = transitions
    .filter(({ from, to }) => from !== to)
    .map(({ from, event, to }) => `  ${idOf(from)} --> ${idOf(to)}: ${labelOf(event)}`)
  const begins = order.includes('none') ? [] : [`  [*] --> ${idOf(order[0] ?? '')}`]
  const ends = Object.keys(statuses)
    .filter((id) => transitions.every(({ from }) => from !== id))
    .map((id) => `  ${idOf(id)} --> [*]`)
  const rows = [...new Set(transitions.map(({ event }) => event))].sort().map((event) => {
    const ways = transitions
      .filter((one) => one.event === event)
      .map(({ from, to }) => (from === to ? zhOf(machine, from) : `${zhOf(machine, from)} → ${zhOf(machine, to)}`))
    return `| \`${event}\` | ${definitionOf(event)?.title.zh} ${definitionOf(event)?.title.en} | ${ways.join('<br>')} |`
  })
  return `${[
    `# ${title.zh} ${title.en}`,
    `由代码生成，勿手工修改：\`npm run machines\`。Generated from [${source}](../../${source}); do not edit.`,
    ...(remark ? [`${remark.zh}\n\n${remark.en}`] : []),
    `\`\`\`mermaid\nstateDiagram-v2\n${[...states, ...begins, ...arrows, ...ends].join('\n')}\n\`\`\``,
    `| 事件 event | 含义 meaning | 状态 status |\n|---|---|---|\n${rows.join('\n')}`,
    `${name}: ${Object.keys(statuses).length - 1} 个状态 statuses, ${machine.events.length} 种事件 event types.`
  ].join('\n\n')}\n`
}

/** The list of the pages. Markdown. */
export function listOf(machines: readonly Machine[]): string {
  const rows = machines.map(
    ({ name, title, statuses, events }) =>
      `| [${title.zh} ${title.en}](${name}.md) | ${Object.keys(statuses).length - 1} | ${events.length} |`
  )
  return [
    '# 状态机 State machines\n',
    '每张图由代码逐一试出：从初始状态起，对到达的每个状态试每一种指令。`npm run machines` 重新生成，测试比对。',
    'Each diagram is found by trying every command on every state that is reached. `npm run machines` writes them anew;',
    'a test compares.\n',
    '| 对象 thing | 状态 statuses | 事件 event types |',
    '|---|---|---|',
    ...rows,
    ''
  ].join('\n')
}

/** Mermaid's names of states have no hyphens. */
const idOf = (status: string) => (status === 'none' ? '[*]' : status.replaceAll('-', '_'))

const zhOf = ({ statuses }: Machine, status: string) => (status === 'none' ? '（无）' : (statuses[status] ?? status))

/** 立案 clue.filed */
const labelOf = (event: string) => `${definitionOf(event)?.title.zh} ${event.replace(/\.v\d+$/, '')}`
