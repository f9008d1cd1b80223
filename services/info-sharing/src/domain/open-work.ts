import { Refusal } from '@wuhu/decider'

/** Work on a case in another service: 移送, 协查, 会商. */
export const workKinds = ['transfer', 'assistance', 'consultation'] as const
export type WorkKind = (typeof workKinds)[number]

/**
 * Nothing ends while work on it is under way in another service.
 * @throws Refusal `clue.open-transfer`, `case.open-assistance` and so on, naming all kinds that are open
 */
export function assertNoOpenWork(what: 'clue' | 'case', open: readonly WorkKind[]): void {
  const [first] = open
  if (first !== undefined) throw new Refusal(`${what}.open-${first}`, `still open on the case: ${open.join(', ')}`)
}
