import { Type } from '@sinclair/typebox'
import { AgencyCode, beijingTime, Sha256 } from '@wuhu/contracts'
import { defineQuery, type QueryDefinition } from '@wuhu/host'
import type { Deps } from '../commands/context.ts'
import { nameOf } from '../commands/context.ts'
import { listAccounts } from '../views/accounts.ts'

const strict = { additionalProperties: false }
const query = Type.Object({ agency: Type.Optional(AgencyCode()) }, strict)
const officer = { id: Type.String(), agency: Type.String(), person: Type.String() }

/** What a security administrator sees of accounts and identities: never a secret. */
export function accountQueries({ store }: Pick<Deps, 'store'>): QueryDefinition[] {
  const accounts = defineQuery({
    name: 'account.list',
    path: '/v1/accounts',
    action: 'account.operate',
    tag: 'accounts',
    title: { zh: '账号', en: 'Accounts' },
    query,
    answer: Type.Object(
      {
        items: Type.Array(
          Type.Object(
            {
              ...officer,
              status: Type.String(),
              secondFactor: Type.Boolean({ description: '已启用动态口令' }),
              version: Type.Integer(),
              updatedAt: Type.String()
            },
            strict
          )
        )
      },
      strict
    ),
    async execute(call) {
      const rows = await listAccounts(store.db, call.query.agency)
      const items = rows.map(({ agency, person, status, totp, version, updated_at }) => ({
        ...{ id: nameOf({ agency, person }), agency, person, status, secondFactor: totp, version },
        updatedAt: beijingTime(updated_at)
      }))
      return { body: { items } }
    }
  })

  const identities = defineQuery({
    name: 'identity.list',
    path: '/v1/identities',
    action: 'account.operate',
    tag: 'identities',
    title: { zh: '统一身份的对应关系', en: 'Identities and their officers' },
    query,
    answer: Type.Object(
      {
        items: Type.Array(
          Type.Object(
            { ...officer, identity: Sha256(), issuer: Type.String(), subject: Type.String(), linkedAt: Type.String() },
            strict
          )
        )
      },
      strict
    ),
    async execute(call) {
      let found = store.db.selectFrom('identities').selectAll().orderBy('agency').orderBy('person').orderBy('identity')
      if (call.query.agency !== undefined) found = found.where('agency', '=', call.query.agency)
      const items = (await found.execute()).map(({ agency, person, identity, issuer, subject, linked_at }) => ({
        ...{ id: nameOf({ agency, person }), agency, person, identity, issuer, subject },
        linkedAt: beijingTime(linked_at)
      }))
      return { body: { items } }
    }
  })

  return [accounts, identities]
}
