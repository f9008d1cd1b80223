import { type Static, Type } from '@sinclair/typebox'
import { copiesFor, recordShown } from '@wuhu/access'
import { beijingTime, CaseSourceNumber, type Envelope, type Title, type TransferEvent } from '@wuhu/contracts'
import {
  answerPage,
  defineQuery,
  NotFound,
  pageAnswer,
  pageQuery,
  pagesByTime,
  type QueryDefinition,
  readerBy
} from '@wuhu/host'
import { readEvents } from '@wuhu/store'
import type { TransferDeps } from '../commands/transfer-context.ts'
import type { TransferStatus } from '../domain/transfer-state.ts'
import { listUntransferred } from '../views/untransferred.ts'
import { untransferredItem } from './transfer-fields.ts'

const strict = { additionalProperties: false }
const pages = pagesByTime('untransferred', 'begun_at')

type Item = Static<typeof untransferredItem>
type Row = Awaited<ReturnType<typeof listUntransferred>>[number]
type Reason = Item['reasons'][number]

/** Why a case that shows signs of a crime has not gone to the police, by the status it is in. */
const whyNot: Partial<Record<TransferStatus, { code: Reason['code']; title: Title }>> = {
  suspected: { code: 'no-team', title: { zh: '发现涉嫌犯罪后未组成专案组', en: 'No team was formed' } },
  'team-formed': { code: 'not-reported', title: { zh: '专案组未提出书面报告', en: 'The team has not reported' } },
  reported: { code: 'not-decided', title: { zh: '正职负责人未作决定', en: 'The head has not decided' } },
  approved: { code: 'not-sent', title: { zh: '已批准，未移送', en: 'Approved and not sent' } },
  refused: { code: 'refused', title: { zh: '正职负责人不批准移送', en: 'The head refused' } },
  closed: { code: 'refused', title: { zh: '不批准移送并已办结', en: 'Refused and closed' } }
}
const instead = {
  code: 'penalty-instead',
  title: { zh: '已作行政处罚，未移送（以罚代刑）', en: 'A penalty instead of a transfer' }
} as const

/**
 * 应移送未移送: for a procuratorate, which supervises whether cases are transferred (国令310 art 14). That a penalty was decided
 * in such a case, and when, it sees even where the agency did not send it the copy that is due.
 */
export function untransferredQuery({ store, procuratorates, now }: TransferDeps): QueryDefinition {
  return defineQuery({
    name: 'transfer.untransferred',
    path: '/v1/transfers/should-have-been-transferred',
    action: 'transfer.read',
    tag: 'transfers',
    title: { zh: '应移送未移送案件（检察院）', en: 'Cases that should have been transferred (procuratorate)' },
    description: {
      zh: '有涉嫌犯罪的依据而未移送公安机关的案件及其原因，最早的在前。仅检察院可查。',
      en: 'Cases with signs of a crime that did not go to the police, and why, oldest first. For procuratorates.'
    },
    query: Type.Object(
      {
        caseNumber: Type.Optional(CaseSourceNumber()),
        ...pageQuery()
      },
      strict
    ),
    answer: pageAnswer(untransferredItem),
    async execute(call) {
      const { agency } = call.caller
      if (!procuratorates.includes(agency)) {
        throw new NotFound('transfer.procuratorate-only', 'this list is for procuratorates')
      }
      const { caseNumber, limit = 50, after } = call.query
      const from = pages.from(after)
      const { items, next } = await store.as(agency, async (reading) => {
        const found = await listUntransferred(reading.db, { procuratorate: agency, caseNumber, after: from, limit })
        const { rows: page, next } = pages.cut(found, limit)
        const events = await readEvents(reading.db, ...page.map(({ id }) => `transfer/${id}`))
        const copies = copiesFor(events, agency)
        recordShown(
          reading,
          readerBy(call),
          copies.map(({ shown }) => shown)
        )
        const items = page.map((row) =>
          toItem(
            row,
            copies.map(({ copy }) => copy).filter(({ subject }) => subject === `transfer/${row.id}`),
            now()
          )
        )
        return { items, next }
      })
      return answerPage(items, next)
    }
  })
}

/** What the row and the copies that the procuratorate may read say of one case. */
function toItem(row: Row, copies: readonly Envelope[], now: string): Item {
  const events = copies as unknown as readonly TransferEvent[]
  let grounds: readonly string[] = []
  let amountYuan: number | undefined
  let refusal: string | undefined
  const penalties: string[] = []
  for (const event of events) {
    if (event.type === 'transfer.suspected.v1') ({ grounds, amountYuan } = { amountYuan, ...event.data })
    if (event.type === 'transfer.refused.v1') refusal = event.data.reasons
    if (event.type === 'transfer.penalty-copied.v1') penalties.push(event.data.documentNumber)
  }
  const missed = row.missed ?? []
  const why = whyNot[row.status]
  const { penalised_on: decidedOn } = row
  const decided = penalties.length > 0 || missed.includes('B16') || decidedOn !== null
  return {
    id: row.id,
    caseNumber: row.case_number,
    ...(row.clue !== null && { clue: row.clue }),
    sender: row.sender ?? '',
    status: row.status,
    suspectedAt: beijingTime(row.begun_at),
    since: beijingTime(row.since),
    grounds: [...grounds],
    ...(amountYuan !== undefined && { amountYuan }),
    reasons: [
      ...(why ? [{ ...why, days: daysBetween(row.since, now) }] : []),
      ...(decided ? [{ ...instead, ...(decidedOn !== null && { days: daysBetween(decidedOn, now) }) }] : [])
    ],
    ...(refusal !== undefined && { refusal }),
    penalties,
    missed
  }
}

/** Natural days by the calendar of +08:00: from one day to the next is 1, whatever the hour. */
function daysBetween(from: Date | string, to: string): number {
  const day = (at: Date | string) =>
    Date.parse(typeof at === 'string' && at.length === 10 ? at : beijingTime(at).slice(0, 10))
  return Math.max(0, Math.round((day(to) - day(from)) / 86_400_000))
}
