import type { ComparedReport, Gap } from './gap-report.ts'
import { renderTable } from './table.ts'

/** Gaps that are listed for people; `--json` has them all. */
const listed = 50

const range = ({ from, to }: { from: number; to: number }) => (from === to ? String(from) : `${from}-${to}`)

/** One gap, named as closely as it is known. */
export function gapLine(gap: Gap): string {
  switch (gap.kind) {
    case 'sequence': {
      const count = gap.to - gap.from + 1
      const parked = gap.parked > 0 ? `，其中 ${gap.parked} 件已搁置 · ${gap.parked} of them parked` : ''
      const ids = gap.eventIds.length > 0 ? `  ${gap.eventIds.slice(0, 5).join(' ')}${count > 5 ? ' …' : ''}` : ''
      return `${gap.stream} ${range(gap)}: 日志缺 ${count} 件 · missing from the log${parked}${ids}`
    }
    case 'version':
      return `${gap.streamId} v${range(gap)}: 缺版本 · versions missing; 案源编号 case ${gap.caseNumber ?? '-'}, 发布 publisher ${gap.publisher}`
    case 'index':
      return `log ${range(gap)}: 日志序号缺失 · the log itself lacks these`
    case 'body':
      return `log ${gap.index} (${gap.stream} ${gap.sequence}): 正文与入库时的 SHA-256 不符 · body changed since it was logged`
    case 'stream-behind':
      return `${gap.stream} ${range(gap)}: 日志已有、消息服务器丢失 · in the log, lost by the message server`
    case 'differs':
      return `${gap.stream} ${gap.sequence}: 日志与流中的${gap.what === 'id' ? '编号' : '正文'}不同 · ${gap.what} differs between log and stream`
    case 'published-lost':
      return `${gap.stream} ${range(gap)}: 服务已发布，流与日志都没有 · published, and neither in the stream nor in the log`
  }
}

/** The report for people: a table, each gap, what is proved, and what is only on its way. */
export function renderGaps(report: ComparedReport): string {
  const { deep, streams, gaps, unproved, log } = report
  const heading = [
    '事件流 stream',
    '服务已发布 published',
    '流中 in stream',
    '日志 in log',
    '缺失 missing',
    '在途 lag',
    '待发布 unpublished'
  ]
  if (deep) heading.push('逐条核对 compared')
  const missing = (stream: string) =>
    gaps.reduce((sum, gap) => (gap.kind === 'sequence' && gap.stream === stream ? sum + gap.to - gap.from + 1 : sum), 0)
  const table = renderTable(
    heading,
    streams.map(({ stream, relay, streamLast, count, lag, compared }) => [
      stream,
      relay?.published ?? '?',
      streamLast,
      count,
      missing(stream),
      lag,
      relay?.lag.events ?? '?',
      ...(deep ? [compared ?? 0] : [])
    ])
  )
  const lines = gaps.slice(0, listed).map((gap) => `缺失 gap: ${gapLine(gap)}`)
  if (gaps.length > listed)
    lines.push(`… 另有 ${gaps.length - listed} 处，见 --json · ${gaps.length - listed} more: --json`)
  if (gaps.length === 0) lines.push(...proofOf(report))
  const onTheWay = streams.reduce((sum, { lag }) => sum + lag, 0)
  const unpublished = streams.reduce((sum, { relay }) => sum + (relay?.lag.events ?? 0), 0)
  if (onTheWay + unpublished > 0) {
    lines.push(
      `仅为在途，并非缺失：${onTheWay} 件已发布待入日志，${unpublished} 件已提交待发布 · ` +
        `only lag, not missing: ${onTheWay} published and not logged yet, ${unpublished} committed and not published yet`
    )
  }
  lines.push(...unproved.map((reason) => `未能核对 not compared: ${reason}`))
  return `${table}\n日志 log: ${log.count} / ${log.last}\n${lines.join('\n')}\n`
}

function proofOf({ deep, streams }: ComparedReport): string[] {
  const lines = [
    '已核实：日志序号、各事件流序号、各业务对象版本均连续，正文与入库时的 SHA-256 一致 · ' +
      'proved: indexes of the log, sequences of every stream and versions of every aggregate are dense, and every body has the SHA-256 it was logged with'
  ]
  if (deep) {
    const compared = streams.reduce((sum, one) => sum + (one.compared ?? 0), 0)
    lines.push(
      `已逐条核对 ${compared} 件：编号、正文与消息服务器一致 · ${compared} messages compared one by one: id and body are those of the message server`
    )
  }
  return lines
}
