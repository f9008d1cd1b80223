import { createKeyPair, mintToken } from '@wuhu/access'
import { signStatement } from '@wuhu/access/signing'
import t from 'tap'
import { matchingApp, person, plainClue } from '../matching/matching.fixture.ts'

const attestation = 'no-state-secret; by=p-1'

t.test('what an agency signs is kept, so tokens and points are not among it', async (t) => {
  const { app, admin, asked, as, tokens, store, heard } = await matchingApp(t, { hour: 4 })
  const pair = createKeyPair()
  await admin.post('/v1/agencies/psb/keys', { publicKey: pair.kid, role: 'agency-system' })
  const signed = async (command: string, url: string, body: object, params: object = {}) => {
    const token = await mintToken({ seed: pair.seed, agency: 'psb' })
    const headers = {
      authorization: `Bearer ${token}`,
      'wuhu-attestation': attestation,
      'wuhu-signature': signStatement({ seed: pair.seed, token, command, params, body, attestation })
    }
    const reply = await app.inject({ method: 'POST', url, headers, payload: body })
    return { status: reply.statusCode, body: reply.json() }
  }
  const kept = async () => {
    const { rows } = await store.pool.query('select body from info_sharing.statements')
    return rows.map(({ body }) => body).join('\n')
  }
  const matchTokens = await tokens('psb', [person('张三')])
  const [{ token = '' } = {}] = matchTokens
  await asked(as('tax').post('/v1/clues', { ...plainClue, matchTokens: await tokens('tax', [person('张三')]) }), 201)

  const together = await signed('clue.receive', '/v1/clues', { ...plainClue, matchTokens })
  t.match(together, { status: 409, body: { code: 'match.signed' } })
  const clue = await signed('clue.receive', '/v1/clues', plainClue)
  t.equal(clue.status, 201, JSON.stringify(clue.body))
  t.ok((await kept()).includes(plainClue.title), 'the words of the clue are kept')
  const { id } = clue.body
  const sent = await signed('clue.match-tokens', `/v1/clues/${id}/match-tokens`, { tokens: matchTokens }, { id })
  t.equal(sent.status, 200, JSON.stringify(sent.body))
  t.equal((await heard('tax')).length, 1, 'and compared')

  const [key] = (await asked(as('psb').get('/v1/matching/keys'))).keys
  const elements = [key.publicKey, key.publicKey, key.publicKey]
  t.equal((await signed('match.evaluate', '/v1/matching/evaluations', { elements })).status, 200)
  const alarm = (await heard('amr')).at(-1)
  t.match(alarm, { type: 'match.alarmed.v1', actor: 'psb' })
  t.notOk('statement' in alarm)
  const words = await kept()
  t.notOk(words.includes(token), 'no token')
  t.notOk(words.includes(key.publicKey), 'no point')
})
