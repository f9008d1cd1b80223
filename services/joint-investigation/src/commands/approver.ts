import { type Caller, listOfficers } from '@wuhu/access'
import type { Approver } from '../domain/assistance-approval.ts'
import type { Tx } from './context.ts'

/**
 * Whether the directory bears the approver of a letter out: in the agency that `organ` names, else the caller's, the person
 * holds the role now. A bureau that is no agency of the directory is not known here: its head stays a named person. So does
 * one of an agency whose officers the directory does not list; an agency's own system answers for officers that are not
 * listed, a signed-in officer does not.
 */
export async function approverStands(
  { db }: Pick<Tx, 'db'>,
  { agency: own, person: signedIn }: Pick<Caller, 'agency' | 'person'>,
  { person, role, organ }: Approver,
  now: string
): Promise<boolean> {
  const agency = organ === undefined ? own : await agencyNamed({ db }, organ)
  if (agency === undefined) return true
  const officers = await listOfficers(db, agency)
  const officer = officers.find((one) => one.person === person)
  if (!officer) return agency === own ? signedIn === undefined : officers.length === 0
  return officer.roles.some(
    (held) => held.role === role && (held.validUntil === undefined || Date.parse(held.validUntil) > Date.parse(now))
  )
}

async function agencyNamed({ db }: Pick<Tx, 'db'>, name: string): Promise<string | undefined> {
  const rows = db.selectFrom('directory_agencies').select('code').where('name', '=', name)
  return (await rows.executeTakeFirst())?.code
}
