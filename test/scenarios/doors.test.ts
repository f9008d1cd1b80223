import { randomUUID } from 'node:crypto'
import { until } from '@wuhu/test-support'
import t from 'tap'
import { settled } from '../stack/settled.ts'
import { startStack } from '../stack/start-stack.ts'
import { openNatsDoor } from './ask-by-nats.ts'
import { refusedEverywhere } from './refused-everywhere.ts'
import { plantedStory, playScene } from './scene.ts'

// The two doors of a service, what strangers are told at both, and how soon a revoked key opens none.

const stack = await startStack(t)
const door = openNatsDoor(stack)
t.teardown(door.close)
const scene = await playScene(stack, plantedStory('ts-055'))
const { caseNumber = '', clue = '', assistance = '' } = scene

const bearer = async (agency: string) => ({ Authorization: `Bearer ${await stack.token(agency)}` })
const byNats = async (agency: string, command: string, body: unknown, headers: Record<string, string> = {}) =>
  door.ask(`cmd.${agency}.${command}`, body, { ...(await bearer(agency)), ...headers })

/** What is different in every answer: ids, numbers, instants. */
const masked = (text: string) =>
  text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>')
    .replaceAll(/150824-\d{4}-\d{6}/g, '<number>')

const lead = { channel: 'report', title: '离职员工带走图纸', allegedAct: 'improper-acquisition' }

t.test('the NATS door answers as HTTP does', async (t) => {
  const both = async (command: string, path: string, body: object, params: object = {}) => {
    const http = await stack.call('amr', 'POST', path, body)
    const nats = await byNats('amr', command, { ...params, ...body })
    t.equal(nats.status, http.status, `${command} ${http.status}`)
    t.equal(masked(nats.text), masked(http.text), command)
    for (const name of ['etag', 'location', 'content-type']) {
      t.equal(masked(nats.headers.get(name) ?? ''), masked(http.headers.get(name) ?? ''), `${command} ${name}`)
    }
    return { http, nats }
  }
  const { http } = await both('clue.receive', '/v1/clues', lead)
  await both('clue.receive', '/v1/clues', { ...lead, surprise: 1 })
  await both('clue.receive', '/v1/clues', { channel: 'rumour' })
  const { id } = http.body
  await both('clue.accept', `/v1/clues/${id}/accept`, {}, { id })
  await both('clue.file', `/v1/clues/${clue}/file`, { agencyCaseNumber: '1', legalBasis: '1' }, { id: clue })
  await both('case.close', '/v1/cases/150824-2026-999999/close', { reason: '办结' }, { number: '150824-2026-999999' })
  await both(
    'assistance.reply',
    `/v1/assistances/${assistance}/reply`,
    { letterNumber: '1', text: '1' },
    { id: assistance }
  )
})

t.test('one idempotency key is one command, whichever door it comes through', async (t) => {
  const key = randomUUID()
  const http = await stack.call('psb', 'POST', '/v1/clues', lead, { headers: { 'idempotency-key': key } })
  const nats = await byNats('psb', 'clue.receive', lead, { 'Idempotency-Key': key })
  t.equal(http.status, 201)
  t.equal(nats.text, http.text)
  t.equal(nats.headers.get('idempotency-replayed'), 'true')
  t.match(await byNats('psb', 'clue.receive', { ...lead, title: '另一件' }, { 'Idempotency-Key': key }), {
    status: 422
  })
})

t.test('the NATS door asks for the same proof', async (t) => {
  t.match(await door.ask('cmd.amr.clue.receive', lead), { status: 401, body: { code: 'token.missing' } })
  const psb = await bearer('psb')
  t.match(await door.ask('cmd.amr.clue.receive', lead, psb), { status: 403, body: { code: 'subject.agency' } })
  t.match(await door.ask('cmd.psb.clue.receive', '{"title"', await bearer('psb')), { status: 400 })
})

t.test('what one may not see is answered like what does not exist, byte for byte', async (t) => {
  const stranger = 'court'
  const nowhere = '01900000-0000-7000-8000-000000000000'
  const noCase = '150824-2026-999998'
  const by = { person: 'court-1', role: 'agency-head' }
  const asked: Array<
    readonly [method: string, path: (id: string) => string, real: string, none: string, body?: object]
  > = [
    ['GET', (id) => `/v1/clues/${id}`, clue, nowhere],
    ['GET', (id) => `/v1/assistances/${id}`, assistance, nowhere],
    ['GET', (id) => `/v1/cases/${id}`, caseNumber, noCase],
    ['GET', (id) => `/v1/replay?case=${id}`, caseNumber, noCase],
    ['GET', (id) => `/v1/clues?caseNumber=${id}`, caseNumber, noCase],
    ['POST', (id) => `/v1/clues/${id}/accept`, clue, nowhere, { by }],
    ['POST', (id) => `/v1/clues/${id}/archive`, clue, nowhere, { by }],
    [
      'POST',
      (id) => `/v1/assistances/${id}/reply`,
      assistance,
      nowhere,
      { letterNumber: '乌中法〔2026〕1号', text: '复函', by }
    ],
    ['POST', (id) => `/v1/assistances/${id}/close`, assistance, nowhere, { by }],
    ['POST', (id) => `/v1/cases/${id}/close`, caseNumber, noCase, { reason: '办结', by }],
    [
      'POST',
      (id) => `/v1/cases/${id}/add-party`,
      caseNumber,
      noCase,
      { agency: 'tax', history: true, reason: '参与', by }
    ],
    ['POST', (id) => `/v1/cases/${id}/link-number`, caseNumber, noCase, { linked: '(2026)内0824刑初1号', by }]
  ]
  const answerTo = async (method: string, path: string, body: object | undefined, id: string, match?: string) => {
    const headers = match === undefined ? {} : { 'if-match': match }
    const { status, text, headers: given } = await stack.call(stranger, method, path, body, { headers })
    const same = text.replaceAll(id, '<asked>').replaceAll(/"sha256":"[0-9a-f]+"|"upto":\d+/g, '')
    return {
      status,
      text: same,
      type: given.get('content-type'),
      etag: given.get('etag'),
      length: text.length - id.length
    }
  }
  for (const [method, path, real, none, body] of asked) {
    for (const match of method === 'POST' ? [undefined, '"1"', '"7"'] : [undefined]) {
      const one = await answerTo(method, path(real), body, real, match)
      const other = await answerTo(method, path(none), body, none, match)
      t.same(one, other, `${method} ${path('…')} ${match ?? ''}`)
    }
  }
  const naming = { ...lead, caseNumber }
  const joining = await stack.call(stranger, 'POST', '/v1/clues', naming)
  const missing = await stack.call(stranger, 'POST', '/v1/clues', { ...naming, caseNumber: noCase })
  t.match(joining, { status: 409, body: { code: 'case.unknown' } })
  t.equal(missing.text, joining.text)
})

t.test('a revoked key opens no door of any service within a second', async (t) => {
  const agency = 'water'
  await settled(stack)
  const { keys } = (await stack.call('amr', 'GET', `/v1/agencies/${agency}`)).body
  const [{ kid }] = keys
  const token = await stack.token(agency)
  t.same(await refusedEverywhere({ stack, door, agency, token }), [], 'it opens them all before')
  const path = `/v1/agencies/${agency}/keys/${kid}/revoke`
  const revoked = await stack.call('amr', 'POST', path, { reason: '密钥遗失' }, { role: 'security-admin' })
  t.equal(revoked.status, 200)
  const answered = performance.now()
  let took = 0
  await until(
    async () => {
      const refused = await refusedEverywhere({ stack, door, agency, token })
      took = performance.now() - answered
      return refused.length === 5
    },
    { within: 5_000, every: 1, what: 'refused by all four services and by NATS' }
  )
  t.ok(took < 1_000, `refused everywhere after ${Math.round(took)} ms`)
})
