import { type Failure, failure } from './failure.ts'
import type { RelayState, ServiceState } from './service-status.ts'

/** What the log has of a source stream, as `GET /v1/gaps` answers. Numbers are sequences or counts of events. */
export interface StreamReport {
  readonly stream: string
  readonly first: number
  readonly last: number
  readonly count: number
  readonly streamLast: number
  readonly lag: number
  readonly parked: number
  readonly compared?: number
}

/** What is missing or wrong; the last kind is found here, all others by the audit service. */
export type Gap =
  | {
      readonly kind: 'sequence'
      readonly stream: string
      readonly from: number
      readonly to: number
      readonly eventIds: readonly string[]
      readonly parked: number
    }
  | {
      readonly kind: 'version'
      readonly streamId: string
      readonly from: number
      readonly to: number
      readonly caseNumber: string | null
      readonly publisher: string
    }
  | { readonly kind: 'index'; readonly from: number; readonly to: number }
  | { readonly kind: 'body'; readonly index: number; readonly stream: string; readonly sequence: number }
  | { readonly kind: 'stream-behind'; readonly stream: string; readonly from: number; readonly to: number }
  | { readonly kind: 'differs'; readonly stream: string; readonly sequence: number; readonly what: 'id' | 'body' }
  | { readonly kind: 'published-lost'; readonly stream: string; readonly from: number; readonly to: number }

/** `GET /v1/gaps`. */
export interface AuditReport {
  readonly complete: boolean
  readonly deep: boolean
  readonly log: { readonly last: number; readonly count: number }
  readonly streams: readonly StreamReport[]
  readonly gaps: readonly Gap[]
}

/** The audit service's report beside what each service says that it published. */
export interface ComparedReport extends Omit<AuditReport, 'streams'> {
  readonly streams: ReadonlyArray<StreamReport & { readonly relay?: RelayState }>
  /** Services that could not be asked what they published, and relays that do not work, each with the reason. */
  readonly unproved: readonly string[]
}

/**
 * Compares. `services` were asked before the audit service was: what they had published then must be in the stream now,
 * so nothing that is under way is taken for a gap.
 */
export function compareReports(audit: AuditReport, services: readonly ServiceState[]): ComparedReport {
  const relays = new Map(services.flatMap((service) => service.relays.map((relay) => [relay.stream, relay])))
  const streams = audit.streams.map((one) => {
    const relay = relays.get(one.stream)
    return { ...one, ...(relay && { relay }) }
  })
  const lost = streams.flatMap(({ stream, streamLast, last, relay }): Gap[] => {
    const present = Math.max(streamLast, last)
    if (!relay || relay.published <= present) return []
    return [{ kind: 'published-lost', stream, from: present + 1, to: relay.published }]
  })
  const unproved = [
    ...services.flatMap(({ service, problem }) =>
      problem ? [`${service}: ${problem.title} · ${problem.title_en}`] : []
    ),
    ...streams.flatMap(({ stream, relay }) =>
      relay && !['active', 'standby'].includes(relay.state)
        ? [`中继 relay ${stream}: ${relay.reason ?? relay.state}`]
        : []
    )
  ]
  const gaps = [...audit.gaps, ...lost]
  return { ...audit, complete: audit.complete && gaps.length === 0 && unproved.length === 0, streams, gaps, unproved }
}

/** What the exit code says: something is missing, or a service could not be asked; undefined when all is proved. */
export function verdictOf({ gaps, unproved }: ComparedReport): Failure | undefined {
  if (gaps.length > 0) {
    return failure(
      'missing',
      'gaps',
      `发现 ${gaps.length} 处缺失或不符`,
      `${gaps.length} gaps or differences were found`
    )
  }
  if (unproved.length > 0) {
    return failure(
      'unreachable',
      'not-compared',
      `未能核对全部服务：${unproved[0]}`,
      'not every service could be compared'
    )
  }
  return undefined
}
