import type { MasterKey } from './master-key.ts'

/**
 * The code with which an officer sets the first password: 160 bits, in groups. It follows from the account and the
 * version at which it was created or reset, so that a repeated command answers the same code and none is stored.
 */
export function enrolmentCode(key: MasterKey, account: string, version: number): string {
  const bytes = key.tag('enrolment', `${account}\n${version}`).subarray(0, 20)
  return (bytes.toString('hex').match(/.{8}/g) ?? []).join('-')
}
