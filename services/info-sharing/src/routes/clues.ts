import { Type } from '@sinclair/typebox'
import { classesShown, recordShown, seen, visible } from '@wuhu/access'
import {
  AgencyCode,
  beijingTime,
  CaseSourceNumber,
  type ClueEvent,
  clueReceived,
  type Envelope,
  type Ground,
  grounds,
  Instant,
  parseActor,
  type Sensitivity,
  titleOf,
  UuidV7
} from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import {
  type App,
  answerPage,
  defineQuery,
  mountQueries,
  pageAnswer,
  pageQuery,
  pagesById,
  type QueryDefinition,
  readerBy
} from '@wuhu/host'
import { together } from '@wuhu/store'
import { type ClueDeps, clueParams } from '../commands/clue-call.ts'
import { unknownClue } from '../commands/clue-streams.ts'
import { offices } from '../commands/context.ts'
import { clue } from '../domain/clue.ts'
import { type ClueState, clueGround, clueStatuses } from '../domain/clue-state.ts'
import { listClues, readClue } from '../views/clues.ts'

const strict = { additionalProperties: false }
const status = Type.Union(
  clueStatuses.map((one) => Type.Literal(one)),
  { description: '办理状态' }
)
const { channel, allegedAct, secretKind, place } = clueReceived.data.properties
const standing = {
  id: UuidV7(),
  status,
  version: Type.Integer(),
  caseNumber: Type.Optional(CaseSourceNumber()),
  intake: AgencyCode('接收单位'),
  assignee: Type.Optional(AgencyCode('经办单位')),
  dueAt: Type.Optional(Type.String({ description: '办理期限' }))
}
const item = Type.Object(
  { ...standing, title: Type.String(), channel, allegedAct, secretKind, place, receivedAt: Type.String() },
  strict
)
const entry = Type.Object(
  {
    id: UuidV7(),
    type: Type.String(),
    title: Type.Object({ zh: Type.String(), en: Type.String() }, strict),
    version: Type.Integer(),
    time: Type.String(),
    agency: AgencyCode('办理单位'),
    data: Type.Unknown({ description: '本单位可见的内容' }),
    redacted: Type.Optional(Type.Array(Type.String(), { description: '未向本单位提供的字段' }))
  },
  strict
)
const pages = pagesById('clues')

/** Mounts what can be asked about clues 线索. */
export function clueRoutes(app: App, deps: ClueDeps): void {
  mountQueries(app, clueQueries(deps))
}

/** Leads as those see them who take part; for anyone else there are none. */
export function clueQueries({ store }: ClueDeps): QueryDefinition[] {
  const list = defineQuery({
    name: 'clue.list',
    path: '/v1/clues',
    action: 'clue.read',
    tag: 'clues',
    title: { zh: '本单位接收、经办或者统筹的线索', en: 'Clues that the agency takes part in' },
    query: Type.Object(
      {
        status: Type.Optional(status),
        assignedTo: Type.Optional(AgencyCode('经办单位')),
        caseNumber: Type.Optional(CaseSourceNumber()),
        channel: Type.Optional(channel),
        receivedFrom: Type.Optional(Instant('接收时间不早于')),
        receivedTo: Type.Optional(Instant('接收时间早于')),
        ...pageQuery()
      },
      strict
    ),
    answer: pageAnswer(item),
    async execute(call) {
      const { after, limit = 50, ...filter } = call.query
      const { agency } = call.caller
      const from = pages.from(after)?.id
      const office = (await offices(store)).includes(agency)
      const page = await store.as(agency, async (reading) => {
        const found = await listClues(reading.db, { ...filter, agency, office, after: from, limit })
        const page = pages.cut(found, limit)
        const shown = page.rows.map((row) => shownOf(row.id, row.case_number, ['open', 'work']))
        recordShown(reading, readerBy(call), shown)
        return page
      })
      return answerPage(page.rows.map(toItem), page.next)
    }
  })

  const one = defineQuery({
    name: 'clue.get',
    path: '/v1/clues/:id',
    action: 'clue.read',
    tag: 'clues',
    title: { zh: '一条线索及其办理过程', en: 'A clue and what happened to it' },
    description: {
      zh: '接收单位无须询问即可了解进展；未向本单位提供的字段列在 redacted 中。',
      en: 'Those who sent it follow its progress here; fields that the agency may not see are listed in redacted.'
    },
    params: clueParams,
    answer: Type.Object(
      {
        ...standing,
        outcome: Type.Optional(
          Type.String({ description: '立案 filed、不予立案 not-filed、报送移送 referred、移送公安 transferred' })
        ),
        mergedInto: Type.Optional(UuidV7('并入的线索')),
        clue: Type.Unknown({ description: '线索内容' }),
        redacted: Type.Optional(Type.Array(Type.String())),
        history: Type.Array(entry)
      },
      strict
    ),
    async execute(call) {
      const { id } = call.params
      const { agency } = call.caller
      const { envelopes, version, state, ground } = await store.as(agency, async (reading) => {
        const [all, officesNow] = await together([readClue(reading.db, id), offices(reading)])
        const state = fold(clue, all as unknown as ClueEvent[])
        const ground = clueGround(state, agency, officesNow)
        if (ground === undefined) throw unknownClue()
        const envelopes = all.filter((event) => isTold(event, agency))
        const shown = envelopes.map((event) => {
          const classes = classesShown(event.type, { agency, ground: strongerGround(event, agency, ground) })
          return shownOf(id, state.caseNumber, classes)
        })
        recordShown(reading, readerBy(call), shown)
        return { envelopes, version: all.length, state, ground }
      })
      const history = envelopes.map((envelope) => toEntry(envelope, agency, ground))
      const [received] = history
      const body = {
        ...standingOf(id, version, state),
        ...(state.outcome !== undefined && { outcome: state.outcome }),
        ...(state.mergedInto !== undefined && { mergedInto: state.mergedInto }),
        clue: received?.data,
        ...(received?.redacted && { redacted: received.redacted }),
        history
      }
      return { body, version }
    }
  })

  return [list, one]
}

const standingOf = (id: string, version: number, state: ClueState) => ({
  id,
  status: state.status,
  version,
  ...(state.caseNumber !== undefined && { caseNumber: state.caseNumber }),
  intake: state.intake,
  ...(state.assignee !== undefined && { assignee: state.assignee }),
  ...(state.dueAt !== undefined && { dueAt: beijingTime(state.dueAt) })
})

type Row = Awaited<ReturnType<typeof listClues>>[number]

/** Every row is of a clue that the reader takes part in: on that ground open and work fields are shown, and no others are here. */
const toItem = (row: Row) => ({
  ...standingOf(row.id, row.version, row.state),
  title: row.title,
  channel: row.channel,
  allegedAct: row.alleged_act,
  ...(row.secret_kind !== null && { secretKind: row.secret_kind }),
  ...(row.place !== null && { place: row.place }),
  receivedAt: beijingTime(row.received_at)
})

const shownOf = (id: string, caseNumber: string | null | undefined, classes: readonly Sensitivity[]) => ({
  caseNumber,
  subject: `clue/${id}`,
  classes
})

/** That a reporter was told says that one is known: it is for those alone who were told of it. */
const isTold = ({ type, audience }: Envelope, agency: string) =>
  type !== 'clue.reporter-informed.v1' || visible(agency, audience) !== undefined

/**
 * Who takes part now sees the whole story, on the stronger of its grounds then and now. What it was not told when it
 * happened it does not read as if it had been written to: police detail, and which leads resemble each other, stay with
 * those who were.
 */
export function strongerGround({ audience, type }: Envelope, agency: string, now: Ground): Ground {
  const then = visible(agency, audience)
  if (then === undefined) {
    const read = classesShown(type, { agency, ground: now })
    return now === 'addressee' && read.includes('investigation') ? 'statutory-copy' : now
  }
  return grounds.indexOf(then) < grounds.indexOf(now) ? then : now
}

function toEntry(envelope: Envelope, agency: string, now: Ground) {
  const ground = strongerGround(envelope, agency, now)
  const { id, type, streamversion, time, actor, data, redacted } = seen(envelope, agency, ground)
  return {
    id,
    type,
    title: titleOf(type),
    version: streamversion,
    time,
    agency: parseActor(actor).agency,
    data,
    ...(redacted !== undefined && { redacted: redacted.split(',') })
  }
}
