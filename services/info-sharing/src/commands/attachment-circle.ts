import type { SealedTo } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { sql } from 'kysely'
import { currentSealingKey } from '../views/attachments.ts'
import type { Tx } from './context.ts'

/** What an agency knows of a case: whether it is open, and which agencies it may send sealed files to. */
export interface Circle {
  readonly closed: boolean
  readonly agencies: ReadonlySet<string>
}

interface Row {
  status: 'open' | 'closed'
  party: boolean
  parties: string[]
  addressees: string[] | null
  publishers: string[] | null
}

/**
 * The circle of a case as one agency knows it: a party knows the parties and whom it saw written to; an agency that was
 * only written to knows who wrote to it, so that it cannot find out by trying who else takes part.
 * undefined when the agency sees nothing of the case.
 */
export async function circleOf(tx: Pick<Tx, 'db'>, caseNumber: string, agency: string): Promise<Circle | undefined> {
  const { rows } = await sql<Row>`
    select c.status, exists (
        select 1 from case_parties p where p.case_number = c.number and p.agency = ${agency}) as party,
      array(select p.agency from case_parties p where p.case_number = c.number) as parties,
      s.addressees, s.publishers
    from cases c left join lateral (
      select array_agg(distinct g.key) filter (where g.value in ('addressee', 'party')) as addressees,
        array_agg(distinct g.key) filter (where g.value = 'publisher') as publishers
      from case_timeline t, jsonb_each_text(t.grounds) g
      where t.case_number = c.number and t.grounds ? ${agency} and t.grounds ->> ${agency} <> 'conference'
    ) s on true
    where c.number = ${caseNumber}`.execute(tx.db)
  const row = rows[0]
  if (!row || (!row.party && row.publishers === null)) return undefined
  const known = row.party ? [...row.parties, ...(row.addressees ?? []), ...(row.publishers ?? [])] : row.publishers
  return { closed: row.status === 'closed', agencies: new Set([...(known ?? []), agency]) }
}

/** @throws Refusal for an agency outside of the circle, and for a key that is not the one it publishes at `now` */
export async function assertMayBeSealedTo(
  tx: Pick<Tx, 'db'>,
  circle: Circle,
  recipients: readonly SealedTo[],
  now: string
): Promise<void> {
  for (const { agency, key } of recipients) {
    if (!circle.agencies.has(agency)) {
      throw new Refusal('attachment.recipient-not-in-case', `${agency} takes no part in the case`)
    }
    const current = await currentSealingKey(tx.db, agency, now)
    if (current === undefined) throw new Refusal('sealing-key.none', `${agency} has published no sealing key`)
    if (current !== key) throw new Refusal('sealing-key.outdated', `${agency} now publishes another sealing key`)
  }
}
