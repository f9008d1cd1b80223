import { canonicalJson } from './canonical-json.ts'
import { signDetached } from './detached-jws.ts'
import { ed25519, signerOf } from './ed25519.ts'

/** What a statement says beside the command itself. */
export interface StatementFrame {
  /** `aud` of the token: the bus that is spoken to. */
  readonly audience: string
  readonly agency: string
  /** `jti` of the token: unpredictable, so that the digest tells nothing to who can guess the rest. */
  readonly token: string
  readonly idempotencyKey?: string | undefined
  /** If-Match as it is sent: `"7"`. */
  readonly ifMatch?: string | undefined
  /** Wuhu-Attestation as it is sent. */
  readonly attestation?: string | undefined
}

/** Command, params and body in canonical form: what is asked for. */
export const said = (command: string, params: unknown = {}, body: unknown = {}): string =>
  `${command}\n${canonicalJson(params)}\n${canonicalJson(body)}`

const names = ['audience', 'agency', 'token', 'key', 'version', 'attestation'] as const

/**
 * What an agency signs: ten lines of UTF-8, without a line break at the end. Bus, agency, token and key are in it, so
 * that the same words said elsewhere, by another or again are another statement.
 * @throws RangeError for a line break or another control character in what must stay on its line
 */
export function statementText(frame: StatementFrame, words: string): string {
  const { audience, agency, token, idempotencyKey = '', ifMatch = '', attestation = '' } = frame
  const head = [audience, agency, token, idempotencyKey, ifMatch, attestation]
  if (!head.every((value) => /^[ -~]*$/.test(value))) throw new RangeError('only printable ASCII stands in the frame')
  return `wuhu-statement/1\n${names.map((name, index) => `${name} ${head[index]}`).join('\n')}\n${words}`
}

/** SHA-256 of a statement, hex: names it, and is what the signature is over. */
export const digestOf = (statement: string): string => Buffer.from(ed25519.hash(Buffer.from(statement))).toString('hex')

/**
 * The value of the header `Wuhu-Signature` for one command: a detached JWS over the statement's digest. Params and body
 * have the types that the command's schema gives them (a sequence in a path is a number), nothing filled in.
 * @param options.token the bearer token that goes with the request: agency, audience and jti are taken from it
 * @param options.ifMatch the header If-Match as it is sent, quotes included; `attestation` the header Wuhu-Attestation
 * @throws TypeError for a seed or a token that is none
 */
export function signStatement(options: {
  readonly seed: string
  readonly token: string
  readonly command: string
  readonly params?: unknown
  readonly body?: unknown
  readonly idempotencyKey?: string | undefined
  readonly ifMatch?: string | undefined
  readonly attestation?: string | undefined
  readonly now?: () => Date
}): string {
  const { seed, token, command, params, body, idempotencyKey, ifMatch, attestation, now = () => new Date() } = options
  const frame = { ...claimsOf(token), idempotencyKey, ifMatch, attestation }
  const digest = digestOf(statementText(frame, said(command, params, body)))
  return signDetached(signerOf(seed), 'wuhu-statement', Buffer.from(digest), Math.floor(now().getTime() / 1000))
}

function claimsOf(token: string): Pick<StatementFrame, 'audience' | 'agency' | 'token'> {
  let claims: Record<string, unknown> | null = null
  try {
    claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  } catch {
    // Falls through: what is not JSON is no token.
  }
  const { iss, aud, jti } = claims ?? {}
  if (typeof iss !== 'string' || typeof aud !== 'string' || typeof jti !== 'string') {
    throw new TypeError('not a token with iss, aud and jti')
  }
  return { audience: aud, agency: iss, token: jti }
}
