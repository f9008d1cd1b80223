import type { AppraiserEvent, Envelope, ExpertEvent } from '@wuhu/contracts'
import type { ColumnType, Kysely } from 'kysely'
import type { Candidate, Concerned } from '../domain/conflict-of-interest.ts'

export interface CandidateTables {
  candidates: {
    id: string
    kind: Candidate['kind']
    removed: boolean
    name: string
    uscc: string | null
    employer: string | null
    employer_uscc: string | null
    conflicts: ColumnType<Concerned[], string, string>
    valid_until: string | null
    version: number
  }
}

type Row = Omit<CandidateTables['candidates'], 'id' | 'removed' | 'conflicts' | 'version'> & { conflicts: string }

/** Who may be asked, as info-sharing's pool of experts and register of institutions say. */
export const candidateView = {
  name: 'candidates',
  tables: ['candidates'] as const,

  /** Repeating an event changes nothing; other event types are ignored. */
  async apply<DB extends CandidateTables>(given: Kysely<DB>, envelope: Envelope): Promise<void> {
    const db = given as unknown as Kysely<CandidateTables>
    const event = { type: envelope.type, data: envelope.data } as ExpertEvent | AppraiserEvent
    switch (event.type) {
      case 'expert.registered.v1':
      case 'expert.updated.v1': {
        const { name, employer, employerUscc = null, conflicts = [], validUntil = null } = event.data
        const near = { name, uscc: null, employer, employer_uscc: employerUscc, conflicts: JSON.stringify(conflicts) }
        return await keep(db, envelope, { kind: 'expert', ...near, valid_until: validUntil })
      }
      case 'appraiser.registered.v1':
      case 'appraiser.updated.v1': {
        const { name, uscc = null, conflicts = [], validUntil = null } = event.data
        const near = { name, uscc, employer: null, employer_uscc: null, conflicts: JSON.stringify(conflicts) }
        return await keep(db, envelope, { kind: 'appraiser', ...near, valid_until: validUntil })
      }
      case 'expert.removed.v1':
      case 'appraiser.removed.v1':
        await db
          .updateTable('candidates')
          .set({ removed: true, version: envelope.streamversion })
          .where('id', '=', idOf(envelope))
          .where('version', '<', envelope.streamversion)
          .execute()
    }
  }
}

const idOf = ({ subject }: Envelope) => subject.slice(subject.indexOf('/') + 1)

async function keep(db: Kysely<CandidateTables>, envelope: Envelope, row: Row): Promise<void> {
  const { streamversion: version } = envelope
  await db
    .insertInto('candidates')
    .values({ id: idOf(envelope), removed: false, version, ...row })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ version, ...row })
        .where('candidates.version', '<', version)
    )
    .execute()
}

/** The entry with this id; undefined when there is none in force. */
export async function loadCandidate<DB extends CandidateTables>(
  db: Kysely<DB>,
  id: string
): Promise<Candidate | undefined> {
  const row = await (db as unknown as Kysely<CandidateTables>)
    .selectFrom('candidates')
    .selectAll()
    .where('id', '=', id)
    .where('removed', '=', false)
    .executeTakeFirst()
  if (!row) return undefined
  const { kind, name, conflicts } = row
  return {
    ...{ kind, id, name, conflicts },
    uscc: row.uscc ?? undefined,
    employer: row.employer ?? undefined,
    employerUscc: row.employer_uscc ?? undefined,
    validUntil: row.valid_until ?? undefined
  }
}
