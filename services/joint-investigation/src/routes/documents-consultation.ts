import { type Envelope, parseActor } from '@wuhu/contracts'
import { type DocumentRule, dataOf, latest, type NameOf, ofType, textOf } from '@wuhu/documents'

type Data = Readonly<Record<string, unknown>>

/** What a consultation has documents of: the application and each draft of the minutes, signed or not yet. */
export const consultationDocuments: readonly DocumentRule[] = [
  {
    kind: 'consultation-application',
    needs: { zh: '提请会商', en: 'the consultation proposed' },
    find({ copies, nameOf }) {
      // Whoever was invited later has the question in the invitation.
      const proposed = latest(copies, 'consult.proposed.v1') ?? latest(copies, 'consult.invited.v1')
      if (!proposed) return []
      const { proposer, companies, agencies: _, note: __, ...question } = dataOf(proposed)
      const invited = ofType(copies, 'consult.invited.v1').flatMap((one) => list(dataOf(one).agencies))
      return [
        {
          ...question,
          organ: nameOf(proposer) ?? '',
          dated: proposed.time,
          companies: list(companies).map((one) => (one as { company?: string }).company),
          invited: [...new Set(invited)].map(nameOf),
          meetsAt: dataOf(latest(copies, 'consult.convened.v1')).meetsAt,
          decision: decisionOf(copies)
        }
      ]
    }
  },
  {
    kind: 'consultation-minutes',
    needs: { zh: '起草会商纪要', en: 'the minutes drafted' },
    find: ({ copies, nameOf }) =>
      ofType(copies, 'consult.minutes-drafted.v1').map((draft) => minutesData(draft, copies, nameOf))
  }
]

function decisionOf(copies: readonly Envelope[]): string | undefined {
  const declined = latest(copies, 'consult.declined.v1')
  if (declined) return `不予受理：${dataOf(declined).reason ?? ''}`
  const accepted = latest(copies, 'consult.accepted.v1')
  return accepted && `同意受理。${dataOf(accepted).note ?? ''}`
}

function minutesData(draft: Envelope, copies: readonly Envelope[], nameOf: NameOf) {
  const { round, number, text, conclusion } = dataOf(draft)
  const ofRound = (type: string) => ofType(copies, type).filter((one) => dataOf(one).round === round)
  const [signed] = ofRound('consult.minutes-signed.v1')
  const held = dataOf(latest(copies, 'consult.held.v1', draft))
  const question = dataOf(latest(copies, 'consult.proposed.v1') ?? latest(copies, 'consult.invited.v1'))
  const attendees = list(held.attendees) as Data[]
  const dissents = signed
    ? (list(dataOf(signed).dissent) as Data[])
    : ofRound('consult.dissent-recorded.v1').map((one) => dataOf(one).dissent as Data)
  return {
    organ: nameOf(parseActor(draft.actor).agency) ?? '',
    dated: (signed ?? draft).time,
    number: textOf(number),
    caseNumber: draft.casenumber,
    heldOn: held.heldAt,
    proposer: nameOf(question.proposer),
    question: question.question,
    text,
    conclusion,
    dissents: dissents.filter((one) => one).map((one) => ({ ...one, agency: nameOf(one.agency) })),
    followUps: ofType(copies, 'consult.follow-up-assigned.v1').map((one) => ({
      ...dataOf(one),
      owner: nameOf(dataOf(one).owner)
    })),
    attendees: attendees.map(({ agency, name }) => `${name ?? ''}（${nameOf(agency) ?? ''}）`),
    unsigned: signed === undefined,
    copies: [...new Set(attendees.map(({ agency }) => nameOf(agency)))]
  }
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
