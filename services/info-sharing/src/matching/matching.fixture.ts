import { createHash } from 'node:crypto'
import { generateKeyPair } from '@cloudflare/voprf-ts'
import { CryptoNoble } from '@cloudflare/voprf-ts/crypto-noble'
import { matchSuite } from '@wuhu/contracts'
import { createMatcher, type Identifier } from '@wuhu/sdk/matching'
import { type Client, testService } from '../app.test-setup.ts'
import type { MatchKey } from './key-file.ts'

/** A key as a key file would have it. */
export async function newMatchKey(until?: string): Promise<MatchKey> {
  const { privateKey: secret, publicKey } = await generateKeyPair(matchSuite, CryptoNoble)
  const keyId = createHash('sha256').update(publicKey).digest('hex').slice(0, 32)
  const text = Buffer.from(publicKey).toString('base64url')
  return { keyId, publicKey: text, secret, ...(until !== undefined && { until }) }
}

/** A clue that names nobody: what it is about goes into tokens only. */
export const plainClue = { channel: 'report', title: '图纸外流', allegedAct: 'breach-of-confidence' }

interface Limits {
  readonly hour?: number
  readonly day?: number
  readonly fanOut?: number
  readonly agencies?: readonly string[]
}

/** The service with matching keys in memory and a clock that can be put forward; `amr` runs the office. */
export async function matchingApp(t: { teardown(action: () => unknown): void }, limits: Limits = {}) {
  const { hour = 1000, day = 1000, fanOut = 5, agencies = ['amr', 'psb', 'court', 'science', 'tax'] } = limits
  const lines: string[] = []
  const keys: MatchKey[] = [await newMatchKey()]
  let ahead = 0
  const matching = {
    keys: {
      live: async (now: string) =>
        keys.filter(({ until }) => until === undefined || Date.parse(until) > Date.parse(now))
    },
    quota: { hour, day },
    fanOut,
    log: { warn: (fields: object, text: string) => void lines.push(JSON.stringify({ warned: text, ...fields })) }
  }
  const now = () => new Date(Date.now() + ahead).toISOString()
  const service = await testService(t, { matching, lines, now })
  const clients = new Map<string, Client>()
  for (const code of agencies) clients.set(code, await service.join(code, 'agency-system', { office: code === 'amr' }))
  const as = (agency: string) => {
    const client = clients.get(agency)
    if (!client) throw new Error(`no agency ${agency}`)
    return client
  }
  const answers: string[] = []
  const asked = async (reply: Promise<{ status: number; body: unknown }>, status = 200) => {
    const { status: got, body } = await reply
    answers.push(JSON.stringify(body))
    if (got !== status) throw new Error(`${got} ${JSON.stringify(body)}`)
    // biome-ignore lint/suspicious/noExplicitAny: a test reads answers of every shape
    return body as any
  }

  /** Tokens as the agency's own system makes them. */
  const tokens = (agency: string, identifiers: readonly Identifier[], keyId?: string) =>
    createMatcher({
      keys: () => asked(as(agency).get('/v1/matching/keys')),
      evaluate: (request) => asked(as(agency).post('/v1/matching/evaluations', request))
    }).tokens(identifiers, keyId)

  /** A registered clue with these identifiers; returns its id. */
  const clue = async (agency: string, ...identifiers: Identifier[]): Promise<string> => {
    const matchTokens = await tokens(agency, identifiers)
    return (await asked(as(agency).post('/v1/clues', { ...plainClue, matchTokens }), 201)).id
  }

  /** All events so far, oldest first. */
  const events = async () => {
    const rows = await service.direct.db.selectFrom('events').select('body').orderBy('seq').execute()
    return rows.map(({ body }) => JSON.parse(body.toString('utf8')))
  }
  /** Match events that an agency may see. */
  const heard = async (agency: string) =>
    (await events()).filter(({ type, audience }) => type.startsWith('match.') && `,${audience}`.includes(`,${agency}:`))
  const matches = async (agency: string) => (await asked(as(agency).get('/v1/matches'))).items
  const later = (ms: number) => {
    ahead += ms
  }
  return { ...service, as, asked, answers, lines, keys, matching, tokens, clue, events, heard, matches, later, now }
}

export const person = (text: string): Identifier => ({ kind: 'person', text })
export const uscc = (text: string): Identifier => ({ kind: 'uscc', text })
export const phone = (text: string): Identifier => ({ kind: 'phone', text })
export const handler = { person: 'p-3', role: 'handler' }
