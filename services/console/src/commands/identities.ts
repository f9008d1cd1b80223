import { createHash } from 'node:crypto'
import { Type } from '@sinclair/typebox'
import { AgencyCode, PersonRef, Sha256, Text } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { type CommandDefinition, defineCommand, NotFound } from '@wuhu/host'
import { closeSessions } from '../sessions/close-sessions.ts'
import { type Deps, decideOnAccount, holdsRole, instant, nameOf } from './context.ts'

const strict = { additionalProperties: false }
const answer = Type.Object(
  { id: Type.String({ description: '单位代码/人员代号' }), version: Type.Integer(), identity: Sha256() },
  strict
)

/** The key of an identity in the mapping: nothing else tells two subjects of two providers apart. */
export const identityOf = (issuer: string, subject: string): string =>
  createHash('sha256').update(`${issuer}\n${subject}`).digest('hex')

/** Which identities at OpenID providers stand for which officers. */
export function identityCommands(deps: Deps): CommandDefinition[] {
  const { store, now } = deps

  const link = defineCommand({
    name: 'identity.link',
    path: '/v1/identities',
    action: 'account.operate',
    tag: 'identities',
    status: 201,
    title: { zh: '关联统一身份', en: 'Link an identity' },
    description: {
      zh: '该身份在提供方登录后，即以此人员身份进入。一个身份只对应一名人员。',
      en: 'Who signs in at the provider as this subject is this officer. An identity stands for one officer only.'
    },
    body: Type.Object(
      {
        issuer: Text(400, '身份提供方 issuer'),
        subject: Text(255, 'sub'),
        agency: AgencyCode(),
        person: PersonRef()
      },
      strict
    ),
    answer,
    async execute(call) {
      const { issuer, subject, agency, person } = call.body
      const identity = identityOf(issuer, subject)
      const done = await store.once(call, async (tx) => {
        const row = { identity, issuer, subject, agency, person, linked_at: instant(now()) }
        // The row is the lock: of two officers that get one identity at once, the second waits and is refused.
        await tx.db
          .insertInto('identities')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        const kept = await tx.db
          .selectFrom('identities')
          .selectAll()
          .where('identity', '=', identity)
          .executeTakeFirst()
        if (kept?.agency !== agency || kept.person !== person) {
          throw new Refusal('identity.taken', 'the identity stands for another officer')
        }
        const hasRole = await holdsRole(tx, { agency, person }, now())
        const command = { do: 'link' as const, agency, person, hasRole, issuer, identity }
        const { version } = await decideOnAccount(tx, deps, command, call)
        return { id: nameOf({ agency, person }), version, identity }
      })
      const { version } = done.answer
      return { body: done.answer, version, location: `/v1/identities/${identity}`, replayed: done.replayed }
    }
  })

  const unlink = defineCommand({
    name: 'identity.unlink',
    path: '/v1/identities/:identity/unlink',
    action: 'account.operate',
    tag: 'identities',
    title: { zh: '取消关联统一身份', en: 'Unlink an identity' },
    params: Type.Object({ identity: Sha256() }, strict),
    body: Type.Object({ reason: Text(500, '取消原因') }, strict),
    answer,
    async execute(call) {
      const { identity } = call.params
      const done = await store.once(call, async (tx) => {
        const row = await tx.db
          .deleteFrom('identities')
          .where('identity', '=', identity)
          .returningAll()
          .executeTakeFirst()
        if (!row) throw new NotFound('identity.unknown', 'there is no such identity')
        const { agency, person } = row
        const command = { do: 'unlink' as const, agency, person, identity, reason: call.body.reason }
        const { version } = await decideOnAccount(tx, deps, command, call)
        await closeSessions(tx, deps, { agency, person }, 'account', call.correlationId)
        return { id: nameOf({ agency, person }), version, identity }
      })
      return { body: done.answer, version: done.answer.version, replayed: done.replayed }
    }
  })

  return [link, unlink]
}
