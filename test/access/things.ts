import { createHash } from 'node:crypto'
import { signStatement } from '@wuhu/access/signing'
import { createMatcher, type MatchToken } from '@wuhu/sdk/matching'
import { createSealingIdentity, sealStream } from '@wuhu/sdk/sealing'
import { until } from '@wuhu/test-support'
import pg from 'pg'
import type { TestStack } from '../stack/start-stack.ts'
import type { About, Route } from './routes.ts'

/** What exists on a stack for strangers to stumble over, and what only they must not be told. */
export interface Things {
  /** A request about something that exists; undefined where the route is about nothing of the kind. */
  of(route: Route): About | undefined
  /** Texts and ids that are of nobody's business outside the case. */
  readonly secrets: readonly string[]
}

const secret = '暗号-7731-只限办案单位'
const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

/** A case of psb and amr with a clue, a letter to procuratorate and a notice to court. tax takes no part. */
export async function createThings(stack: TestStack): Promise<Things> {
  const must = async (agency: string, path: string, body: object) => {
    const answer = await stack.call(agency, 'POST', path, body)
    if (answer.status >= 300) throw new Error(`${agency} POST ${path}: ${answer.status} ${answer.text}`)
    return answer.body
  }
  const lead = { channel: 'report', title: secret, allegedAct: 'breach-of-confidence', description: secret }
  const clue = await must('psb', '/v1/clues', lead)
  const letter = await must('psb', '/v1/assistances', {
    caseNumber: clue.caseNumber,
    addressee: 'procuratorate',
    title: secret,
    items: [{ kind: 'inquiry', text: secret }],
    legalBasis: '反不正当竞争法第十六条',
    approver: { person: 'p-1', role: 'agency-head' }
  })
  const consultation = await must('psb', '/v1/consultations', {
    question: secret,
    secretKind: 'technical',
    caseNumber: clue.caseNumber
  })
  const transfer = await must('amr', '/v1/transfers', {
    caseNumber: clue.caseNumber,
    grounds: [secret]
  })
  const evidence = await must('psb', '/v1/evidence', {
    ...{ caseNumber: clue.caseNumber, kind: 'object', number: secret, name: secret, place: secret },
    ...{ obtainedAt: '2026-06-01T09:00:00+08:00', persons: ['p-1', 'p-2'] }
  })
  const supervision = await must('amr', '/v1/supervisions', {
    ...{ target: 'psb', subject: { kind: 'rectification' }, title: secret, reason: secret },
    by: { person: 'p-1', role: 'office-head' }
  })
  const task = await must('amr', '/v1/tasks', {
    ...{ number: '9-9', title: secret, text: secret, owners: ['psb'], dueOn: '2099-01-01' },
    by: { person: 'p-1', role: 'office-head' }
  })
  const bulletin = await must('amr', '/v1/bulletins', {
    ...{ kind: 'bulletin', title: secret, text: secret },
    by: { person: 'p-1', role: 'office-head' }
  })
  const suggestion = await must('procuratorate', '/v1/suggestions', { addressee: 'psb', title: secret, text: secret })
  const notice = await must('amr', '/v1/notices', { kind: 'notice', audience: ['court'], title: secret, text: secret })
  const office = { person: 'p-1', role: 'office-head' }
  const attachment = await sealedAttachment(stack, clue.caseNumber)
  const match = await foundMatch(stack)
  const statement = await signedStatement(stack)
  const quarantined = await quarantinedText(stack)
  const unmasking = await unmaskedPenalty(must, clue.caseNumber)
  const places: readonly (readonly [RegExp, About])[] = [
    [/ \/v1\/clues\/\{id\}/, { params: { id: clue.id } }],
    [/ \/v1\/cases\/\{number\}/, { params: { number: clue.caseNumber } }],
    [/ \/v1\/assistances\/\{id\}/, { params: { id: letter.id } }],
    [/ \/v1\/consultations\/\{id\}/, { params: { id: consultation.id } }],
    [/ \/v1\/transfers\/\{id\}/, { params: { id: transfer.id } }],
    [/ \/v1\/evidence\/\{id\}/, { params: { id: evidence.id } }],
    [/ \/v1\/supervisions\/\{id\}/, { params: { id: supervision.id } }],
    [/ \/v1\/tasks\/\{id\}/, { params: { id: task.id } }],
    [/ \/v1\/bulletins\/\{id\}/, { params: { id: bulletin.id } }],
    [/ \/v1\/suggestions\/\{id\}/, { params: { id: suggestion.id } }],
    [/ \/v1\/notices\/\{id\}/, { params: { id: notice.id } }],
    [/ \/v1\/attachments\/\{id\}/, { params: { id: attachment } }],
    [/ \/v1\/attachments$/, { body: { caseNumber: clue.caseNumber } }],
    [/ \/v1\/matches\/\{id\}/, { params: { id: match.id } }],
    [/ \/v1\/statements\/\{/, { params: { sha256: statement } }],
    [/ \/v1\/unmaskings\/\{id\}/, { params: { id: unmasking } }],
    [/ \/v1\/quarantine\/\{id\}/, { params: { id: quarantined } }],
    [/ \/v1\/agencies\/\{code\}/, { params: { code: 'amr' } }]
  ]
  const bodies: Readonly<Record<string, object>> = {
    'clue.match-tokens': { tokens: match.tokens },
    'clue.match': { other: '019a0000-0000-7000-8000-000000000002' },
    'clue.merge': { into: '019a0000-0000-7000-8000-000000000002' },
    'clue.assign': { dueAt: ahead(5), by: office },
    'clue.extend': { dueAt: ahead(9) },
    'assistance.accept': { dueAt: ahead(5) },
    'assistance.extend': { dueAt: ahead(9) },
    'evidence.hand-over': { persons: ['p-1', 'p-2'] },
    'evidence.receive': { persons: ['p-1', 'p-2'] },
    'evidence.return': { persons: ['p-1', 'p-2'] },
    'evidence.dispose': { persons: ['p-1', 'p-2'] }
  }
  return {
    secrets: [
      secret,
      clue.id,
      clue.caseNumber,
      letter.id,
      evidence.id,
      transfer.id,
      consultation.id,
      supervision.id,
      task.id,
      bulletin.id,
      suggestion.id,
      notice.id,
      attachment,
      match.id,
      statement,
      quarantined,
      unmasking
    ],
    of(route) {
      const about = places.find(([place]) => place.test(route.name))?.[1]
      if (!about) return undefined
      return { ...about, body: { ...about.body, ...bodies[route.operation] } }
    }
  }
}

/** What court asked to see of a penalty on the case. */
async function unmaskedPenalty(
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
  must: (agency: string, path: string, body: object) => Promise<any>,
  caseNumber: string
): Promise<string> {
  const penalty = await must('amr', '/v1/notices', {
    ...{ kind: 'penalty', audience: ['court'], caseNumber, title: secret, documentNumber: '乌中市监处罚〔2026〕1号' },
    ...{ legalBasis: '反不正当竞争法第二十六条', text: secret, decidedOn: '2026-06-01', person: secret }
  })
  const asked = { event: penalty.events[0].id, fields: ['person'], reason: secret }
  return (await must('court', `/v1/cases/${caseNumber}/unmaskings`, asked)).id
}

/** What psb sealed to amr on the case. */
async function sealedAttachment(stack: TestStack, caseNumber: string): Promise<string> {
  const { recipient: key } = await createSealingIdentity()
  const published = await stack.call('amr', 'POST', '/v1/agencies/amr/sealing-keys', { recipient: key })
  if (published.status !== 201) throw new Error(`sealing key: ${published.text}`)
  const sealed = await sealStream(new Blob([secret]).stream(), [key])
  const bytes = Buffer.from(await new Response(sealed).arrayBuffer())
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const recipients = [{ agency: 'amr', key }]
  const about = { caseNumber, title: secret, size: bytes.length, sha256, recipients }
  const announced = await stack.call('psb', 'POST', '/v1/attachments', about)
  if (announced.status !== 201) throw new Error(`attachment: ${announced.text}`)
  const headers = { 'content-type': 'application/octet-stream' }
  const uploaded = await stack.call('psb', 'PUT', announced.body.upload, bytes, { headers })
  if (uploaded.status >= 300) throw new Error(`upload: ${uploaded.status} ${uploaded.text}`)
  return announced.body.id
}

/** psb's side of a match with science. */
async function foundMatch(stack: TestStack): Promise<{ id: string; tokens: MatchToken[] }> {
  let tokens: MatchToken[] = []
  for (const agency of ['psb', 'science']) {
    const matcher = createMatcher({
      keys: async () => (await stack.call(agency, 'GET', '/v1/matching/keys')).body,
      evaluate: async (request) => (await stack.call(agency, 'POST', '/v1/matching/evaluations', request)).body
    })
    tokens = await matcher.tokens([{ kind: 'uscc', text: '914403001922038216' }])
    const lead = { channel: 'report', title: secret, allegedAct: 'breach-of-confidence', matchTokens: tokens }
    const made = await stack.call(agency, 'POST', '/v1/clues', lead)
    if (made.status !== 201) throw new Error(`matching clue: ${made.text}`)
  }
  const found = await until(async () => (await stack.call('psb', 'GET', '/v1/matches')).body.items?.[0], {
    within: 10_000,
    what: 'a match found'
  })
  return { id: found.id, tokens }
}

/** SHA-256 of what psb signed. */
async function signedStatement(stack: TestStack): Promise<string> {
  const token = await stack.token('psb')
  const body = { channel: 'report', title: secret, allegedAct: 'breach-of-confidence' }
  const attestation = 'no-state-secret; by=p-001'
  const seed = await stack.seed('psb')
  const headers = {
    authorization: `Bearer ${token}`,
    'wuhu-signature': signStatement({ seed, token, command: 'clue.receive', body, attestation }),
    'wuhu-attestation': attestation
  }
  const made = await stack.call('psb', 'POST', '/v1/clues', body, { headers })
  if (made.status !== 201) throw new Error(`signed clue: ${made.status} ${made.text}`)
  return await stored(stack, 'select sha256 from info_sharing.statements limit 1')
}

/** A text of psb that carried the mark of a state secret. */
async function quarantinedText(stack: TestStack): Promise<string> {
  const body = { channel: 'report', title: '机密★10年 某件', allegedAct: 'breach-of-confidence' }
  const refused = await stack.call('psb', 'POST', '/v1/clues', body)
  if (refused.body?.code !== 'state-secret.suspected') throw new Error(`quarantine: ${refused.text}`)
  return await stored(
    stack,
    "select split_part(stream_id, '/', 2) from info_sharing.heads where stream_id like 'quarantine/%'"
  )
}

/** One value that no door tells, from the store itself. */
async function stored(stack: TestStack, query: string): Promise<string> {
  const client = new pg.Client({ connectionString: stack.databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<[string]>({ text: query, rowMode: 'array' })
    const value = rows[0]?.[0]
    if (value === undefined) throw new Error(`nothing is stored: ${query}`)
    return value
  } finally {
    await client.end()
  }
}
