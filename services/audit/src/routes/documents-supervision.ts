import type { Envelope } from '@wuhu/contracts'
import { type DocumentRule, dataOf, latest, type NameOf, ofType, textOf } from '@wuhu/documents'

/** What a supervision has documents of: the card of the office or of the bureau of justice, the letter, the reports. */
export const supervisionDocuments: readonly DocumentRule[] = [
  {
    kind: 'supervision',
    needs: { zh: '发出督办', en: 'the card issued' },
    find: ({ copies, nameOf }) => issued(copies, (document) => document === 'supervision-card', nameOf)
  },
  {
    kind: 'law-supervision-notice',
    needs: { zh: '司法局发出行政执法监督文书', en: 'a document of the bureau of justice issued' },
    find: ({ copies, nameOf }) => issued(copies, (document) => document !== 'supervision-card', nameOf)
  },
  {
    kind: 'request-letter',
    needs: { zh: '发出商请函', en: 'the letter of request sent' },
    find: ({ copies, nameOf }) =>
      ofType(copies, 'supervise.letter-sent.v1').map((letter) => {
        const { issuer, target, documentNumber, ...data } = dataOf(letter)
        return {
          ...data,
          organ: nameOf(issuer) ?? '',
          addressee: nameOf(target),
          number: textOf(documentNumber),
          dated: letter.time
        }
      })
  },
  {
    kind: 'rectification-report',
    needs: { zh: '反馈整改情况', en: 'a report on the card' },
    find: ({ copies, nameOf }) =>
      ofType(copies, 'supervise.reported.v1').map((report) => {
        const card = dataOf(latest(copies, 'supervise.issued.v1', report))
        const { target, documentNumber, ...data } = dataOf(report)
        return {
          ...data,
          organ: nameOf(target) ?? '',
          addressee: nameOf(card.issuer),
          title: card.title,
          supervisionNumber: card.documentNumber,
          number: textOf(documentNumber),
          dated: report.time
        }
      })
  }
]

function issued(copies: readonly Envelope[], is: (document: unknown) => boolean, nameOf: NameOf) {
  return ofType(copies, 'supervise.issued.v1').flatMap((card) => {
    const { issuer, target, days, documentNumber, subject: _, approver: __, ...data } = dataOf(card)
    if (!is(data.document)) return []
    return [
      {
        ...data,
        organ: nameOf(issuer) ?? '',
        target: nameOf(target),
        caseNumber: card.casenumber,
        card: dataOf(latest(copies, 'supervise.carded.v1')).colour,
        limit: typeof days === 'number' ? `${days}个工作日` : undefined,
        number: textOf(documentNumber),
        dated: card.time
      }
    ]
  })
}
