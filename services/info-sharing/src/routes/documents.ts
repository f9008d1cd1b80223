import { type ClueEvent, type Envelope, parseActor } from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import { type DocumentRule, dataOf, documentRoutes, findCopies, latest, ofType, textOf } from '@wuhu/documents'
import type { App } from '@wuhu/host'
import { together } from '@wuhu/store'
import type { ClueDeps } from '../commands/clue-call.ts'
import { unknownClue } from '../commands/clue-streams.ts'
import { offices } from '../commands/context.ts'
import { clue } from '../domain/clue.ts'
import { clueGround } from '../domain/clue-state.ts'
import { readClue } from '../views/clues.ts'
import { strongerGround } from './clues.ts'

const assigned = 'clue.assigned.v1'
const referred = 'clue.referred.v1'

/** What the lead is about, as far as the reader may know, at a step of it. */
function clueData(copies: readonly Envelope[], step: Envelope) {
  const received = dataOf(latest(copies, 'clue.received.v1'))
  const registered = dataOf(latest(copies, 'clue.registered.v1'))
  return { ...received, title: registered.title ?? received.title, caseNumber: step.casenumber, dated: step.time }
}

/** What a clue has documents of: each handing over of it, to a member or to a body outside. */
const clueDocuments: readonly DocumentRule[] = [
  {
    kind: 'clue-transfer-register',
    needs: { zh: '线索分办或者报送移送', en: 'the clue assigned or referred' },
    find: ({ copies, nameOf }) =>
      ofType(copies, assigned, referred).map((step) => {
        const { to, outside, instruction, ground, dueAt } = dataOf(step)
        const data = clueData(copies, step)
        return {
          ...data,
          intake: nameOf(dataOf(latest(copies, 'clue.received.v1')).intake),
          organ: nameOf(parseActor(step.actor).agency) ?? '',
          to: outside ?? nameOf(to),
          reason: instruction ?? ground,
          dueAt
        }
      })
  },
  {
    kind: 'case-transfer-letter',
    needs: { zh: '报送、移送管辖', en: 'the clue referred' },
    find: ({ copies, nameOf }) =>
      ofType(copies, referred).map((step) => {
        const { to, outside, ground, documentNumber } = dataOf(step)
        return {
          ...clueData(copies, step),
          organ: nameOf(parseActor(step.actor).agency) ?? '',
          addressee: outside ?? nameOf(to),
          ground,
          materials: ['线索移送登记表'],
          number: textOf(documentNumber)
        }
      })
  }
]

/** Documents 文书 of clues, for whoever takes part in them now. */
export function clueDocumentRoutes(app: App, { store }: Pick<ClueDeps, 'store'>): void {
  documentRoutes(app, {
    store,
    things: [
      {
        name: 'clue',
        path: '/v1/clues',
        action: 'clue.read',
        tag: 'clues',
        title: { zh: '线索', en: 'a clue' },
        rules: clueDocuments,
        async find(reading, agency, id) {
          const [envelopes, officesNow] = await together([readClue(reading.db, id), offices(reading)])
          const state = fold(clue, envelopes as unknown as ClueEvent[])
          const ground = clueGround(state, agency, officesNow)
          if (state.status === 'none' || ground === undefined) throw unknownClue()
          const groundOf = (event: Envelope) => strongerGround(event, agency, ground)
          const { copies, shown } = await findCopies(reading, `clue/${id}`, agency, groundOf)
          return { copies, shown: shown.map((one) => ({ ...one, caseNumber: one.caseNumber ?? state.caseNumber })) }
        }
      }
    ]
  })
}
