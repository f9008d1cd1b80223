import { Type } from '@sinclair/typebox'
import { listAgencies } from '@wuhu/access'
import { AgencyCode, audienceOf, Instant, officerRole, PersonRef, Text } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { type Call, type CommandDefinition, defineCommand, NotFound } from '@wuhu/host'
import { execute } from '@wuhu/store'
import { type OfficerCommand, type OfficerState, officer } from '../domain/officer.ts'
import { answer, answerOf, by, contextOf, type Deps, type Tx } from './context.ts'

const strict = { additionalProperties: false }
const optionally = Type.Optional(by)
const person = PersonRef()

/** Commands that say who holds which role 岗位. */
export function officerCommands({ store, now }: Deps): CommandDefinition[] {
  const grant = defineCommand({
    name: 'officer.grant',
    path: '/v1/agencies/:code/officers/:person/roles',
    action: 'officer.change',
    tag: 'officers',
    status: 201,
    title: { zh: '授予岗位', en: 'Grant a role' },
    description: {
      zh: '系统、安全、审计三员分立：任其一者不得兼任其他岗位。再次授予同一岗位即改其期限。',
      en: 'The three administrators are separate people, and hold no other role. Granting a role again changes its end.'
    },
    params: Type.Object({ code: AgencyCode(), person }, strict),
    body: Type.Object(
      {
        role: officerRole,
        name: Type.Optional(Text(64, '姓名，仅发布单位与所在单位可见')),
        validUntil: Type.Optional(Instant('失效时间')),
        by: optionally
      },
      strict
    ),
    answer,
    async execute(call) {
      const { code, person } = call.params
      const { by: _by, ...granted } = call.body
      const done = await store.once(call, async (tx) => {
        const agency = (await listAgencies(tx.db)).find((one) => one.code === code)
        if (!agency) throw new NotFound('agency.unknown', 'there is no such agency')
        const at = { agency: code, office: agency.office }
        return await change(tx, call, now(), { do: 'grant', at, person, by: call.actor, ...granted })
      })
      const location = `/v1/agencies/${code}/officers`
      return { body: done.answer, version: done.answer.version, location, replayed: done.replayed }
    }
  })

  const revoke = defineCommand({
    name: 'officer.revoke',
    path: '/v1/agencies/:code/officers/:person/roles/:role/revoke',
    action: 'officer.change',
    tag: 'officers',
    title: { zh: '撤销岗位', en: 'Revoke a role' },
    params: Type.Object({ code: AgencyCode(), person, role: officerRole }, strict),
    body: Type.Object({ reason: Text(500, '撤销原因'), by: optionally }, strict),
    answer,
    async execute(call) {
      const { role } = call.params
      const done = await store.once(call, (tx) =>
        change(tx, call, now(), { do: 'revoke', role, reason: call.body.reason })
      )
      return { body: done.answer, version: done.answer.version, replayed: done.replayed }
    }
  })

  return [grant, revoke]
}

async function change(
  tx: Tx,
  call: Call<{ code: string; person: string }, unknown>,
  now: string,
  command: OfficerCommand
) {
  const { code, person } = call.params
  const id = `${code}-${person}`
  try {
    const executed = await execute(tx, {
      decider: officer,
      streamId: `officer/${id}`,
      command,
      expectedVersion: call.expectedVersion,
      context: contextOf(call, now),
      describe: (_event: unknown, { agency }: OfficerState) => ({
        audience: audienceOf({ agency: call.caller.agency, ground: 'publisher' }, { agency, ground: 'addressee' })
      })
    })
    return answerOf(id, executed)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'officer.unknown') throw new NotFound(error.code, error.message)
    throw error
  }
}
