import { type Static, Type } from '@sinclair/typebox'
import { type AgencyRecord, type KeyRecord, listAgencies, listKeys } from '@wuhu/access'
import { AgencyCode, agencyRegistered, beijingTime, KeyId, keyRole, SealingKey } from '@wuhu/contracts'
import { defineQuery, NotFound, type QueryDefinition } from '@wuhu/host'
import type { Deps } from '../commands/context.ts'
import { listSealingKeys } from '../views/attachments.ts'

const strict = { additionalProperties: false }
const { membership } = agencyRegistered.data.properties

const agency = Type.Object(
  {
    code: AgencyCode(),
    name: Type.String(),
    office: Type.Boolean(),
    core: Type.Boolean(),
    membership: Type.Array(membership.items),
    assessable: Type.Boolean(),
    registeredAt: Type.String()
  },
  strict
)
const key = Type.Object(
  {
    kid: KeyId('公钥'),
    role: keyRole,
    validFrom: Type.String(),
    validUntil: Type.Optional(Type.String()),
    revokedAt: Type.Optional(Type.String()),
    status: Type.Union(['valid', 'not-yet-valid', 'expired', 'revoked'].map((status) => Type.Literal(status)))
  },
  strict
)
const sealingKey = Type.Object(
  {
    recipient: SealingKey(),
    validFrom: Type.String(),
    current: Type.Boolean({ description: '现用：发给该单位的附件以此封存' })
  },
  strict
)

/** The directory 单位名录. Public keys are public. */
export function agencyQueries({ store, now }: Deps): QueryDefinition[] {
  const list = defineQuery({
    name: 'agency.list',
    path: '/v1/agencies',
    action: 'directory.read',
    tag: 'agencies',
    title: { zh: '单位名录', en: 'List the agencies' },
    query: Type.Object({}, strict),
    answer: Type.Object({ items: Type.Array(agency) }, strict),
    async execute() {
      return { body: { items: (await listAgencies(store.db)).map(toAgency) } }
    }
  })

  const one = defineQuery({
    name: 'agency.get',
    path: '/v1/agencies/:code',
    action: 'directory.read',
    tag: 'agencies',
    title: { zh: '单位及其公钥', en: 'An agency and its keys' },
    params: Type.Object({ code: AgencyCode() }, strict),
    answer: Type.Object(
      { ...agency.properties, version: Type.Integer(), keys: Type.Array(key), sealingKeys: Type.Array(sealingKey) },
      strict
    ),
    async execute(call) {
      const { code } = call.params
      const found = (await listAgencies(store.db)).find((record) => record.code === code)
      if (!found) throw new NotFound('agency.unknown', 'there is no such agency')
      const [keys, sealingKeys, head] = await Promise.all([
        listKeys(store.db, code),
        listSealingKeys(store.db, code),
        store.db.selectFrom('heads').select('version').where('stream_id', '=', `agency/${code}`).executeTakeFirst()
      ])
      const version = Number(head?.version ?? 0)
      const body = {
        ...toAgency(found),
        version,
        keys: keys.map((record) => toKey(record, now())),
        sealingKeys: toSealingKeys(sealingKeys, now())
      }
      return { body, version }
    }
  })

  return [list, one]
}

const toAgency = ({ registeredAt, membership, ...rest }: AgencyRecord): Static<typeof agency> => ({
  ...rest,
  membership: membership as Static<typeof agency>['membership'],
  registeredAt: beijingTime(registeredAt)
})

/** Oldest first; the last one in force is current. */
function toSealingKeys(keys: readonly { recipient: string; valid_from: Date }[], now: string) {
  const current = keys.findLast((one) => one.valid_from.getTime() <= Date.parse(now))
  return keys.map((one) => ({
    recipient: one.recipient,
    validFrom: beijingTime(one.valid_from),
    current: one === current
  }))
}

function toKey({ kid, role, validFrom, validUntil, revokedAt }: KeyRecord, now: string): Static<typeof key> {
  const instant = Date.parse(now)
  const status = revokedAt
    ? 'revoked'
    : Date.parse(validFrom) > instant
      ? 'not-yet-valid'
      : validUntil !== undefined && Date.parse(validUntil) <= instant
        ? 'expired'
        : 'valid'
  return {
    kid,
    role,
    validFrom: beijingTime(validFrom),
    ...(validUntil !== undefined && { validUntil: beijingTime(validUntil) }),
    ...(revokedAt !== undefined && { revokedAt: beijingTime(revokedAt) }),
    status
  }
}
