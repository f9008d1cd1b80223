import type pg from 'pg'

// Deadlines as rows of the service's schema, as if their clues had been assigned long ago: rule A6, nothing to warn of
// any more. Each has its stream at version 1.

/** `due` is an expression over `n`. @returns nothing; `n` counts from 1 */
async function insert(db: pg.Client, count: number, due: string, values: readonly unknown[] = []): Promise<void> {
  await db.query(
    `with new as materialized (
       select gen_random_uuid() as id, 'clue/' || gen_random_uuid() as subject, ${due} as due
       from generate_series(1, ${count}) as n
     ), streams as (insert into heads (stream_id, version) select 'deadline/' || id, 1 from new),
     dated as (
       select *, to_char(due at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"') as due_text from new
     )
     insert into deadlines (id, rule, subject, holder, agencies, status, due_at, next_at, version, subject_version,
       calendar_revision, correlation, parties, state)
     select id, 'A6', subject, 'amr', '{amr,psb}', 'open', due, due, 1, 1,
       (select max(revision) from calendar_years), 'bench', '{"involved":["psb"],"informs":["amr"],"statutory":[]}',
       jsonb_build_object(
         'status', 'open',
         'clock', jsonb_build_object('rule', 'A6', 'of', subject, 'holder', 'amr'),
         'rulesVersion', (select version from time_limit_versions order by revision desc limit 1),
         'period', jsonb_build_object('startedAt', '2026-06-01T09:00:00+08:00', 'unit', 'day', 'limit', 15,
           'dueOn', due_text, 'extensions', 0, 'suspensions', jsonb_build_array(), 'dueAt', due_text,
           'warnAt', jsonb_build_array(), 'provisional', false, 'calendarVersion', 'bench'))
     from dated`,
    [...values]
  )
}

/** Open ones that stay open: due over the ten years that begin in a year. */
export async function openDeadlines(db: pg.Client, count: number): Promise<void> {
  for (let done = 0; done < count; done += 50_000) {
    await insert(db, Math.min(50_000, count - done), `now() + interval '1 year' + random() * interval '10 years'`)
  }
  await db.query('vacuum analyze deadlines')
  await db.query('vacuum analyze heads')
}

/** `count` that are due one after the other from half a second on. @returns when the first is, milliseconds since 1970 */
export async function dueInTurn(db: pg.Client, count: number, perSecond: number): Promise<number> {
  // Inserting takes a while, in which none may be due.
  const first = Date.now() + 2_000 + count / 10
  await insert(db, count, `to_timestamp($1::float8 / 1000) + n * interval '${1 / perSecond} seconds'`, [first])
  await db.query('select pg_sleep(greatest(0, $1::float8 / 1000 - extract(epoch from clock_timestamp())))', [first])
  return first
}

/** `count` that are all due at once, `within` milliseconds. @returns when */
export async function dueAtOnce(db: pg.Client, count: number, within: number): Promise<number> {
  const due = Date.now() + within + count / 10
  await insert(db, count, 'to_timestamp($1::float8 / 1000)', [due])
  return due
}

/** When each breach since then was due, and when it was appended: milliseconds since 1970. */
export async function breachedSince(db: pg.Client, first: number): Promise<{ due: number; at: number }[]> {
  const { rows } = await db.query<{ due: string; at: string }>(
    `select extract(epoch from d.due_at) * 1000 as due, extract(epoch from e.recorded_at) * 1000 as at
     from deadlines d join events e on e.stream_id = 'deadline/' || d.id and e.type = 'deadline.breached.v1'
     where d.status = 'breached' and d.due_at >= to_timestamp($1::float8 / 1000) - interval '1 ms'`,
    [first]
  )
  return rows.map(({ due, at }) => ({ due: Number(due), at: Number(at) }))
}

/** Postgres changes as many rows as a breach does, in the same batches, and does nothing else. @returns rows a second */
export async function rawUpdates(db: pg.Client, count: number): Promise<number> {
  const due = await dueAtOnce(db, count, 600_000)
  const begun = performance.now()
  for (let done = 0; done < count; done += 100) {
    await db.query(
      `update deadlines set status = 'breached', next_at = null, version = version + 1,
         state = jsonb_set(state, '{status}', '"breached"')
       where id in (select id from deadlines where next_at = to_timestamp($1::float8 / 1000)
                    order by next_at, id limit 100 for update skip locked)`,
      [due]
    )
  }
  return (count / (performance.now() - begun)) * 1_000
}
