import { Type } from '@sinclair/typebox'
import { classesShown, recordShown, seen } from '@wuhu/access'
import {
  AgencyCode,
  beijingTime,
  type CaseEvent,
  CaseSourceNumber,
  Instant,
  numberKind,
  titleOf
} from '@wuhu/contracts'
import { answerPage, createPages, defineQuery, pageAnswer, pageQuery, type QueryDefinition, readerBy } from '@wuhu/host'
import { together } from '@wuhu/store'
import { unknownCase } from '../commands/cases.ts'
import type { Deps } from '../commands/context.ts'
import { listCases, loadCase } from '../views/cases.ts'
import { readTimeline, type TimelineEntry } from '../views/timeline.ts'

const strict = { additionalProperties: false }
/** Numbers of a case that are listed; agencies have a handful each. */
const mostNumbers = 1000
const status = Type.Union([Type.Literal('open'), Type.Literal('closed')], { description: '在办 open、办结 closed' })

const summary = {
  number: CaseSourceNumber(),
  status,
  title: Type.String(),
  openedBy: AgencyCode(),
  openedAt: Type.String(),
  closedAt: Type.Optional(Type.String())
}
const entry = Type.Object(
  { at: Type.String(), title: Type.Object({ zh: Type.String(), en: Type.String() }, strict), event: Type.Any() },
  strict
)
const casePages = createPages(
  'cases',
  Type.Object({ openedAt: Instant(), number: CaseSourceNumber() }),
  ({ opened_at, number }: { readonly opened_at: Date; readonly number: string }) => ({
    openedAt: opened_at.toISOString(),
    number
  })
)
const timelinePlace = Type.Object({ at: Type.String(), stream: Type.String(), version: Type.Integer() })
const timelinePages = (number: string) =>
  createPages(`case ${number}`, timelinePlace, ({ place }: Pick<TimelineEntry, 'place'>) => place)

/** The case register 案源 as its parties see it. */
export function caseQueries({ store }: Deps): QueryDefinition[] {
  const list = defineQuery({
    name: 'case.list',
    path: '/v1/cases',
    action: 'case.read',
    tag: 'cases',
    title: { zh: '本单位参与的案源', en: 'Cases that the agency takes part in' },
    query: Type.Object({ status: Type.Optional(status), ...pageQuery() }, strict),
    answer: pageAnswer(Type.Object(summary, strict)),
    async execute(call) {
      const { status, limit = 50, after } = call.query
      const { agency } = call.caller
      const asked = { agency, status, after: casePages.from(after), limit }
      const page = await store.as(agency, async (reading) => {
        const page = casePages.cut(await listCases(reading.db, asked), limit)
        recordShown(reading, readerBy(call), page.rows.map(headShown))
        return page
      })
      return answerPage(page.rows.map(toSummary), page.next)
    }
  })

  const one = defineQuery({
    name: 'case.get',
    path: '/v1/cases/:number',
    action: 'case.read',
    tag: 'cases',
    title: { zh: '案源及办理过程', en: 'A case and what happened to it' },
    description: {
      zh: '办理过程只列本单位有权知悉的事件；受函单位虽非参与单位，亦可见发给自己的事件。',
      en: 'Of what happened, only what the agency may know; an agency that was written to sees that, even if it is no party.'
    },
    params: Type.Object({ number: CaseSourceNumber() }, strict),
    query: Type.Object(pageQuery(200, 500), strict),
    answer: Type.Object(
      {
        number: CaseSourceNumber(),
        standing: Type.Union([Type.Literal('party'), Type.Literal('recipient')], { description: '参与单位、收件单位' }),
        status: Type.Optional(status),
        title: Type.Optional(Type.String()),
        openedBy: Type.Optional(AgencyCode()),
        openedAt: Type.Optional(Type.String()),
        closedAt: Type.Optional(Type.String()),
        version: Type.Optional(Type.Integer()),
        clue: Type.Optional(Type.String()),
        parties: Type.Optional(Type.Array(Type.Object({ agency: AgencyCode(), since: Type.String() }, strict))),
        numbers: Type.Optional(
          Type.Array(
            Type.Object(
              { agency: AgencyCode(), kind: numberKind, linked: Type.String(), linkedAt: Type.String() },
              strict
            )
          )
        ),
        timeline: Type.Array(entry),
        next: Type.Optional(Type.String())
      },
      strict
    ),
    async execute(call) {
      const { number } = call.params
      const { limit = 200, after } = call.query
      const agency = call.caller.agency
      const pages = timelinePages(number)
      const place = pages.from(after)
      const { found, page, linking, party } = await store.as(agency, async (reading) => {
        const seen = { caseNumber: number, agency }
        const [found, entries, linking] = await together([
          loadCase(reading.db, number),
          readTimeline(reading.db, { ...seen, after: place, limit }),
          readTimeline(reading.db, { ...seen, type: 'case.number-linked.v1', limit: mostNumbers })
        ])
        const party = found?.parties.some((one) => one.agency === agency)
        const page = pages.cut(entries, limit)
        const shown = page.rows.map((one) => entryShown(number, one, agency))
        recordShown(reading, readerBy(call), found && party ? [headShown(found), ...shown] : shown)
        return { found, page, linking, party }
      })
      if (!party && page.rows.length === 0) throw unknownCase()
      const timeline = page.rows.map((one) => toEntry(one, agency))
      const { next } = page
      const rest = { timeline, ...(next && { next }) }
      if (!found || !party) return { body: { number, standing: 'recipient', ...rest }, ...(next && { next }) }
      const parties = found.parties.map(({ agency, since }) => ({ agency, since: beijingTime(since) }))
      const numbers = linking.map(toNumber)
      const { version, clue } = found
      const body = {
        ...toSummary(found),
        standing: 'party',
        version,
        ...(clue !== null && { clue }),
        parties,
        numbers,
        ...rest
      }
      return { body, version, ...(next && { next }) }
    }
  })

  return [list, one]
}

/** A number that was linked, as far as the agency may see the event that linked it. */
function toNumber({ event }: TimelineEntry) {
  const { agency, kind, linked } = event.data as Extract<CaseEvent, { type: 'case.number-linked.v1' }>['data']
  return { agency, kind, linked, linkedAt: event.time }
}

interface CaseRow {
  number: string
  status: 'open' | 'closed'
  title: string
  opened_by: string
  opened_at: Date
  closed_at: Date | null
}

const toSummary = ({ number, status, title, opened_by, opened_at, closed_at }: CaseRow) => ({
  number,
  status,
  title,
  openedBy: opened_by,
  openedAt: beijingTime(opened_at),
  ...(closed_at && { closedAt: beijingTime(closed_at) })
})

/** What the head of a case shows: title, parties and numbers are work. */
const headShown = ({ number }: { readonly number: string }) => ({
  caseNumber: number,
  subject: `case/${number}`,
  classes: ['open', 'work'] as const
})

const entryShown = (caseNumber: string, { event, ground }: TimelineEntry, agency: string) => ({
  caseNumber,
  subject: event.subject,
  classes: classesShown(event.type, { agency, ground })
})

function toEntry({ event, ground }: TimelineEntry, agency: string) {
  return { at: event.time, title: titleOf(event.type), event: seen(event, agency, ground) }
}
