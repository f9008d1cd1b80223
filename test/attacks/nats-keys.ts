import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connect, jwtAuthenticator, nkeys } from '@nats-io/transport-node'
import { createKeyPair, mintToken } from '@wuhu/access'
import {
  accountJwt,
  agencyAccount,
  createSeed,
  derivedSeed,
  scopedUserJwt,
  signerOf,
  userJwt
} from '@wuhu/bus/nats-accounts'
import { until } from '@wuhu/test-support'
import type { Test } from 'tap'
import { agencyCredentials, connectAgency } from '../stack/agency-nats.ts'
import { settled } from '../stack/settled.ts'
import type { TestStack } from '../stack/start-stack.ts'
import { hubView } from './hub-view.ts'

/** Who gets in at all: keys that are revoked, expired, replaced or unknown, and JWTs that somebody else made. */
export async function natsKeys(t: Test, stack: TestStack): Promise<void> {
  await settled(stack)
  const hub = await hubView(t, stack)
  const securityAdmin = { role: 'security-admin' as const }
  const addKey = async (agency: string, more: object = {}) => {
    const pair = createKeyPair()
    const path = `/v1/agencies/${agency}/keys`
    const body = { publicKey: pair.kid, role: 'agency-system', ...more }
    const answer = await stack.call('amr', 'POST', path, body, securityAdmin)
    if (answer.status !== 201) throw new Error(answer.text)
    return pair
  }
  /** Credentials for another key than the demo key, as soon as notifications knows it. */
  const credentialsOf = async (agency: string, seed: string) =>
    until(() => agencyCredentials({ ...stack, call: callWith(seed) }, agency))
  const callWith = (seed: string) => {
    const call: typeof stack.call = async (agency, method, path) => {
      const response = await fetch(`${stack.urls.notifications}${path}`, {
        method,
        headers: { authorization: `Bearer ${await mintToken({ seed, agency })}` }
      })
      const text = await response.text()
      return { status: response.status, headers: response.headers, text, body: JSON.parse(text) }
    }
    return call
  }
  const inAtAll = (credentials: { jwt: string; inboxPrefix: string }, seed: string) =>
    connectAgency(stack, 'psb', { credentials: credentials as never, seed })

  t.test('a revoked key: its open connection ends, and it does not come back', async (t) => {
    const pair = await addKey('psb')
    const credentials = await credentialsOf('psb', pair.seed)
    const nc = await connectAgency(stack, 'psb', { credentials, seed: pair.seed })
    const other = await connectAgency(stack, 'psb')
    t.teardown(() => other.close())
    await nc.flush()
    const said: string[] = []
    void (async () => {
      for await (const status of nc.status()) if (status.type === 'error') said.push(status.error.message)
    })()
    const path = `/v1/agencies/psb/keys/${pair.kid}/revoke`
    const before = await hub.state()
    t.equal((await stack.call('amr', 'POST', path, { reason: '遗失' }, securityAdmin)).status, 200)
    const answered = performance.now()
    await until(() => nc.isClosed(), { within: 5_000, every: 5, what: 'the end of the connection of a revoked key' })
    const took = performance.now() - answered
    t.ok(took < 2_000, `ended ${Math.round(took)} ms after the answer`)
    t.match(said.join(), /User Authentication Revoked/)
    await t.rejects(inAtAll(credentials, pair.seed), /Authorization Violation/, 'the same JWT')
    // What the service remembers of a key is at most a quarter of a second old.
    const anew = () =>
      agencyCredentials({ ...stack, call: callWith(pair.seed) }, 'psb').then(
        () => '',
        (error: Error) => error.message
      )
    const noMore = async () => (await anew()).includes('token.key-revoked')
    t.ok(await until(noMore, { within: 2_000, what: 'no new JWT' }), 'a new JWT')
    await other.flush()
    t.notOk(other.isClosed(), 'the other key of the agency stays connected')
    t.match(await hub.log(), new RegExp(`authentication error - Nkey "${pair.kid}"`), 'the server logged it')
    const { MAIL: _mail, INFO_SHARING: _info, ...rest } = await hub.state()
    t.match(before, rest, 'only the revocation itself moved the streams')
  })

  t.test('a key that ends: its connection ends with it', async (t) => {
    const validUntil = new Date(Date.now() + 4_000).toISOString()
    const pair = await addKey('court', { validUntil })
    const credentials = await credentialsOf('court', pair.seed)
    t.ok(Date.parse(credentials.expiresAt) <= Date.parse(validUntil), 'the JWT ends when the key does')
    const nc = await connectAgency(stack, 'court', { credentials, seed: pair.seed })
    await until(() => nc.isClosed(), { within: 10_000, what: 'the end of the connection of a key that ended' })
    t.ok(Date.now() >= Date.parse(credentials.expiresAt) - 50, 'not before')
    t.ok(Date.now() - Date.parse(credentials.expiresAt) < 3_000, 'soon after')
    // The server counts in whole seconds: within the last of them a connection may still be opened, and is closed at once.
    const refused = async () => {
      const problem = await inAtAll(credentials, pair.seed).then(
        () => undefined,
        (error: Error) => error.message
      )
      return /Authorization Violation|Authentication Expired/.test(problem ?? '')
    }
    t.ok(await until(refused, { within: 3_000, what: 'the ended key refused' }))
  })

  t.test('the JWT opens nothing without the seed, and the seed nothing without the JWT', async (t) => {
    const mine = await agencyCredentials(stack, 'psb')
    const stranger = createKeyPair()
    await t.rejects(inAtAll(mine, stranger.seed), /Authorization Violation/, "another's seed")
    await t.rejects(inAtAll(mine, await stack.seed('court')), /Authorization Violation/, "another agency's seed")
    await t.rejects(inAtAll({ ...mine, jwt: '' }, await stack.seed('psb')), /Authorization Violation/, 'no JWT')
    const [head = '', , signature = ''] = mine.jwt.split('.')
    const claims = JSON.parse(Buffer.from(mine.jwt.split('.')[1] ?? '', 'base64url').toString('utf8'))
    const forged = (change: object) =>
      [head, Buffer.from(JSON.stringify({ ...claims, ...change })).toString('base64url'), signature].join('.')
    for (const [what, jwt] of [
      ['another subject', forged({ sub: stranger.kid })],
      ['a later end', forged({ exp: claims.exp + 86_400 })],
      ['rights of its own', forged({ nats: { ...claims.nats, pub: { allow: ['>'] } } })]
    ] as const) {
      await t.rejects(inAtAll({ ...mine, jwt }, what === 'another subject' ? stranger.seed : await stack.seed('psb')), {
        message: /Authorization Violation/
      })
    }
  })

  t.test('JWTs that somebody else signed', async (t) => {
    const mine = await agencyCredentials(stack, 'psb')
    const claims = JSON.parse(Buffer.from(mine.jwt.split('.')[1] ?? '', 'base64url').toString('utf8'))
    const account: string = claims.nats.issuer_account
    const pair = createKeyPair()
    const own = signerOf(createSeed('account'))
    const soon = Math.floor(Date.now() / 1000) + 600
    const everything = { publish: ['>'], subscribe: ['>'] }
    const jwts = [
      ['a key of no account', await scopedUserJwt('x', pair.kid, account, own, soon)],
      ['an account of its own', await userJwt('x', pair.kid, own.getPublicKey(), everything, own)]
    ] as const
    for (const [what, jwt] of jwts) await t.rejects(inAtAll({ ...mine, jwt }, pair.seed), /Authorization/, what)
    const secret = Buffer.from(
      await readFile(join(stack.natsOperator.accountsDir, 'agencies.key'), 'utf8'),
      'base64url'
    )
    const real = signerOf(derivedSeed('account', secret, 'nats/users/psb'))
    const jwtUntil = (end: number) => scopedUserJwt('x', pair.kid, account, real, end)
    await (await inAtAll({ ...mine, jwt: await jwtUntil(soon) }, pair.seed)).close()
    await t.rejects(inAtAll({ ...mine, jwt: await jwtUntil(soon - 1_200) }, pair.seed), /Authorization/, 'expired')
    const none = jwtAuthenticator('', nkeys.createUser().getSeed())
    for (const authenticator of [none, []]) {
      const options = { servers: stack.natsUrl, authenticator, reconnect: false, timeout: 3_000 }
      await t.rejects(connect(options), /Authorization Violation/, 'nobody at all')
    }
    const user = { servers: stack.natsUrl, user: 'hub', pass: 'hub', reconnect: false, timeout: 3_000 }
    await t.rejects(connect(user), /Authorization Violation/, 'user and password')
  })

  t.test('an account that the operator did not sign is not taken', async (t) => {
    const own = signerOf(createSeed('operator'))
    const [mine, signing] = [signerOf(createSeed('account')), signerOf(createSeed('account'))]
    const claims = await agencyCredentials(stack, 'psb')
    const hubKey = /"account":"(A[A-Z2-7]{55})"/.exec(JSON.stringify(await hub.api('STREAM.INFO.MAIL')))?.[1]
    const content = agencyAccount({
      agency: 'court',
      hub: hubKey ?? mine.getPublicKey(),
      signingKey: signing.getPublicKey(),
      revoked: []
    })
    const jwt = await accountJwt('court', mine.getPublicKey(), content, own)
    // Even the administrator of the hub cannot hand over an account: that is the system account's.
    await t.rejects(hub.nc.request('$SYS.REQ.CLAIMS.UPDATE', jwt, { timeout: 1_000 }), /Permissions Violation/)
    const pair = createKeyPair()
    const soon = Math.floor(Date.now() / 1000) + 600
    const user = await scopedUserJwt('x', pair.kid, mine.getPublicKey(), signing, soon)
    await t.rejects(inAtAll({ ...claims, jwt: user }, pair.seed), /Authorization/)
  })
}
