import type { Actor } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'

/** What time limits are computed by is of the head of the office 办公室主任. @throws Refusal `calendar.office-only`, `calendar.role` */
export function assertOfficeHead({ agency, role }: Actor, offices: readonly string[]): void {
  if (!offices.includes(agency)) throw new Refusal('calendar.office-only', 'only the office does this')
  if (role !== 'office-head') throw new Refusal('calendar.role', 'needs role office-head in by')
}
