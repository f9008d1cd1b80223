import { type Envelope, parseActor } from '@wuhu/contracts'
import { type DocumentRule, dataOf, latest, type NameOf, ofType, textOf } from '@wuhu/documents'

type Data = Readonly<Record<string, unknown>>

/** What the police were sent: by the sender, or by the police who sent it on. */
const letterOf = (copies: readonly Envelope[], until?: Envelope) =>
  latest(copies, 'transfer.sent.v1', until) ?? latest(copies, 'transfer.rerouted.v1', until)

/** What a transfer has documents of; those of the police and the procuratorate themselves are made in their own systems. */
export const transferDocuments: readonly DocumentRule[] = [
  {
    kind: 'criminal-transfer',
    needs: { zh: '移送公安机关', en: 'the case sent to the police' },
    find({ copies, nameOf }) {
      const sent = letterOf(copies)
      if (!sent) return []
      const { sender, to, from, procuratorate, suspects, documents, letterNumber, ...data } = dataOf(sent)
      const reported = dataOf(latest(copies, 'transfer.reported.v1', sent))
      return [
        {
          ...data,
          organ: nameOf(sender) ?? '',
          // The letter that was sent on is still the one to the first addressee.
          addressee: nameOf(from ?? to),
          number: textOf(letterNumber),
          dated: sent.time,
          amountYuan: reported.amountYuan,
          suspects: suspectTexts(suspects),
          documents: documentNames(documents),
          copies: [nameOf(procuratorate)].filter((name) => name !== undefined)
        }
      ]
    }
  },
  {
    kind: 'transfer-receipt',
    needs: { zh: '公安机关签收移送', en: 'the police signed for it' },
    find: ({ copies, nameOf }) =>
      ofType(copies, 'transfer.receipted.v1').map((receipt) => {
        const sent = letterOf(copies, receipt)
        const letter = dataOf(sent)
        const { police, receiptNumber } = dataOf(receipt)
        return {
          organ: nameOf(police) ?? '',
          addressee: nameOf(letter.sender),
          caseNumber: letter.caseNumber,
          suspectedOffence: letter.suspectedOffence,
          transferNumber: letter.letterNumber,
          sentOn: sent?.time,
          receivedOn: receipt.time,
          documents: documentNames(letter.documents),
          number: textOf(receiptNumber),
          dated: receipt.time
        }
      })
  },
  {
    kind: 'opinion-answer',
    needs: { zh: '回复检察意见', en: 'the procuratorial opinion answered' },
    find: ({ copies, nameOf }) =>
      ofType(copies, 'transfer.opinion-answered.v1').map((answer) => answerData(answer, copies, nameOf))
  }
]

function answerData(answer: Envelope, copies: readonly Envelope[], nameOf: NameOf) {
  const given = latest(copies, 'transfer.opinion-received.v1', answer)
  const opinion = dataOf(given)
  const { documentNumber, ...data } = dataOf(answer)
  return {
    ...data,
    organ: nameOf(parseActor(answer.actor).agency) ?? '',
    addressee: given && nameOf(parseActor(given.actor).agency),
    caseNumber: answer.casenumber,
    opinionNumber: opinion.documentNumber,
    opinion: opinion.opinion,
    number: textOf(documentNumber),
    dated: answer.time
  }
}

/** Each of them in a few words, of what the copy has. */
function suspectTexts(suspects: unknown): string[] {
  if (!Array.isArray(suspects)) return []
  return (suspects as Data[]).flatMap(({ company, person, uscc }) => {
    const name = [company, person].filter((one) => typeof one === 'string').join('、')
    const code = typeof uscc === 'string' ? `统一社会信用代码${uscc}` : ''
    if (name === '') return code === '' ? [] : [code]
    return [code === '' ? name : `${name}（${code}）`]
  })
}

/** The material of 国令310 art 6 by name; the letter itself is not its own enclosure. */
function documentNames(documents: unknown): string[] {
  if (typeof documents !== 'object' || documents === null) return []
  const { appraisals, noAppraisal, others } = documents as Data
  const count = Array.isArray(appraisals) ? appraisals.length : 0
  return [
    '涉嫌犯罪案件情况的调查报告',
    '涉案物品清单',
    ...(count > 0 ? [`检验报告或者鉴定意见（${count}份）`] : []),
    ...(count === 0 && typeof noAppraisal === 'string' ? [`未附检验报告、鉴定意见的说明：${noAppraisal}`] : []),
    ...(Array.isArray(others) && others.length > 0 ? [`其他有关涉嫌犯罪的材料（${others.length}份）`] : [])
  ]
}
