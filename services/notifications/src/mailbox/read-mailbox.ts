import type { Store } from '@wuhu/store'

/** A recipient's own redacted copy of an event, at its place in the mailbox. */
export interface Mail {
  /** Dense from 1, and the sequence that `Last-Event-ID` and cursors speak of. */
  readonly sequence: number
  /** The copy as it was stored: one JSON object without line breaks. */
  readonly body: string
}

/** What is read of mailboxes, whoever reads. */
export interface Mailboxes {
  /** Sequence of the last copy; 0 for a mailbox that nothing ever came to. */
  last(agency: string): Promise<number>
  /** At most `limit` copies after `after`, in order. */
  read(agency: string, after: number, limit: number): Promise<readonly Mail[]>
  /** News of many mailboxes at once: what is behind `after` in each, at most `limit` a mailbox. */
  news(after: ReadonlyMap<string, number>, limit: number): Promise<ReadonlyMap<string, readonly Mail[]>>
}

/** The stream in the mail store that is an agency's mailbox. */
export const mailboxOf = (agency: string): string => `mailbox/${agency}`

interface Row {
  agency: string
  version: string
  body: string
}

/**
 * Reads mailboxes from the mail store, each time as the agencies whose mailboxes are asked for: the database shows the
 * statement no others. Bodies come as text, which costs less than bytes in hexadecimal.
 */
export function createMailboxes(store: Store<unknown>): Mailboxes {
  const schema = `"${store.schema.replaceAll('"', '""')}"`
  const text = `
    select f.agency, e.version, convert_from(e.body, 'UTF8') as body
    from unnest($1::text[], $2::bigint[]) as f (agency, after)
    cross join lateral (
      select version, body from ${schema}.events
      where stream_id = 'mailbox/' || f.agency and version > f.after order by version limit $3) e
    order by 1, e.version`

  const news = async (after: ReadonlyMap<string, number>, limit: number) => {
    if (after.size === 0) return new Map<string, Mail[]>()
    const values = [[...after.keys()], [...after.values()], limit]
    const rows = await store.queryAs<Row>([...after.keys()].join(), { name: `${store.schema}-news`, text, values })
    const found = new Map<string, Mail[]>()
    for (const { agency, version, body } of rows) {
      const mail = { sequence: Number(version), body }
      const known = found.get(agency)
      if (known) known.push(mail)
      else found.set(agency, [mail])
    }
    return found
  }

  return {
    news,
    read: async (agency, after, limit) => (await news(new Map([[agency, after]]), limit)).get(agency) ?? [],
    async last(agency) {
      const text = `select version from ${schema}.heads where stream_id = $1`
      const [head] = await store.queryAs<{ version: string }>(agency, { text, values: [mailboxOf(agency)] })
      return Number(head?.version ?? 0)
    }
  }
}
