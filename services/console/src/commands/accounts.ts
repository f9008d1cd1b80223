import { Type } from '@sinclair/typebox'
import { AgencyCode, beijingTime, PersonRef, Text } from '@wuhu/contracts'
import { type Call, type CommandDefinition, defineCommand, NotFound } from '@wuhu/host'
import { enrolmentCode } from '../credentials/enrolment-code.ts'
import type { AccountCommand } from '../domain/account.ts'
import { closeSessions } from '../sessions/close-sessions.ts'
import { forget } from '../sign-in/throttles.ts'
import { type Deps, decideOnAccount, type Holder, holdsRole, instant, nameOf, type Tx } from './context.ts'

const strict = { additionalProperties: false }
const params = Type.Object({ agency: AgencyCode(), person: PersonRef() }, strict)
const reason = Type.Object({ reason: Text(500, '原因') }, strict)
const head = {
  id: Type.String({ description: '单位代码/人员代号' }),
  version: Type.Integer(),
  status: Type.String({ description: 'invited 待启用, active 可登录, locked 已锁定, disabled 已停用' })
}
const answer = Type.Object(head, strict)
const invitation = Type.Object(
  {
    ...head,
    code: Type.String({
      description: '一次性启用码：当面或经可信渠道交给本人 to be handed to the officer, works once'
    }),
    enrolUntil: Type.String({ description: '启用码失效时间' }),
    enrolAt: Type.String({ description: '启用页面 page on which it is used' })
  },
  strict
)

/** What a security administrator 安全管理员 does with accounts. No answer that is kept holds a code. */
export function accountCommands(deps: Deps & { readonly origin: string }): CommandDefinition[] {
  const { store, key, rules, now } = deps

  const invite = async (
    call: Call<unknown, unknown>,
    holder: Holder,
    command: (hasRole: boolean, until: string) => AccountCommand
  ) => {
    const done = await store.once(call, async (tx) => {
      const until = beijingTime(instant(now() + rules.enrolment))
      const decided = command(await holdsRole(tx, holder, now()), until)
      const { state, version } = await decideOnAccount(tx, deps, decided, call, call.expectedVersion)
      await clearCredentials(tx, holder)
      const enrolment = { enrol_version: version, enrol_until: until }
      await tx.db
        .insertInto('credentials')
        .values({ ...holder, ...empty, ...enrolment })
        .execute()
      await closeSessions(tx, deps, holder, 'account', call.correlationId)
      return { id: nameOf(holder), version, status: state.status, enrolUntil: until }
    })
    const { version } = done.answer
    const code = enrolmentCode(key, nameOf(holder), version)
    const body = { ...done.answer, code, enrolAt: `${deps.origin}/enrol` }
    return { body, version, location: `/v1/accounts/${nameOf(holder)}`, replayed: done.replayed }
  }

  const change = async (call: Call<Holder, unknown>, command: AccountCommand, then: (tx: Tx) => Promise<unknown>) => {
    const holder = { agency: call.params.agency, person: call.params.person }
    const done = await store.once(call, async (tx) => {
      const { state, version } = await decideOnAccount(tx, deps, command, call, call.expectedVersion)
      if (version === 0) throw new NotFound('account.unknown', 'the officer has no account')
      await then(tx)
      return { id: nameOf(holder), version, status: state.status }
    })
    return { body: done.answer, version: done.answer.version, replayed: done.replayed }
  }

  const create = defineCommand({
    name: 'account.create',
    path: '/v1/accounts',
    action: 'account.operate',
    tag: 'accounts',
    status: 201,
    title: { zh: '开立账号', en: 'Create an account' },
    description: {
      zh: '人员须已在名录中持有岗位。启用码交给本人，由本人设置口令和动态口令。',
      en: 'The officer must hold a role. The code goes to the officer, who sets password and second factor with it.'
    },
    body: params,
    answer: invitation,
    execute: (call) =>
      invite(call, call.body, (hasRole, enrolUntil) => ({ do: 'create', ...call.body, hasRole, enrolUntil }))
  })

  const reset = defineCommand({
    name: 'account.reset',
    path: '/v1/accounts/:agency/:person/reset',
    action: 'account.operate',
    tag: 'accounts',
    title: { zh: '重置口令与动态口令', en: 'Reset password and second factor' },
    params,
    body: reason,
    answer: invitation,
    execute: (call) =>
      invite(call, call.params, (hasRole, enrolUntil) => ({
        ...{ do: 'reset', ...call.params, hasRole, enrolUntil, reason: call.body.reason }
      }))
  })

  const unlock = defineCommand({
    name: 'account.unlock',
    path: '/v1/accounts/:agency/:person/unlock',
    action: 'account.operate',
    tag: 'accounts',
    title: { zh: '解除锁定', en: 'Unlock an account' },
    params,
    body: reason,
    answer,
    execute: (call) =>
      change(call, { do: 'unlock', ...call.params, ...call.body }, (tx) => forget(tx, deps, call.params))
  })

  const disable = defineCommand({
    name: 'account.disable',
    path: '/v1/accounts/:agency/:person/disable',
    action: 'account.operate',
    tag: 'accounts',
    title: { zh: '停用账号', en: 'Disable an account' },
    params,
    body: reason,
    answer,
    execute: (call) =>
      change(call, { do: 'disable', ...call.params, ...call.body }, async (tx) => {
        const { agency, person } = call.params
        await clearCredentials(tx, call.params)
        await tx.db.deleteFrom('identities').where('agency', '=', agency).where('person', '=', person).execute()
        await closeSessions(tx, deps, call.params, 'account', call.correlationId)
      })
  })

  return [create, reset, unlock, disable]
}

const empty = { password_hash: null, totp_secret: null, totp_pending: null }

async function clearCredentials(tx: Tx, { agency, person }: Holder): Promise<void> {
  for (const table of ['credentials', 'recovery_codes'] as const) {
    await tx.db.deleteFrom(table).where('agency', '=', agency).where('person', '=', person).execute()
  }
}
