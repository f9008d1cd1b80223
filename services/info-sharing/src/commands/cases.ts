import { Type } from '@sinclair/typebox'
import { AgencyCode, type CaseEvent, CaseSourceNumber, numberKind, Text } from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import { type Call, type CommandDefinition, defineCommand, NotFound, Problem } from '@wuhu/host'
import { execute } from '@wuhu/store'
import { nextCaseNumber } from '../case-number.ts'
import { type CaseCommand, caseRegister } from '../domain/case.ts'
import { hasOpenWork } from '../views/open-works.ts'
import { agencyExists, answer, answerOf, by, contextOf, type Deps, describeCase, offices, type Tx } from './context.ts'

const strict = { additionalProperties: false }
const params = Type.Object({ number: CaseSourceNumber() }, strict)
const optionally = Type.Optional(by)

/** Commands on the case register 案源信息统一管理. */
export function caseCommands(deps: Deps): CommandDefinition[] {
  const { store, now } = deps

  const open = defineCommand({
    name: 'case.open',
    path: '/v1/cases',
    action: 'case.open',
    intake: true,
    tag: 'cases',
    status: 201,
    title: { zh: '建立案源', en: 'Open a case' },
    description: {
      zh: '不经线索直接建案，由办公室或核心单位办理；登记线索时自动建案。',
      en: 'Opens a case without a clue, by the office or a core agency; registering a clue opens its case by itself.'
    },
    body: Type.Object({ title: Text(200, '案由摘要'), by: optionally }, strict),
    answer,
    async execute(call) {
      const done = await store.once(call, async (tx) => {
        const officesNow = await openers(tx, call.caller.agency)
        const instant = now()
        const context = contextOf(call, instant)
        const number = await nextCaseNumber(tx, instant, deps.caseNumberFormat)
        const executed = await execute(tx, {
          decider: caseRegister,
          streamId: `case/${number}`,
          command: { do: 'open', number, by: context.actor, title: call.body.title, offices: officesNow },
          context,
          describe: describeCase(call.caller.agency)
        })
        return answerOf(number, executed)
      })
      const { id, version } = done.answer
      return { body: done.answer, version, location: `/v1/cases/${id}`, replayed: done.replayed }
    }
  })

  /** A command on a case that exists; strangers are told what they would be told if it did not. */
  const change = async (call: CaseCall, command: (tx: Tx) => Promise<CaseCommand> | CaseCommand) => {
    const { number } = call.params
    const done = await store.once(call, async (tx) => {
      try {
        const executed = await execute(tx, {
          decider: caseRegister,
          streamId: `case/${number}`,
          command: await command(tx),
          expectedVersion: await versionFor(tx, call),
          context: contextOf(call, now()),
          describe: describeCase(call.caller.agency)
        })
        return answerOf(number, executed)
      } catch (error) {
        if (error instanceof Refusal && error.code === 'case.unknown') throw unknownCase()
        throw error
      }
    })
    return { body: done.answer, version: done.answer.version, replayed: done.replayed }
  }

  const link = defineCommand({
    name: 'case.link-number',
    path: '/v1/cases/:number/link-number',
    action: 'case.work',
    tag: 'cases',
    title: { zh: '关联本单位案号', en: "Link the agency's own number" },
    params,
    body: Type.Object(
      { linked: Text(64, '本单位案号、文号'), kind: Type.Optional(numberKind), by: optionally },
      strict
    ),
    answer,
    async execute(call) {
      const { linked, kind } = call.body
      try {
        return await change(call, () => ({ do: 'link-number', by: call.actor, linked, ...(kind && { kind }) }))
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'case.number-malformed') throw error
        const wrong = { in: 'body', path: '/linked', message: '案号、文号书写有误', message_en: error.message } as const
        throw new Problem(400, 'request.invalid', error.message, [wrong])
      }
    }
  })

  const addParty = defineCommand({
    name: 'case.add-party',
    path: '/v1/cases/:number/add-party',
    action: 'case.widen',
    tag: 'cases',
    title: { zh: '增加参与单位', en: 'Add a party' },
    params,
    body: Type.Object(
      {
        agency: AgencyCode(),
        history: Type.Boolean({ description: '可否查看此前的办理过程（以本单位所能看到的为限）' }),
        reason: Text(500, '理由'),
        by: optionally
      },
      strict
    ),
    answer,
    execute: (call) =>
      change(call, async (tx) => {
        const { agency, history, reason } = call.body
        if (!(await agencyExists(tx, agency))) throw new Refusal('agency.unknown', 'there is no such agency')
        return { do: 'add-party', by: call.actor, agency, ground: 'party', history, reason }
      })
  })

  const close = defineCommand({
    name: 'case.close',
    path: '/v1/cases/:number/close',
    action: 'case.work',
    tag: 'cases',
    title: { zh: '案源办结', en: 'Close a case' },
    description: {
      zh: '案源上的移送、协查、会商均已办结后方可办结。',
      en: 'Only when no transfer, assistance or consultation of the case is open.'
    },
    params,
    body: Type.Object({ reason: Text(500, '办结说明'), by: optionally }, strict),
    answer,
    execute: (call) =>
      change(call, async (tx) => {
        const office = (await offices(tx)).includes(call.caller.agency)
        const openWork = await hasOpenWork(tx.db, call.params.number)
        return { do: 'close', by: call.actor, reason: call.body.reason, office, openWork }
      })
  })

  return [open, link, addParty, close]
}

type CaseCall = Call<{ number: string }, unknown>

export const unknownCase = () => new NotFound('case.unknown', 'there is no such case')

/** A stranger's If-Match is not compared: 412 would tell that the case exists. Locks the case: nobody joins it meanwhile. */
async function versionFor(tx: Tx, { caller, params, expectedVersion }: CaseCall): Promise<number | undefined> {
  if (expectedVersion === undefined) return undefined
  const { events } = await tx.read(`case/${params.number}`)
  const { parties } = fold(caseRegister, events as unknown as CaseEvent[])
  return parties.includes(caller.agency) ? expectedVersion : undefined
}

/** The offices. @throws Refusal unless the agency is one of them, or one of the core agencies */
async function openers(tx: Tx, agency: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('directory_agencies')
    .select(['code', 'office'])
    .where((eb) => eb.or([eb('office', '=', true), eb.and([eb('core', '=', true), eb('code', '=', agency)])]))
    .orderBy('code')
    .execute()
  if (!rows.some(({ code }) => code === agency)) {
    throw new Refusal('case.opener', 'a case without a clue is opened by the office or a core agency')
  }
  return rows.filter(({ office }) => office).map(({ code }) => code)
}
