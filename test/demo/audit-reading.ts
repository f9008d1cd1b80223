import { createHash } from 'node:crypto'
import type { Client } from '../stack/client.ts'
import { cut, padded, right, styled } from './terminal.ts'
import { titleOfType } from './title-of-type.ts'

const auditor = { role: 'audit-admin' } as const

interface Line {
  readonly index: number
  readonly stream: string
  readonly sequence: number
  readonly event: { readonly id: string; readonly type: string; readonly time: string; readonly audience: string }
}

export interface Replay {
  readonly lines: readonly Line[]
  readonly manifest: { readonly count: number; readonly sha256: string; readonly range: unknown }
}

/**
 * An auditor's replay, checked against its manifest.
 * @param query of GET /v1/replay, for instance `case=150824-2026-000001`
 * @throws Error when it does not match
 */
export async function replay(client: Client, query: string): Promise<Replay> {
  const answer = await client.call('amr', 'GET', `/v1/replay?${query}`, undefined, auditor)
  if (answer.status !== 200) throw new Error(`GET /v1/replay: ${answer.status} ${answer.text}`)
  const end = answer.text.trimEnd().lastIndexOf('\n') + 1
  const [body, last] = [answer.text.slice(0, end), answer.text.slice(end)]
  const { manifest } = JSON.parse(last) as Replay
  const lines = body.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]))
  const sha256 = createHash('sha256').update(body).digest('hex')
  if (manifest.count !== lines.length || manifest.sha256 !== sha256) {
    throw new Error(`回放与其清单不符 · the replay does not match its manifest: ${lines.length} lines, ${sha256}`)
  }
  return { lines, manifest }
}

export function replayText({ lines, manifest }: Replay): string {
  const rows = lines.map(({ index, stream, sequence, event }) =>
    [
      right(String(index), 6),
      padded(`${stream} ${sequence}`, 26),
      event.time.slice(11, 23),
      padded(cut(titleOfType(event.type), 16), 17),
      styled('dim', cut(event.audience.replaceAll(',', ' '), 60))
    ].join('  ')
  )
  return `${[
    ...rows,
    `清单核对无误 manifest checked: ${manifest.count} 件 events, SHA-256 ${manifest.sha256.slice(0, 16)}…`
  ].join('\n')}\n`
}

/** GET /v1/gaps as it is answered. */
export interface GapReport {
  readonly complete: boolean
  readonly log: { readonly last: number }
  readonly streams: ReadonlyArray<{
    readonly stream: string
    readonly count: number
    readonly last: number
    readonly streamLast: number
    readonly lag: number
    readonly parked: number
  }>
  readonly gaps: readonly unknown[]
}

/** The auditor's gap report, every message compared with the log. @throws Error on a refusal */
export async function readGaps(client: Client): Promise<GapReport> {
  const answer = await client.call('amr', 'GET', '/v1/gaps?deep=true', undefined, auditor)
  if (answer.status !== 200) throw new Error(`GET /v1/gaps: ${answer.status} ${answer.text}`)
  return answer.body as GapReport
}

export function gapText({ complete, log, streams, gaps }: GapReport): string {
  const rows = streams.map(
    ({ stream, count, streamLast, lag, parked }) =>
      `  ${padded(stream, 22)}${right(String(streamLast), 8)} 件 in the stream ${right(String(count), 8)} 件 in the log   ` +
      `在途 lag ${lag}   搁置 parked ${parked}`
  )
  const verdict = complete
    ? styled('green', `无缺失：日志 1–${log.last} 连续，逐条核对一致 · nothing is missing, every message compared`)
    : styled('red', `有缺失 · something is missing: ${JSON.stringify(gaps)}`)
  return `${[...rows, verdict].join('\n')}\n`
}
