import { createKeyPair } from '@wuhu/access'
import type { World } from './world.ts'
import { format, invalid, missing, planted, unknown, type WrongRequest, wrong } from './wrong-request.ts'

const shape = (path: string, place: 'body' | 'path' = 'body') =>
  wrong(path, '格式不符', 'must match pattern "^U[A-Z2-7]{55}$"', place)
const checksum = (path: string) =>
  ({
    code: 'request.invalid',
    detail: 'the public key fails its checksum',
    errors: [wrong(path, '公钥校验和不符', 'is not the public NKey of a user')]
  }) as const

/** Who may speak: agencies and their keys. */
export function wrongDirectory({ keys }: World): WrongRequest[] {
  const agency = { code: 'newcomer', name: '新单位', membership: ['conference'], assessable: true }
  const fresh = { publicKey: createKeyPair().kid, role: 'agency-system' }
  const damagedKey = `${fresh.publicKey.slice(0, 20)}${fresh.publicKey[20] === 'A' ? 'B' : 'A'}${fresh.publicKey.slice(21)}`
  const admin = { as: 'amr', role: 'security-admin' } as const
  const register = { ...admin, send: 'POST /v1/agencies' }
  const addKey = { ...admin, send: 'POST /v1/agencies/tax/keys' }
  const revoke = (code: string, kid: string) => ({
    ...admin,
    send: `POST /v1/agencies/${code}/keys/${kid}/revoke`,
    body: { reason: planted }
  })
  const noKey = { code: 'agency.key-unknown', detail: 'the agency has no such key' } as const
  return [
    {
      what: 'an agency registered twice',
      ...register,
      body: { ...agency, code: 'tax' },
      code: 'agency.exists',
      detail: 'agency tax is registered'
    },
    {
      what: 'an agency with a key of another',
      ...register,
      body: { ...agency, keys: [{ publicKey: keys.future.kid, role: 'agency-system' }] },
      code: 'agency.key-exists',
      detail: 'this key is registered'
    },
    {
      what: 'an agency with a damaged key',
      ...register,
      body: { ...agency, keys: [fresh, { ...fresh, publicKey: damagedKey }] },
      ...checksum('/keys/1/publicKey')
    },
    {
      what: 'an agency code in capitals',
      ...register,
      body: { ...agency, code: 'Tax' },
      ...invalid(format('/code', 'agency-code'))
    },
    {
      what: 'an agency code that is a wildcard',
      ...register,
      body: { ...agency, code: '*.>' },
      ...invalid(format('/code', 'agency-code'))
    },
    {
      what: 'an agency without membership',
      ...register,
      body: { ...agency, membership: undefined },
      ...invalid(missing('/membership'))
    },
    { what: 'an agency with a seed', ...register, body: { ...agency, seed: planted }, ...invalid(unknown('/seed')) },
    {
      what: 'a key that is none',
      ...addKey,
      body: { ...fresh, publicKey: planted },
      ...invalid(
        ...[wrong('/publicKey', '至少 56 个字符', 'must NOT have fewer than 56 characters'), shape('/publicKey')]
      )
    },
    {
      what: 'a secret seed for a public key',
      ...addKey,
      body: { ...fresh, publicKey: keys.stranger.seed },
      ...invalid(wrong('/publicKey', '至多 56 个字符', 'must NOT have more than 56 characters'), shape('/publicKey'))
    },
    {
      what: 'a key whose checksum fails',
      ...addKey,
      body: { ...fresh, publicKey: damagedKey },
      ...checksum('/publicKey')
    },
    {
      what: 'a key registered before',
      ...addKey,
      send: 'POST /v1/agencies/science/keys',
      body: { ...fresh, publicKey: keys.future.kid },
      code: 'agency.key-exists',
      detail: 'this key is registered'
    },
    {
      what: 'a revoked key once more',
      ...addKey,
      send: 'POST /v1/agencies/science/keys',
      body: { ...fresh, publicKey: keys.revoked.kid },
      code: 'agency.key-exists',
      detail: 'this key is registered'
    },
    {
      what: 'a key of another agency',
      ...addKey,
      body: { ...fresh, publicKey: keys.future.kid },
      code: 'agency.key-exists',
      detail: 'this key is registered'
    },
    {
      what: 'a key that ends before it begins',
      ...addKey,
      body: { ...fresh, validFrom: '2026-02-01T00:00:00Z', validUntil: '2026-01-01T00:00:00Z' },
      code: 'agency.key-validity',
      detail: 'the key would end before it begins'
    },
    {
      what: 'a key for an agency that nobody registered',
      ...addKey,
      send: 'POST /v1/agencies/nobody/keys',
      body: fresh,
      code: 'agency.unknown',
      detail: 'there is no such agency',
      named: [404, '没有这个单位', 'There is no such agency']
    },
    { what: 'revoking an unknown key', ...revoke('tax', keys.stranger.kid), ...noKey },
    { what: 'revoking a key under another agency', ...revoke('tax', keys.future.kid), ...noKey },
    {
      what: 'revoking what is no key',
      ...revoke('tax', 'abc'),
      ...invalid(
        wrong('/kid', '至少 56 个字符', 'must NOT have fewer than 56 characters', 'path'),
        shape('/kid', 'path')
      )
    },
    {
      what: 'revoking without a reason',
      ...revoke('science', keys.future.kid),
      body: {},
      ...invalid(missing('/reason'))
    },
    {
      what: 'reading an agency that nobody registered',
      send: 'GET /v1/agencies/nobody',
      code: 'agency.unknown',
      detail: 'there is no such agency',
      named: [404, '没有这个单位', 'There is no such agency']
    }
  ]
}
