import type { Client } from '../stack/client.ts'
import { padded, right, styled } from './terminal.ts'

interface Rate {
  readonly met: number
  readonly breached: number
  readonly counted: number
  readonly text: string
  readonly events: string
}

/** GET /v1/figures, as far as the demo shows it. */
export interface Figures {
  readonly month: string
  readonly manifest: { readonly count: number; readonly upto: number; readonly sha256: string }
  readonly items: ReadonlyArray<
    Rate & {
      readonly agency: string
      readonly name: string
      readonly assessed: boolean
      readonly mutuals: ReadonlyArray<Rate & { readonly zh: string }>
    }
  >
}

/** The figures of this month in Beijing, counted from the log. @throws Error on a refusal */
export async function readFigures(client: Client, now: Date): Promise<Figures> {
  const month = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 7)
  const answer = await client.call('amr', 'GET', `/v1/figures?kind=on-time&month=${month}`)
  if (answer.status !== 200) throw new Error(`GET /v1/figures: ${answer.status} ${answer.text}`)
  return answer.body as Figures
}

/** One line an agency that had clocks, one column a mutual. */
export function figuresText({ month, manifest, items }: Figures): string {
  const counted = items.filter((one) => one.counted > 0)
  const columns = items[0]?.mutuals.map(({ zh }) => zh) ?? []
  const header = `${padded(`${month} 按期办结率`, 24)}${columns.map((zh) => right(zh, 12)).join('')}${right('合计', 12)}`
  const rows = counted.map(({ name, assessed, mutuals, ...all }) => {
    const cells = [...mutuals, all].map((one) =>
      right(one.counted === 0 ? '无数据' : `${one.text} ${one.met}/${one.counted}`, 12)
    )
    return `${padded(`${name}${assessed ? '' : '（不考核）'}`, 24)}${cells.join('')}`
  })
  const none = items.length - counted.length
  return `${[
    styled('bold', header),
    ...rows,
    styled('dim', `其余 ${none} 家：无数据 no cases is no data, neither 0 % nor 100 %`),
    `计入 ${manifest.count} 件时限事件 clocks that ended, SHA-256 ${manifest.sha256.slice(0, 16)}…；逐件清单 each of them: ${counted[0]?.events ?? '/v1/figures/events'}`
  ].join('\n')}\n`
}
