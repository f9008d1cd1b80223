import { type Envelope, eventSubject } from '@wuhu/contracts'
import { type Kysely, sql } from 'kysely'
import { Conflict } from './errors.ts'
import { together } from './together.ts'
import { applyTo, type View } from './view.ts'

/** Events of one stream, to be added at `expectedVersion + 1` and on. */
export interface Appending {
  readonly streamId: string
  readonly expectedVersion: number
  readonly envelopes: readonly Envelope[]
}

interface Move {
  readonly from: number
  to: number
}

/** A service's hand on an event; `apart` does it on another thread, while the process goes on answering others. */
export interface Sign {
  (envelope: Envelope): Envelope
  apart?(envelope: Envelope): Promise<Envelope>
}

/** Events on their way to other threads at once: those have other work too. */
const signedAtOnce = 20

/** @see Transaction.appendAll; the schemas are checked before */
export async function appendAll<DB>(
  db: Kysely<DB>,
  schema: string,
  views: readonly View<DB>[],
  entries: readonly Appending[],
  sign: Sign
): Promise<readonly Envelope[]> {
  const moves = movesOf(entries)
  if (moves.size === 0) return []
  // Heads are locked in the order of their names, so that two writers of the same streams wait and do not embrace.
  const streams = [...moves.keys()].sort()
  const envelopes = await signAll(
    entries.flatMap((entry) => entry.envelopes),
    sign
  )
  const ids = entries.flatMap(({ streamId, envelopes }) => envelopes.map(() => streamId))
  const bodies = envelopes.map((envelope) => Buffer.from(JSON.stringify(envelope)))
  const table = (name: string) => sql.id(schema, name)
  const adding = sql<{ moved: string[] | null; added: string }>`
    with moves as materialized (
      select * from unnest(
        ${streams}::text[], ${streams.map((id) => moves.get(id)?.from)}::bigint[],
        ${streams.map((id) => moves.get(id)?.to)}::bigint[]
      ) as m (stream_id, before, after)
    ), locked as materialized (
      select stream_id, version from ${table('heads')}
      where stream_id = any(${streams}::text[]) order by stream_id for update
    ), begun as (
      insert into ${table('heads')} (stream_id, version)
      select stream_id, after from moves where before = 0 order by stream_id
      on conflict do nothing returning stream_id
    ), gone_on as (
      update ${table('heads')} as h set version = m.after
      from moves m join locked l using (stream_id)
      where h.stream_id = m.stream_id and m.before > 0 and l.version = m.before returning h.stream_id
    ), moved as (select stream_id from begun union all select stream_id from gone_on
    ), added as (
      insert into ${table('events')} (stream_id, version, id, type, case_number, subject, body)
      select stream_id, version, id, type, case_number, subject,
        -- All bodies travel as one piece: in an array each would be spelt in hexadecimal.
        substring(${Buffer.concat(bodies)}::bytea from start for length)
      from unnest(
        ${ids}::text[],
        ${envelopes.map(({ streamversion }) => streamversion)}::bigint[],
        ${envelopes.map(({ id }) => id)}::uuid[],
        ${envelopes.map(({ type }) => type)}::text[],
        ${envelopes.map(({ casenumber }) => casenumber ?? null)}::text[],
        ${envelopes.map((e) => eventSubject(e.type, e.casenumber ?? e.subject, e.source))}::text[],
        ${startsOf(bodies)}::int[],
        ${bodies.map((body) => body.length)}::int[]
      ) with ordinality as new (stream_id, version, id, type, case_number, subject, start, length, n)
      where (select count(*) from moved) = ${streams.length}
      order by n
      returning seq
    ), waiting as (insert into ${table('outbox')} (seq) select seq from added)
    select (select array_agg(stream_id) from moved) as moved, (select count(*) from added) as added`.execute(db)
  const [{ rows }] = await together([adding, ...views.map((view) => applyMany(view, db, envelopes, ids))])
  if (Number(rows[0]?.added) !== envelopes.length) {
    const moved = new Set(rows[0]?.moved)
    const failed = streams.find((id) => !moved.has(id)) ?? ''
    throw new Conflict(failed, moves.get(failed)?.from ?? 0)
  }
  return envelopes
}

async function signAll(unsigned: readonly Envelope[], sign: Sign): Promise<Envelope[]> {
  if (!sign.apart) return unsigned.map(sign)
  const signed: Envelope[] = []
  while (signed.length < unsigned.length) {
    const next = unsigned.slice(signed.length, signed.length + signedAtOnce)
    signed.push(...(await Promise.all(next.map(sign.apart))))
  }
  return signed
}

/** Where each begins when all of them stand one behind the other; the first byte is 1, as Postgres counts. */
function startsOf(bodies: readonly Buffer[]): number[] {
  let next = 1
  return bodies.map((body) => {
    next += body.length
    return next - body.length
  })
}

/** From which version to which each stream goes. @throws Conflict when the entries themselves leave a gap */
function movesOf(entries: readonly Appending[]): Map<string, Move> {
  const moves = new Map<string, Move>()
  for (const { streamId, expectedVersion, envelopes } of entries) {
    if (envelopes.length === 0) continue
    const move = moves.get(streamId) ?? { from: expectedVersion, to: expectedVersion }
    if (move.to !== expectedVersion) throw new Conflict(streamId, expectedVersion)
    move.to += envelopes.length
    moves.set(streamId, move)
  }
  return moves
}

async function applyMany<DB>(view: View<DB>, db: Kysely<DB>, envelopes: readonly Envelope[], ids: readonly string[]) {
  if (view.applyMany) return view.applyMany(db, envelopes)
  const streams = new Map<string, Envelope[]>()
  for (const [index, envelope] of envelopes.entries()) {
    const id = ids[index] ?? ''
    const known = streams.get(id)
    if (known) known.push(envelope)
    else streams.set(id, [envelope])
  }
  // Of different streams the order does not matter to a view.
  await together([...streams.values()].map((events) => applyTo(view, db, events)))
}
