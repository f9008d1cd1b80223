import { readFile } from 'node:fs/promises'
import pg from 'pg'
import type { TestStack } from '../stack/start-stack.ts'

/** What a refused request must not add to: events, kept answers, used tokens and given numbers, by table. */
export type Stored = Readonly<Record<string, number>>

/** Clocks follow from events, in their own time. */
const byThemselves: Readonly<Record<string, string>> = {
  events: `where type not like 'deadline.%'`,
  heads: `where stream_id not like 'deadline/%'`
}

/** Counts rows over all schemas. Mailboxes, the log and clocks are not counted: they follow from events, in their own time. */
export async function createCounter(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where tablename in ('events', 'heads', 'answers', 'used_tokens', 'case_counters') and schemaname <> 'mail' order by 1`
  )
  const parts = rows.map(({ name }) => {
    const [, table = ''] = name.split('.')
    const counted = table === 'case_counters' ? 'coalesce(sum(last), 0)' : 'count(*)'
    return `select '${name}' as name, ${counted}::int as count from ${name} ${byThemselves[table] ?? ''}`
  })
  return {
    async count(): Promise<Stored> {
      const { rows } = await client.query<{ name: string; count: number }>(parts.join(' union all '))
      return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
    },
    close: () => client.end()
  }
}

export interface LogLine {
  readonly text: string
  readonly level: string
  readonly msg: string
  /** Only on lines about a request. */
  readonly requestId?: string
}

/** The lines that every service logged; what its migration said, which is no JSON, is left out. */
export async function logLines({ services }: TestStack): Promise<LogLine[]> {
  const texts = await Promise.all(Object.values(services).map((service) => readFile(service.logFile(), 'utf8')))
  return texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.startsWith('{'))
    .map((text) => ({ ...(JSON.parse(text) as Omit<LogLine, 'text'>), text }))
}
