import type pg from 'pg'

// Deadlines as rows of the service's schema, as if their clues had been assigned long ago: rule A6, nothing to warn of
// any more. Each has its stream with the event that set it (published long ago, so that no relay has it to do), and its
// row in what senders see.

/** `due` is an expression over `n`, which counts from 1. One statement for all of it. */
async function insert(db: pg.Client, count: number, due: string, values: readonly unknown[] = []): Promise<void> {
  await db.query(
    `with new as materialized (
       select id, 'clue/' || id as subject, ${due} as due from generate_series(1, ${count}) as n
       -- UUID v7, one after the other in time, as the events that start clocks have them.
       cross join lateral (select lpad(to_hex(extract(epoch from now())::bigint * 1000 + n), 12, '0'), md5(random()::text))
         as part (time, chance)
       cross join lateral (select concat_ws('-', left(time, 8), right(time, 4), '7' || left(chance, 3),
         '8' || substr(chance, 4, 3), right(chance, 12)) as id) as made
     ), streams as (insert into heads (stream_id, version) select 'deadline/' || id, 1 from new),
     dated as materialized (
       select *, to_char(due at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"') as due_text from new
     ), set as (
       insert into events (stream_id, version, id, type, subject, body)
       select 'deadline/' || id, 1, id::uuid, 'deadline.set.v1', 'evt.00.deadline.info-sharing.set',
         convert_to(json_build_object(
           'specversion', '1.0', 'id', id, 'source', '/services/info-sharing', 'type', 'deadline.set.v1',
           'subject', 'deadline/' || id, 'time', '2026-06-01T09:00:00.000+08:00', 'datacontenttype', 'application/json',
           'dataschema', 'urn:wuhu:event:deadline.set.v1', 'streamversion', 1, 'actor', 'amr', 'marking', 'open',
           'audience', 'amr:addressee,psb:party', 'correlationid', 'bench', 'signature', repeat('s', 260),
           'data', json_build_object('rule', 'A6', 'of', subject, 'holder', 'amr', 'startedBy', id,
             'startedAt', '2026-06-01T09:00:00+08:00', 'limit', 15, 'unit', 'day', 'dueOn', due_text, 'dueAt', due_text,
             'warnAt', json_build_array(), 'provisional', false, 'rulesVersion', 'bench', 'calendarVersion', 'bench')
         )::text, 'UTF8') from dated
     ), sent as (
       insert into sent_deadlines (id, about, rule, due_at, running, holder, told, version)
       select id, subject, 'A6', due, true, 'amr', '{amr,psb}', 1 from new
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

/** Secondary indexes of what is filled: built at the end in one go, far quicker than row by row. */
const built = ['deadlines', 'sent_deadlines']

/** Open ones that stay open: due over the ten years that begin in a year. Says on stderr how far it is. */
export async function openDeadlines(db: pg.Client, count: number): Promise<void> {
  const begun = performance.now()
  const say = (text: string) => console.error(`${text}, ${Math.round((performance.now() - begun) / 1_000)} s`)
  const { rows: indexes } = await db.query<{ name: string; definition: string }>(
    `select indexrelid::regclass as name, pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid = any($1::regclass[]) and not indisprimary`,
    [built]
  )
  for (const { name } of indexes) await db.query(`drop index ${name}`)
  await db.query('set synchronous_commit = off')
  for (let done = 0; done < count; ) {
    const next = Math.min(100_000, count - done)
    await insert(db, next, `now() + interval '1 year' + random() * interval '10 years'`)
    done += next
    say(`open deadlines: ${done} of ${count}`)
  }
  await db.query('reset synchronous_commit')
  for (const { definition } of indexes) await db.query(definition)
  for (const table of ['deadlines', 'heads', 'events', 'sent_deadlines']) await db.query(`vacuum analyze ${table}`)
  await db.query('checkpoint')
  say('their indexes and statistics')
}

/** `count` that are due one after the other from half a second on. @returns when the first is, milliseconds since 1970 */
export async function dueInTurn(db: pg.Client, count: number, perSecond: number): Promise<number> {
  // Inserting takes a while, in which none may be due.
  const first = Date.now() + 2_000 + count / 4
  await insert(db, count, `to_timestamp($1::float8 / 1000) + n * interval '${1 / perSecond} seconds'`, [first])
  await db.query('select pg_sleep(greatest(0, $1::float8 / 1000 - extract(epoch from clock_timestamp())))', [first])
  return first
}

/** `count` that are all due at once, `within` milliseconds. @returns when */
export async function dueAtOnce(db: pg.Client, count: number, within: number): Promise<number> {
  const due = Date.now() + within + count / 4
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
