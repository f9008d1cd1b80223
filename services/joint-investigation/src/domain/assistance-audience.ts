import { type AudienceEntry, audienceOf } from '@wuhu/contracts'
import type { Assistance } from './assistance-state.ts'

/**
 * Who may see an event of an assistance, with the state after it. The requester is a party to the case; a reply 复函 is
 * a letter to it, police status included. Agencies that handed the letter on follow how it goes, and no content any more.
 */
export function assistanceAudience(type: string, state: Assistance, publisher: string): AudienceEntry[] {
  const { letter, addressee, former } = state
  return audienceOf(
    { agency: publisher, ground: 'publisher' },
    { agency: letter.requester, ground: type === 'assist.replied.v1' ? 'addressee' : 'party' },
    addressee === undefined ? undefined : { agency: addressee, ground: 'addressee' },
    ...former.map((agency) => ({ agency, ground: 'conference' as const }))
  )
}
