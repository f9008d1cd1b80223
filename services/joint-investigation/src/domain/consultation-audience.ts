import { type AudienceEntry, audienceOf, type ConsultEvent, type Ground } from '@wuhu/contracts'
import { type Consultation, participates } from './consultation-state.ts'

/**
 * Who may see an event of a consultation, with the state after it. An agency that sent its regrets follows in open fields
 * how it goes; one that was sent an inquiry sees the inquiry and its answer, and when all is over. Experts see nothing.
 */
export function consultationAudience(
  event: ConsultEvent,
  state: Consultation,
  publisher: string,
  offices: readonly string[]
): AudienceEntry[] {
  const { question, invitations, inquiries } = state
  return audienceOf(
    { agency: publisher, ground: 'publisher' },
    ...[question.proposer, ...offices].map((agency) => ({ agency, ground: 'party' }) as const),
    ...Object.keys(invitations).map((agency) => {
      const ground = participates(state, agency, offices) ? 'addressee' : 'conference'
      return { agency, ground } as const
    }),
    ...inquiries
      .filter((one) => told(event, one.inquiry))
      .map(({ asked }) => ({ agency: asked, ground: groundOfAsked(event) }))
  )
}

function told(event: ConsultEvent, inquiry: number): boolean {
  if (event.type === 'consult.closed.v1') return true
  const about = event.type === 'consult.inquiry-sent.v1' || event.type === 'consult.inquiry-answered.v1'
  return about && event.data.inquiry === inquiry
}

const groundOfAsked = ({ type }: ConsultEvent): Ground => (type === 'consult.closed.v1' ? 'conference' : 'addressee')
