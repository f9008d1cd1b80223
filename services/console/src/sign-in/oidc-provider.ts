import * as oidc from 'openid-client'

/** An OpenID provider, and how its claims name officers. */
export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Shown on the button. */
  readonly name: string
  readonly scope: string
  /** Names of claims that hold agency and person; undefined: the table of identities says who a subject is. */
  readonly claims: { readonly agency: string; readonly person: string } | undefined
  /** Milliseconds for each request to the provider. */
  readonly timeout: number
}

/** What the browser's cookie stands for while it is at the provider. */
export interface Flow {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Whom the provider vouches for. */
export interface Vouched {
  readonly issuer: string
  readonly subject: string
  /** Only where the settings name claims. */
  readonly officer?: { readonly agency: string; readonly person: string }
  /** The provider says that more than a password was shown (RFC 8176). */
  readonly strong: boolean
}

/** The provider cannot be reached or does not speak OpenID Connect: nothing that the officer did. */
export class ProviderUnavailable extends Error {
  constructor(cause: unknown) {
    super('the identity provider does not answer', { cause })
    this.name = 'ProviderUnavailable'
  }
}

/** What came back proves nothing. */
export class NotVouched extends Error {
  constructor(cause: unknown) {
    super('the identity provider vouches for nobody', { cause })
    this.name = 'NotVouched'
  }
}

export interface OidcProvider {
  readonly settings: OidcSettings
  /** @throws ProviderUnavailable */
  begin(redirectUri: string): Promise<{ readonly url: URL; readonly flow: Flow }>
  /**
   * Exchanges the code and checks the ID token: signature, issuer, audience, times, nonce; and state and PKCE.
   * @param url the callback as the browser called it
   * @throws NotVouched, ProviderUnavailable
   */
  finish(url: URL, flow: Flow): Promise<Vouched>
}

const secondFactors = ['mfa', 'otp', 'hwk', 'swk', 'fpt', 'face', 'sc']

/**
 * A client of one provider: authorization code flow with PKCE (RFC 7636). The provider is asked for its addresses at the
 * first sign-in, so that the console runs while it is away.
 * @throws TypeError for an issuer over plain HTTP that is not on this machine
 */
export function createOidcProvider(settings: OidcSettings): OidcProvider {
  const issuer = new URL(settings.issuer)
  const plain = issuer.protocol === 'http:'
  if (plain && !['127.0.0.1', '[::1]', 'localhost'].includes(issuer.hostname)) {
    throw new TypeError('an OpenID provider is reached over HTTPS')
  }
  let found: Promise<oidc.Configuration> | undefined

  const configuration = async (): Promise<oidc.Configuration> => {
    found ??= oidc.discovery(issuer, settings.clientId, undefined, oidc.ClientSecretBasic(settings.clientSecret), {
      timeout: settings.timeout / 1000,
      ...(plain && { execute: [oidc.allowInsecureRequests] })
    })
    try {
      return await found
    } catch (error) {
      found = undefined
      throw new ProviderUnavailable(error)
    }
  }

  return {
    settings,
    async begin(redirectUri) {
      const config = await configuration()
      const flow = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier()
      }
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: settings.scope,
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256'
      })
      return { url, flow }
    },
    async finish(url, flow) {
      const config = await configuration()
      const tokens = await oidc
        .authorizationCodeGrant(config, url, {
          expectedState: flow.state,
          expectedNonce: flow.nonce,
          pkceCodeVerifier: flow.verifier,
          idTokenExpected: true
        })
        .catch((error: unknown) => {
          throw isAway(error) ? new ProviderUnavailable(error) : new NotVouched(error)
        })
      const claims = tokens.claims()
      if (!claims) throw new NotVouched('no ID token')
      return vouched(claims, settings)
    }
  }
}

const isAway = (error: unknown): boolean =>
  error instanceof TypeError && (error.cause as NodeJS.ErrnoException | undefined)?.code?.startsWith('E') === true

/** @throws NotVouched when the claims that should name the officer do not */
function vouched(claims: oidc.IDToken, settings: OidcSettings): Vouched {
  const { iss: issuer, sub: subject, amr } = claims
  const strong = Array.isArray(amr) && amr.some((method) => secondFactors.includes(String(method)))
  if (!settings.claims) return { issuer, subject, strong }
  const text = (name: string) => {
    const value = claims[name]
    if (typeof value !== 'string') throw new NotVouched(`no claim ${name}`)
    return value
  }
  const officer = { agency: text(settings.claims.agency), person: text(settings.claims.person) }
  return { issuer, subject, officer, strong }
}
