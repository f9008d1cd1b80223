import type { Envelope } from '@wuhu/contracts'
import type { Apply, StoreTables, Transaction } from '@wuhu/store'
import type { Kysely } from 'kysely'
import type { About, Resolve } from './about.ts'
import { ranOut } from './domain/deadline-state.ts'
import { ending, endsOf, nameOf } from './ending.ts'
import { idOf, type Start, start, starts } from './starting.ts'
import type { DeadlineTables } from './tables.ts'
import type { TimeLimits, TimeLimitsOfService } from './time-limits.ts'
import { type Because, createUnitOfWork, loadRunning, type UnitOfWork } from './unit-of-work.ts'

type Db = Kysely<DeadlineTables & StoreTables>

export interface ApplyOptions<DB> {
  readonly service: string
  readonly timeLimits: TimeLimitsOfService
  readonly resolve: Resolve<DB>
  now(): string
}

/**
 * Starts, ends, moves and stops the service's clocks by the events of a stream: its own, or another's that concerns them.
 * Also takes over calendars and rules. Repeatable; events that no rule names cost nothing.
 */
export function createApply<DB extends DeadlineTables>(options: ApplyOptions<DB>): Apply<DB> {
  const { service, timeLimits, resolve, now } = options
  return async (tx, received) => {
    const db = tx.db as unknown as Db
    let batch: Envelope[] = []
    const work = async () => {
      const events = batch
      batch = []
      if (events.length > 0) await applyBatch(tx, await timeLimits.hold(db), events)
    }
    for (const { event } of received) {
      if (await timeLimits.take(db, event)) await work()
      else batch.push(event)
    }
    await work()
  }

  async function applyBatch(tx: Transaction<DB & StoreTables>, limits: TimeLimits, all: readonly Envelope[]) {
    const names = namesOf(limits, service)
    const events = all.filter(({ type }) => names.has(nameOf(type)))
    if (events.length === 0) return
    const about = await resolve(tx, events)
    const db = tx.db as unknown as Db
    const subjects = [...new Set(about.flatMap((ones) => ones.map(({ subject }) => subject)))]
    const unit = createUnitOfWork(tx, service)
    const ids = events.flatMap((event, index) => startsOf(limits, about[index] ?? [], event).map(({ id }) => id))
    unit.add(await loadRunning(db, subjects, ids))
    const foreign = about.flatMap((ones, index) => ones.filter(({ subject }) => subject !== events[index]?.subject))
    const heads = await headsOf(db, foreign)
    for (const [index, event] of events.entries()) {
      const because = { now: now(), causationId: event.id }
      for (const one of about[index] ?? []) {
        const version = one.subject === event.subject ? event.streamversion : (heads.get(one.subject) ?? 0)
        for (const { id } of unit.ofSubject(one.subject)) end(unit, limits, id, event, because)
        for (const found of startsOf(limits, [one], event)) {
          if (unit.get(found.id)) continue
          const begun = start(found.rule, one, event, limits, version)
          if (begun) begin(unit, begun, because)
        }
      }
    }
    await unit.write()
  }

  function startsOf(limits: TimeLimits, about: readonly About[], event: Envelope) {
    const rules = limits.rules.rules.filter((rule) => rule.service === service)
    return about.flatMap((one) =>
      rules.filter((rule) => starts(rule, one, event)).map((rule) => ({ rule, id: idOf(rule, one, event) }))
    )
  }
}

/** What an event tells a running deadline. @returns whether anything followed */
export function end(unit: UnitOfWork, limits: TimeLimits, id: string, event: Envelope, because: Because): boolean {
  const running = unit.get(id)
  if (!running || running.state.status === 'none') return false
  const { clock, rulesVersion, period } = running.state
  const own = event.subject === clock.of
  // Told again, or there before the clock started.
  if (own ? event.streamversion <= running.subjectVersion : Date.parse(event.time) < Date.parse(period.startedAt)) {
    return false
  }
  const rule = limits.ruleOf(rulesVersion, clock.rule)
  const command = ending(rule, limits.calendar, clock.key, event)
  if (command === undefined) return false
  // What had run out by then was missed before, though nobody had looked yet: what comes late comes after its breach.
  if (ranOut(running.state, event.time)) {
    unit.run(id, { do: 'fire', consequence: rule.onBreach }, { now: because.now, by: event.time })
  }
  const followed = unit.run(id, command, because) > 0
  if (own) unit.note(id, { subjectVersion: event.streamversion })
  return followed
}

/** A new start of the same clock takes the place of one that runs. */
function begin(unit: UnitOfWork, { running, command }: Start, because: Because): void {
  const { rule, of, key } = command.clock
  const before = unit.ofSubject(of).filter(({ state }) => {
    return state.status !== 'none' && state.clock.rule === rule && state.clock.key === key
  })
  for (const { id } of before) unit.run(id, { do: 'cancel', by: command.by, cause: 'superseded' }, because)
  unit.add([running])
  unit.run(running.id, command, because)
}

async function headsOf(db: Db, about: readonly About[]): Promise<Map<string, number>> {
  const subjects = [...new Set(about.map(({ subject }) => subject))]
  if (subjects.length === 0) return new Map()
  const rows = await db.selectFrom('heads').selectAll().where('stream_id', 'in', subjects).execute()
  return new Map(rows.map(({ stream_id, version }) => [stream_id, Number(version)]))
}

const known = new WeakMap<TimeLimits, ReadonlySet<string>>()

/** Every event that some rule of the service, of any version, names. */
function namesOf(limits: TimeLimits, service: string): ReadonlySet<string> {
  let names = known.get(limits)
  if (!names) {
    const rules = limits.allRules.filter((rule) => rule.service === service)
    names = new Set(rules.flatMap((rule) => [...rule.startsOn, ...endsOf(rule)]))
    known.set(limits, names)
  }
  return names
}
