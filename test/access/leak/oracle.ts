import { definitionOf, type Envelope, type Ground, parseAudience, type Sensitivity } from '@wuhu/contracts'
import pg from 'pg'
import { markPattern } from './actions.ts'

/** Written by hand, beside the table in the code: which classes a ground may read unmasked. */
const reads: Record<Ground, readonly Sensitivity[]> = {
  publisher: ['open', 'work', 'secret', 'personal', 'reporter', 'investigation'],
  party: ['open', 'work', 'secret', 'personal'],
  addressee: ['open', 'work', 'secret', 'investigation'],
  'statutory-copy': ['open', 'work'],
  conference: ['open']
}
const auditorWithBodies: readonly Sensitivity[] = ['open', 'work', 'secret', 'personal', 'investigation']

/** A marked text as the store holds it: in which event, behind which classes. */
interface Marked {
  readonly mark: string
  readonly event: Envelope
  /** Of the field and of all that it lies in; `person`: who acted. */
  readonly classes: readonly (Sensitivity | 'person')[]
}

export interface Oracle {
  readonly marked: readonly Marked[]
  /** Marks that the agency may find in what it receives. */
  allowed(agency: string): Set<string>
  /** Marks that an auditor may find, without bodies and with. */
  auditor(bodies: boolean): Set<string>
}

const schemas = ['info_sharing', 'joint_investigation', 'notifications', 'audit']

/** Reads everything that happened from the stores, as their owner. */
export async function createOracle(databaseUrl: string): Promise<Oracle> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const events: Envelope[] = []
  try {
    for (const schema of schemas) {
      const { rows } = await client.query<{ body: Buffer }>(`select body from ${schema}.events`)
      events.push(...rows.map(({ body }) => JSON.parse(body.toString('utf8')) as Envelope))
    }
  } finally {
    await client.end()
  }
  const marked = events.flatMap(marksOf)
  const grants = events.flatMap(grantOf)
  return {
    marked,
    allowed(agency) {
      const seen = marked.filter(({ event, classes }) =>
        groundsOf(event, agency, grants).some((ground) => classes.every((one) => mayRead(ground, one)))
      )
      return new Set(seen.map(({ mark }) => mark))
    },
    auditor(bodies) {
      const readable: readonly string[] = bodies ? [...auditorWithBodies, 'person'] : ['open', 'person']
      return new Set(
        marked.filter(({ classes }) => classes.every((one) => readable.includes(one))).map(({ mark }) => mark)
      )
    }
  }
}

const mayRead = (ground: Ground, one: Sensitivity | 'person') =>
  one === 'person' ? ground === 'publisher' || ground === 'party' : reads[ground].includes(one)

function marksOf(event: Envelope): Marked[] {
  const found: Marked[] = [...event.actor.matchAll(markPattern)].map(([mark]) => ({ mark, event, classes: ['person'] }))
  const walk = (value: unknown, schema: Node, classes: readonly Sensitivity[]): void => {
    const here = schema.sensitivity ? [...classes, schema.sensitivity] : classes
    if (typeof value === 'string') {
      for (const [mark] of value.matchAll(markPattern)) found.push({ mark, event, classes: here })
    } else if (Array.isArray(value)) {
      for (const item of value) walk(item, schema.items ?? {}, here)
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) walk(inner, schema.properties?.[name] ?? {}, here)
    }
  }
  walk(event.data, (definitionOf(event.type)?.data ?? {}) as Node, [])
  return found
}

interface Node {
  readonly sensitivity?: Sensitivity
  readonly properties?: Readonly<Record<string, Node>>
  readonly items?: Node
}

interface Grant {
  readonly agency: string
  readonly by: string
  readonly time: string
  readonly of: (event: Envelope) => boolean
}

/** A party may be given what was before; who is assigned a lead sees that lead, party already or not. */
function grantOf({ type, subject, casenumber, actor, time, data }: Envelope): Grant[] {
  const by = actor.split('/')[0] ?? ''
  if (type === 'clue.assigned.v1') {
    return [{ agency: (data as { to: string }).to, by, time, of: (event) => event.subject === subject }]
  }
  if (type !== 'case.party-added.v1' || casenumber === undefined) return []
  const { agency, history } = data as { agency: string; history: boolean }
  return history ? [{ agency, by, time, of: (event) => event.casenumber === casenumber }] : []
}

/** The grounds on which an agency may see an event: its own, and what history was granted by those who saw it. */
function groundsOf(event: Envelope, agency: string, grants: readonly Grant[]): Ground[] {
  const audience = parseAudience(event.audience)
  const own = audience.filter((entry) => entry.agency === agency).map(({ ground }) => ground)
  const granted = grants
    .filter((one) => one.agency === agency && one.of(event) && event.time <= one.time)
    .flatMap((one) => audience.filter((entry) => entry.agency === one.by))
    .map(({ ground }): Ground => (ground === 'statutory-copy' || ground === 'conference' ? ground : 'party'))
  return [...own, ...granted]
}
