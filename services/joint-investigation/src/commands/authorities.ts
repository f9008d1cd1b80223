import { areRegistered } from '@wuhu/access'
import { Refusal } from '@wuhu/decider'
import type { Kysely } from 'kysely'
import type { JointDb } from '../tables.ts'

/** Which agencies of the directory are police 公安, procuratorates 检察院 and courts 法院: settings of the service. */
export interface Authorities {
  readonly police: readonly string[]
  readonly procuratorates: readonly string[]
  readonly courts: readonly string[]
}

/** Whether the agency handles cases administratively: it transfers to the police, and they to nobody. */
export function isAdministrative({ police, procuratorates, courts }: Authorities, agency: string): boolean {
  return ![police, procuratorates, courts].some((codes) => codes.includes(agency))
}

/** Whether the agency may be given a case to handle administratively. */
export const mayHandle = async (db: Kysely<JointDb>, authorities: Authorities, agency: string) =>
  isAdministrative(authorities, agency) && (await areRegistered(db, [agency]))

/** Whether the agency is police that the directory knows. */
export const arePolice = async (db: Kysely<JointDb>, { police }: Authorities, agency: string) =>
  police.includes(agency) && (await areRegistered(db, [agency]))

/** The procuratorate that supervises a transfer: the named one, or the first there is. @throws Refusal */
export function procuratorateFor({ procuratorates }: Authorities, named?: string): string {
  const [first] = procuratorates
  const one = named ?? first
  if (one === undefined || !procuratorates.includes(one)) {
    throw new Refusal('transfer.not-procuratorate', `${one ?? 'none'} is no procuratorate of the mechanism`)
  }
  return one
}
