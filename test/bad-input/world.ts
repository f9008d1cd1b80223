import { createKeyPair, mintToken } from '@wuhu/access'
import { until } from '@wuhu/test-support'
import type { Test } from 'tap'
import { startStack, type TestStack } from '../stack/start-stack.ts'
import { planted } from './wrong-request.ts'

/** A running stack with something in it that wrong requests can be about. */
export interface World {
  readonly stack: TestStack
  /** Clues of science: written down only; assigned to psb; accepted by psb. tax takes no part. */
  readonly draft: string
  readonly assigned: string
  readonly verifying: string
  /** Of the clue `verifying`. */
  readonly caseNumber: string
  /** psb's letters to procuratorate on that case: sent, and received. */
  readonly sent: string
  readonly received: string
  /** amr's notice to science alone. */
  readonly notice: string
  /** In amr's mailbox: psb's receipt. */
  readonly receiptSequence: number
  /** Idempotency-Key with which science sent the clue `assigned`. */
  readonly usedKey: string
  /** Made one write already, without Idempotency-Key. */
  readonly usedToken: string
  /** Next page of science's clues. */
  readonly cursor: string
  /** Of science, but for `stranger`, which nobody registered. */
  readonly keys: Readonly<Record<'revoked' | 'expired' | 'future' | 'stranger', { kid: string; seed: string }>>
}

export const lead = {
  channel: 'report',
  title: `图纸外泄 ${planted}`,
  allegedAct: 'breach-of-confidence',
  description: planted,
  subject: { company: '某机械有限公司', uscc: '914403001922038216' }
}
export const officer = (role: string) => ({ person: 'p-1', role })
export const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
export const letter = (caseNumber: string) => ({
  caseNumber,
  addressee: 'procuratorate',
  letterNumber: '乌中公协〔2026〕1号',
  title: `协查 ${planted}`,
  items: [{ kind: 'inquiry', text: planted }],
  legalBasis: '反不正当竞争法第十六条',
  approver: officer('agency-head')
})

/** Builds it over the same doors that the table knocks at. @throws Error with the first answer that was no success */
export async function createWorld(t: Test): Promise<World> {
  const stack = await startStack(t)
  const must = async (agency: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
    const role = path.startsWith('/v1/agencies') ? 'security-admin' : 'agency-system'
    const answer = await stack.call(agency, 'POST', path, body, { headers, role })
    if (answer.status >= 300) throw new Error(`${agency} POST ${path}: ${answer.status} ${answer.text}`)
    return answer.body
  }
  const clue = (headers = {}, more = {}) => must('science', '/v1/clues', { ...lead, ...more }, headers)
  const assign = (id: string) =>
    must('amr', `/v1/clues/${id}/assign`, { to: 'psb', dueAt: ahead(5), by: officer('office-staff') })

  const usedKey = 'bad-input-1'
  const draft = await clue({}, { register: false })
  const assigned = await clue({ 'idempotency-key': usedKey })
  const verifying = await clue()
  await assign(assigned.id)
  await assign(verifying.id)
  await must('psb', `/v1/clues/${verifying.id}/accept`, {})
  const { caseNumber } = verifying
  const sent = await must('psb', '/v1/assistances', letter(caseNumber))
  const received = await must('psb', '/v1/assistances', { ...letter(caseNumber), letterNumber: '乌中公协〔2026〕2号' })
  await must('procuratorate', `/v1/assistances/${received.id}/receive`, {})
  const about = { kind: 'notice', audience: ['science'], title: '通知', text: planted }
  const notice = await must('amr', '/v1/notices', about)
  const usedToken = await stack.token('science')
  await must('science', `/v1/notices/${notice.id}/sign`, {}, { authorization: `Bearer ${usedToken}` })

  const addKey = async (validity: object) => {
    const { kid, seed } = createKeyPair()
    await must('amr', '/v1/agencies/science/keys', { publicKey: kid, role: 'agency-system', ...validity })
    return { kid, seed }
  }
  const expired = await addKey({ validFrom: '2020-01-01T00:00:00Z', validUntil: '2021-01-01T00:00:00Z' })
  const future = await addKey({ validFrom: ahead(30) })
  const revoked = await addKey({})
  await must('amr', `/v1/agencies/science/keys/${revoked.kid}/revoke`, { reason: planted })
  await everywhere(stack, revoked.seed, 'token.key-revoked')
  const listed = await stack.call('science', 'GET', '/v1/clues?limit=1')
  return {
    ...{ stack, draft: draft.id, assigned: assigned.id, verifying: verifying.id, caseNumber },
    ...{ sent: sent.id, received: received.id, notice: notice.id, usedKey, usedToken, cursor: listed.body.next },
    receiptSequence: await receiptIn(stack),
    keys: { expired, future, revoked, stranger: createKeyPair() }
  }
}

/** Waits until every service knows what became of a key. */
async function everywhere(stack: TestStack, seed: string, code: string): Promise<void> {
  for (const path of ['/v1/clues', '/v1/assistances', '/v1/mailbox', '/v1/replay']) {
    await until(async () => {
      const authorization = `Bearer ${await mintToken({ seed, agency: 'science' })}`
      return (await stack.call('science', 'GET', path, undefined, { headers: { authorization } })).body?.code === code
    })
  }
}

/** psb signs for the first thing it ever got, and amr finds the receipt. */
async function receiptIn(stack: TestStack): Promise<number> {
  await until(async () => (await stack.call('psb', 'POST', '/v1/mailbox/1/receipt', {})).status === 200)
  const found = await until(async () => {
    const { body } = await stack.call('amr', 'GET', '/v1/mailbox?limit=500')
    const items = body.items as ReadonlyArray<{ sequence: number; event: { type: string } }>
    return items.find(({ event }) => event.type === 'delivery.acknowledged.v1')
  })
  return found.sequence
}
