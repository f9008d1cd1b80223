import { type AudienceEntry, audienceOf } from '@wuhu/contracts'
import { involvedIn, type Supervision } from './supervision-state.ts'

/**
 * Who may see an event of a supervision, with the state after it: who issued it, and the target from the card or letter
 * on. Nobody else: that an agency is supervised is not told around.
 */
export function supervisionAudience(state: Supervision, publisher: string): AudienceEntry[] {
  const { issuer, target } = state.proposal
  return audienceOf(
    { agency: publisher, ground: 'publisher' },
    { agency: issuer, ground: 'party' },
    involvedIn(state, target) ? { agency: target, ground: 'addressee' } : undefined
  )
}
