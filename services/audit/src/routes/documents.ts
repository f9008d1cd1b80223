import { type DocumentRule, dataOf, documentRoutes, findCopies, latest, ofType, textOf } from '@wuhu/documents'
import type { App } from '@wuhu/host'
import { type Deps, unknown } from '../commands/context.ts'
import { supervisionDocuments } from './documents-supervision.ts'

const bulletinDocuments: readonly DocumentRule[] = [
  {
    kind: 'bulletin',
    needs: { zh: '印发通报', en: 'the bulletin published' },
    find: ({ copies, nameOf }) =>
      ofType(copies, 'bulletin.published.v1').map((bulletin) => {
        const { issuer, kind, documentNumber, ...data } = dataOf(bulletin)
        return {
          ...data,
          bulletinKind: kind,
          organ: nameOf(issuer) ?? '',
          number: textOf(documentNumber),
          dated: bulletin.time
        }
      })
  }
]

const suggestionDocuments: readonly DocumentRule[] = [
  {
    kind: 'suggestion-answer',
    needs: { zh: '回复建议', en: 'the suggestion answered' },
    find: ({ copies, nameOf }) =>
      ofType(copies, 'suggestion.answered.v1').map((answer) => {
        const asked = dataOf(latest(copies, 'suggestion.received.v1', answer))
        const { addressee, documentNumber, ...data } = dataOf(answer)
        return {
          ...data,
          organ: nameOf(addressee) ?? '',
          addressee: nameOf(asked.issuer),
          suggestionKind: asked.kind,
          suggestionNumber: asked.documentNumber,
          title: asked.title,
          number: textOf(documentNumber),
          dated: answer.time
        }
      })
  }
]

/** Documents 文书 of supervisions, bulletins and suggestions, for whoever takes part. */
export function auditDocumentRoutes(app: App, { store }: Pick<Deps, 'store'>): void {
  const thing = <Name extends string>(name: Name, zh: string, rules: readonly DocumentRule[]) => ({
    name,
    path: `/v1/${name}s`,
    action: `${name}.read` as const,
    tag: `${name}s`,
    title: { zh, en: `a ${name}` },
    rules,
    find: async (reading: Parameters<Parameters<typeof store.as>[1]>[0], agency: string, id: string) => {
      const found = await findCopies(reading, `${name}/${id}`, agency)
      if (found.copies.length === 0) throw unknown(name)
      return found
    }
  })
  const things = [
    thing('supervision', '督办', supervisionDocuments),
    thing('bulletin', '通报', bulletinDocuments),
    thing('suggestion', '建议', suggestionDocuments)
  ]
  documentRoutes(app, { store, things })
}
