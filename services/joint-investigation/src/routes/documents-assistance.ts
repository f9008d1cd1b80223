import { parseActor } from '@wuhu/contracts'
import { type DocumentRule, dataOf, latest, ofType, textOf } from '@wuhu/documents'

/** What an assistance has documents of: its letters and the replies to them. */
export const assistanceDocuments: readonly DocumentRule[] = [
  {
    kind: 'assistance-letter',
    needs: { zh: '发出协查函', en: 'the letter sent' },
    find({ copies, nameOf }) {
      const requested = latest(copies, 'assist.requested.v1')
      // An agency that the letter was forwarded to has it in that event only.
      const letter = requested ?? latest(copies, 'assist.forwarded.v1')
      if (!letter) return []
      const { requester, addressee, from, letterNumber, ...data } = dataOf(letter)
      return [
        {
          ...data,
          organ: nameOf(requester) ?? '',
          addressee: nameOf(addressee ?? from),
          number: textOf(letterNumber),
          dated: letter.time
        }
      ]
    }
  },
  {
    kind: 'external-letter',
    needs: { zh: '向机制外单位发出协查函', en: 'a letter sent outside' },
    find: ({ copies, nameOf }) =>
      ofType(copies, 'assist.external-requested.v1').map((letter) => {
        const { requester, external, letterNumber, ...data } = dataOf(letter)
        return {
          ...data,
          organ: nameOf(requester) ?? '',
          addressee: (external as { name?: string } | undefined)?.name,
          number: textOf(letterNumber),
          dated: letter.time
        }
      })
  },
  {
    kind: 'assistance-reply',
    needs: { zh: '复函', en: 'a reply' },
    find: ({ copies, nameOf }) =>
      ofType(copies, 'assist.replied.v1').map((reply) => {
        const asked = dataOf(latest(copies, 'assist.requested.v1') ?? latest(copies, 'assist.forwarded.v1', reply))
        const { letterNumber: number, ...data } = dataOf(reply)
        return {
          ...data,
          organ: nameOf(parseActor(reply.actor).agency) ?? '',
          addressee: nameOf(asked.requester),
          title: asked.title,
          letterNumber: asked.letterNumber,
          number: textOf(number),
          dated: reply.time
        }
      })
  }
]
