/** What goes through all ways alike: about 1 KB of JSON in the end. */
export interface PeerEvent {
  readonly id: string
  /** When it was sent (`wallClock`), in the data so that it arrives with it. */
  readonly sentAt: number
  readonly text: string
}

export interface Where {
  readonly databaseUrl: string
  readonly natsUrl: string
  /** Stream of this round alone. */
  readonly stream: string
}

export interface Producer {
  /** One event in one durable transaction. */
  append(event: PeerEvent): Promise<void>
  close(): Promise<void>
}

/**
 * A way from an append in one process to an effect in another. Producer and consumer run in a process each; the effect
 * is one row a event in `effects`, in the transaction by which the way itself remembers that the event is done, where it
 * offers one.
 */
export interface Way {
  /** Makes its tables, and what else is there before the first event. */
  prepare(where: Where): Promise<void>
  producer(where: Where): Promise<Producer>
  /** @returns what stops it */
  consumer(where: Where): Promise<() => Promise<void>>
}

/** `applied_at` is when the row is written; the commit that follows is alike for all. */
export const effectsTable = `create table effects (
  id uuid primary key, sent_at float8 not null,
  applied_at float8 not null default extract(epoch from clock_timestamp()) * 1000)`

export const insertEffects = `insert into public.effects (id, sent_at)
  select * from unnest($1::uuid[], $2::float8[])`

export const lanes = 8
