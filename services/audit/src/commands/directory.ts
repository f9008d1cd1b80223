import { listOffices } from '@wuhu/access'
import type { Actor, AudienceEntry } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import type { Transaction } from '@wuhu/store'
import type { Acting, Standing } from '../domain/acting.ts'
import type { AuditDb } from '../tables.ts'

type Db = Pick<Transaction<AuditDb>, 'db'>

/** Who gives a command, as the directory has it now. */
export async function actingIn({ justice }: { readonly justice: string }, { db }: Db, actor: Actor): Promise<Acting> {
  const row = await db
    .selectFrom('directory_agencies')
    .select('office')
    .where('code', '=', actor.agency)
    .executeTakeFirst()
  return { ...actor, office: row?.office ?? false, justice: actor.agency === justice }
}

/** Agencies as the directory has them now, in the given order. */
export async function standingsIn({ db }: Db, agencies: readonly string[]): Promise<Standing[]> {
  if (agencies.length === 0) return []
  const rows = await db
    .selectFrom('directory_agencies')
    .select(['code', 'assessable'])
    .where('code', 'in', [...agencies])
    .execute()
  const known = new Map(rows.map(({ code, assessable }) => [code, assessable]))
  return agencies.map((agency) => ({ agency, registered: known.has(agency), assessable: known.get(agency) ?? false }))
}

/** @throws Refusal `agency.unknown` when the directory names no office */
export async function officeIn(tx: Db): Promise<string> {
  const [office] = await listOffices(tx.db)
  if (office === undefined) throw new Refusal('agency.unknown', 'the directory knows no office')
  return office
}

/** All agencies of the directory: the conference. */
export async function conferenceIn({ db }: Db): Promise<AudienceEntry[]> {
  const rows = await db.selectFrom('directory_agencies').select('code').orderBy('code').execute()
  return rows.map(({ code }) => ({ agency: code, ground: 'conference' }))
}
