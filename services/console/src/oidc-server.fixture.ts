import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import Provider from 'oidc-provider'

// A real OpenID provider as a process of its own. It prints its issuer; officers sign in by being named in the address of
// the interaction (`?as=`), with the methods in `amr`; `fault` makes the next ID token wrong in one way.

const { privateKey } = await generateKeyPair('RS256', { extractable: true })
const jwk = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'one' }
const [, , redirectUri = '', secret = ''] = process.argv

const server = createServer()
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const faults: Readonly<Record<string, (claims: JWTPayload) => JWTPayload>> = {
  nonce: (claims) => ({ ...claims, nonce: 'another' }),
  audience: (claims) => ({ ...claims, aud: 'another-client' }),
  expired: (claims) => ({ ...claims, iat: (claims.iat ?? 0) - 7_200, exp: (claims.iat ?? 0) - 3_600 }),
  issuer: (claims) => ({ ...claims, iss: 'https://evil.test' })
}
let fault = ''

const provider = new Provider(issuer, {
  clients: [{ client_id: 'console', client_secret: secret, redirect_uris: [redirectUri] }],
  jwks: { keys: [jwk] },
  cookies: { keys: ['test'] },
  claims: { openid: ['sub', 'agency', 'person', 'amr'] },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_ctx, id) => ({
    accountId: id,
    claims: () => {
      const [agency = '', person = ''] = id.split('.')
      return { sub: id, agency, person }
    }
  })
})

provider.use(async (ctx, next) => {
  if (ctx.path.startsWith('/interaction/')) {
    const { as = '', amr = '', fault: wanted = '' } = ctx.query as Record<string, string | undefined>
    fault = wanted
    const grant = new provider.Grant({ accountId: as, clientId: 'console' })
    grant.addOIDCScope('openid')
    const consent = { grantId: await grant.save() }
    const login = { accountId: as, ...(amr !== '' && { amr: [amr] }) }
    await provider.interactionFinished(ctx.req, ctx.res, { login, consent })
    ctx.respond = false
    return
  }
  await next()
  const body = ctx.body as { id_token?: string } | undefined
  const change = faults[fault]
  if (ctx.path !== '/token' || !body?.id_token || !change) return
  const claims = JSON.parse(Buffer.from(body.id_token.split('.')[1] ?? '', 'base64url').toString()) as JWTPayload
  const header = { alg: 'RS256', kid: 'one', typ: 'JWT' }
  body.id_token = await new SignJWT(change(claims)).setProtectedHeader(header).sign(privateKey)
})

server.on('request', provider.callback())
process.stdout.write(`${issuer}\n`)
