import { Type } from '@sinclair/typebox'
import { copiesFor, recordShown } from '@wuhu/access'
import {
  beijingTime,
  CaseSourceNumber,
  type Envelope,
  type Sensitivity,
  type TransferEvent,
  titleOf
} from '@wuhu/contracts'
import { fold } from '@wuhu/decider'
import { answerPage, defineQuery, pageAnswer, pageQuery, pagesByTime, type QueryDefinition, readerBy } from '@wuhu/host'
import { readEvents } from '@wuhu/store'
import type { Kysely } from 'kysely'
import { type TransferDeps, transferParams, transferStatus, unknownTransfer } from '../commands/transfer-context.ts'
import { transfer } from '../domain/transfer.ts'
import { nextOf } from '../domain/transfer-next.ts'
import type { Transfer } from '../domain/transfer-state.ts'
import { transferThresholds } from '../domain/transfer-thresholds.ts'
import type { JointDb } from '../tables.ts'
import { listTransfers } from '../views/transfers.ts'
import { transferDetail, transferSummary } from './transfer-fields.ts'

const strict = { additionalProperties: false }
const pages = pagesByTime('transfers', 'begun_at')
const role = Type.Union([Type.Literal('sender'), Type.Literal('police'), Type.Literal('procuratorate')], {
  description: '本单位为移送机关 sender、现受案公安机关 police 或检察院 procuratorate'
})

/** Transfers 移送 as the agencies see them that were told of each. */
export function transferQueries({ store }: Pick<TransferDeps, 'store'>): QueryDefinition[] {
  const list = defineQuery({
    name: 'transfer.list',
    path: '/v1/transfers',
    action: 'transfer.read',
    tag: 'transfers',
    title: { zh: '本单位知悉的移送', en: 'Transfers that the agency was told of' },
    query: Type.Object(
      {
        role: Type.Optional(role),
        status: Type.Optional(transferStatus),
        caseNumber: Type.Optional(CaseSourceNumber()),
        ...pageQuery()
      },
      strict
    ),
    answer: pageAnswer(transferSummary),
    async execute(call) {
      const { role, status, caseNumber, limit = 50, after } = call.query
      const { agency } = call.caller
      const asked = { agency, role, status, caseNumber, after: pages.from(after), limit }
      const page = await store.as(agency, async (reading) => {
        const page = pages.cut(await listTransfers(reading.db, asked), limit)
        const shown = page.rows.map(({ id, case_number }) => shownOf(id, case_number, ['open']))
        recordShown(reading, readerBy(call), shown)
        return page
      })
      return answerPage(page.rows.map(toSummary), page.next)
    }
  })

  const one = defineQuery({
    name: 'transfer.get',
    path: '/v1/transfers/:id',
    action: 'transfer.read',
    tag: 'transfers',
    title: { zh: '移送及办理过程', en: 'A transfer and what happened to it' },
    description: {
      zh: '办公室仅见公开字段：可据此提示逾期，不涉及办理内容。',
      en: 'The office sees open fields only: enough to tell a missed clock, nothing of the content.'
    },
    params: transferParams,
    answer: transferDetail,
    async execute(call) {
      const { agency } = call.caller
      const { id } = call.params
      const body = await store.as(agency, async (reading) => {
        const events = await readEvents(reading.db, `transfer/${id}`)
        const told = copiesFor(events, agency)
        const detail = {
          ...toDetail(
            id,
            events,
            told.map(({ copy }) => copy)
          ),
          ...(await clocksOf(reading.db, id))
        }
        recordShown(
          reading,
          readerBy(call),
          told.map(({ shown }) => shown)
        )
        return detail
      })
      return { body, version: body.version }
    }
  })

  return [list, one]
}

const shownOf = (id: string, caseNumber: string, classes: readonly Sensitivity[]) => ({
  caseNumber,
  subject: `transfer/${id}`,
  classes
})

/** Clocks of the transfer that run or were missed, as far as the agency is told of them. */
async function clocksOf(db: Kysely<JointDb>, id: string) {
  const rows = await db
    .selectFrom('deadlines')
    .select(['rule', 'holder', 'status', 'due_at', 'state'])
    .where('subject', '=', `transfer/${id}`)
    .where('status', 'in', ['open', 'suspended', 'breached', 'met'])
    .orderBy('due_at')
    .execute()
  const clocks = rows.map(({ rule, holder, status, due_at, state: { late } }) => {
    return { rule, holder, state: status, late, ...(due_at && { dueAt: beijingTime(due_at) }) }
  })
  return {
    deadlines: clocks
      .filter(({ state }) => state === 'open' || state === 'suspended')
      .map(({ late: _, ...one }) => one),
    missed: clocks.flatMap(({ rule, holder, state, late, dueAt = '' }) =>
      state === 'breached' || late ? [{ rule, holder, dueAt }] : []
    )
  }
}

type Row = Awaited<ReturnType<typeof listTransfers>>[number]

/** Who stands where, and what comes next. */
function standingOf(state: Pick<Transfer, 'status' | 'caseNumber' | 'sender' | 'police' | 'procuratorate' | 'clue'>) {
  const { status, caseNumber, sender, police, procuratorate, clue } = state
  const step = nextOf(state)
  return {
    ...{ status, caseNumber, procuratorate },
    ...(sender !== undefined && { sender }),
    ...(police !== undefined && { police }),
    ...(clue !== undefined && { clue }),
    ...(step && {
      next: { ...(step.agency !== undefined && { agency: step.agency }), title: step.title, rules: [...step.rules] }
    })
  }
}

function toSummary(row: Row) {
  const { id, version, status, case_number: caseNumber, procuratorate, sender, police, clue } = row
  const standing = standingOf({
    ...{ status, caseNumber, procuratorate },
    ...(sender !== null && { sender }),
    ...(police !== null && { police }),
    ...(clue !== null && { clue })
  })
  const [since, begunAt, updatedAt] = [row.since, row.begun_at, row.updated_at].map(beijingTime)
  return { id, version, ...standing, since, begunAt, updatedAt }
}

/**
 * Where it stood at the step of which the agency was told last, in open fields that all see who were told of it; the rest
 * comes from the copies that the agency may see. Whoever takes part is told of every step, and so is the office; police who
 * got a penalty in copy, and no more, see what was then.
 */
function toDetail(id: string, all: readonly Envelope[], copies: readonly Envelope[]) {
  const last = copies.at(-1)?.streamversion ?? 0
  const events = all.filter(({ streamversion }) => streamversion <= last)
  let since = ''
  let state = transfer.initial
  for (const event of events) {
    const before = state.status
    state = fold(transfer, [event as unknown as TransferEvent], state)
    if (state.status !== before) since = event.time
  }
  if (copies.length === 0 || state.status === 'none') throw unknownTransfer()
  const { extended, handedOver } = state
  return {
    ...{ id, version: events.length, ...standingOf(state), since, extended, handedOver },
    thresholds: transferThresholds,
    history: copies.map((event) => ({ at: event.time, title: titleOf(event.type), event }))
  }
}
