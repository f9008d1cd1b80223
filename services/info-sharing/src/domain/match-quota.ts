import type { MatchEvent } from '@wuhu/contracts'

/** Elements that one agency may have evaluated. */
export interface MatchQuota {
  readonly hour: number
  readonly day: number
}

type Alarm = Omit<Extract<MatchEvent, { type: 'match.alarmed.v1' }>['data'], 'agency'>

/** From this share of a quota on, the security side is told. */
const alarmingShare = 0.8
const windows = ['hour', 'day'] as const

/**
 * Whether `count` more elements fit. An alarm for each window that becomes alarming by them; of what does not fit, one
 * for the first window that is full.
 */
export function assessQuota(used: MatchQuota, count: number, quota: MatchQuota): { allowed: boolean; alarms: Alarm[] } {
  const full = windows.find((window) => used[window] + count > quota[window])
  if (full !== undefined) {
    return { allowed: false, alarms: [{ window: full, used: used[full], limit: quota[full], refused: true }] }
  }
  const alarms = windows.flatMap((window) => {
    const limit = quota[window]
    const [before, after] = [used[window], used[window] + count]
    const crossed = before < limit * alarmingShare && after >= limit * alarmingShare
    return crossed ? [{ window, used: after, limit, refused: false }] : []
  })
  return { allowed: true, alarms }
}
