import { Refusal } from '@wuhu/decider'

/** Work on a case in another service: 移送, 协查, 会商. */
export type WorkKind = 'transfer' | 'assistance' | 'consultation'

/**
 * Nothing ends while work on it is under way in another service. Which work it is, is told to those who take part in it:
 * whoever asks here may be none of them.
 * @throws Refusal `clue.open-work`, `case.open-work`
 */
export function assertNoOpenWork(what: 'clue' | 'case', open: boolean): void {
  if (open) throw new Refusal(`${what}.open-work`, 'work on the case is still under way')
}
