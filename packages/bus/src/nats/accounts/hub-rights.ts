import { inboxOf } from '../identity.ts'
import { streams } from '../streams.ts'
import type { Rights } from './claims.ts'

interface Duties {
  /** The streams it publishes to, alone. */
  readonly writes: readonly string[]
  /** The streams it reads by ordered consumers of its own. */
  readonly reads: readonly string[]
  /** First words of the commands it answers on `cmd.<agency>.<area>.<verb>`. */
  readonly commands: readonly string[]
  /** Topics by which its processes wake each other. */
  readonly hints: readonly string[]
  /** Buckets of NATS' object store that it keeps files in. */
  readonly buckets?: readonly string[]
}

const events = ['INFO_SHARING', 'JOINT_INVESTIGATION', 'NOTIFICATIONS', 'AUDIT', 'CONSOLE']

/** What each service does on the bus, and so all that it may do. Something new needs its line here. */
const duties: Readonly<Record<string, Duties>> = {
  'info-sharing': {
    writes: ['INFO_SHARING'],
    reads: ['INFO_SHARING', 'JOINT_INVESTIGATION', 'AUDIT'],
    commands: [
      'agency',
      'appraiser',
      'calendar',
      'expert',
      'officer',
      'case',
      'record',
      'unmasking',
      'notice',
      'clue',
      'match',
      'attachment',
      'quarantine'
    ],
    hints: [],
    buckets: ['wuhu-attachments']
  },
  'joint-investigation': {
    writes: ['JOINT_INVESTIGATION'],
    reads: ['INFO_SHARING', 'JOINT_INVESTIGATION'],
    commands: ['consultation', 'assistance', 'evidence', 'transfer'],
    hints: []
  },
  notifications: { writes: ['NOTIFICATIONS', 'MAIL'], reads: events, commands: ['mailbox'], hints: ['mail'] },
  audit: {
    writes: ['AUDIT'],
    reads: events,
    commands: ['supervision', 'suggestion', 'task', 'bulletin', 'figures'],
    hints: []
  },
  console: { writes: ['CONSOLE'], reads: ['INFO_SHARING'], commands: [], hints: [] }
}

/** Who has a user in the hub. */
export const hubServices: readonly string[] = Object.keys(duties)

/** Subjects that the server itself makes for the answers to requests from other accounts. */
const answers = '_R_.>'

/** The least that a service of the hub needs. @throws TypeError for a service that has no duties here */
export function serviceRights(service: string): Rights {
  const known = Object.hasOwn(duties, service) ? duties[service] : undefined
  if (!known) throw new TypeError(`${service} has no rights on the bus: give it duties in hub-rights.ts`)
  const { writes, reads, commands, hints, buckets = [] } = known
  const subjectsOf = (stream: string) => streams.find(({ name }) => name === stream)?.subjects ?? []
  const api = (...subjects: string[]) => subjects.map((subject) => `$JS.API.${subject}`)
  return {
    publish: [
      ...api('INFO'),
      ...writes.flatMap(subjectsOf),
      ...writes.flatMap((stream) => api(`STREAM.MSG.GET.${stream}`)),
      ...[...new Set([...writes, ...reads])].flatMap((stream) => api(`STREAM.INFO.${stream}`)),
      // A subject cannot say "names that begin with": a reader's own name is one token.
      ...reads.flatMap((stream) =>
        api(`CONSUMER.CREATE.${stream}.*`, `CONSUMER.MSG.NEXT.${stream}.*`, `CONSUMER.DELETE.${stream}.*`)
      ),
      ...(writes.includes('MAIL') ? api('CONSUMER.CREATE.MAIL.*.>', 'CONSUMER.NAMES.MAIL') : []),
      ...buckets.flatMap(bucketSubjects),
      ...(commands.length > 0 ? [answers] : []),
      ...hints.map((topic) => `hint.${topic}`)
    ],
    subscribe: [
      `${inboxOf(service)}.>`,
      ...commands.map((area) => `cmd.*.${area}.>`),
      ...hints.map((topic) => `hint.${topic}`)
    ]
  }
}

/** All that the client's object store asks of one bucket, which is a stream of its own. */
function bucketSubjects(bucket: string): string[] {
  const stream = `OBJ_${bucket}`
  const verbs = ['STREAM.INFO', 'STREAM.CREATE', 'STREAM.PURGE', 'STREAM.MSG.GET', 'DIRECT.GET']
  const consumers = ['CREATE', 'INFO', 'MSG.NEXT', 'DELETE'].map((verb) => `CONSUMER.${verb}.${stream}.>`)
  return [
    `$O.${bucket}.>`,
    ...[...verbs.map((verb) => `${verb}.${stream}`), `DIRECT.GET.${stream}.>`, ...consumers].map(
      (one) => `$JS.API.${one}`
    ),
    `$JS.ACK.${stream}.>`,
    `$JS.FC.${stream}.>`
  ]
}

/** The deployment's own user: makes streams and looks after them, and cannot publish an event. */
export const hubAdminRights: Rights = { publish: ['$JS.API.>'], subscribe: ['>'] }
