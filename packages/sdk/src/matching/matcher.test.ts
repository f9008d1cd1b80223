import { createHash } from 'node:crypto'
import { EvaluationRequest, generateKeyPair, VOPRFServer } from '@cloudflare/voprf-ts'
import { CryptoNoble } from '@cloudflare/voprf-ts/crypto-noble'
import t from 'tap'
import { createMatcher, type Identifier, type MatcherOptions, ProofFailed, UnusableIdentifier } from './matcher.ts'

const suite = 'P256-SHA256'

/** Somebody who evaluates as info-sharing does, and remembers what was asked. */
async function evaluator() {
  const { privateKey, publicKey } = await generateKeyPair(suite, CryptoNoble)
  const keyId = createHash('sha256').update(publicKey).digest('hex').slice(0, 32)
  const server = new VOPRFServer(suite, privateKey, CryptoNoble)
  const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  const asked: { keyId: string; elements: readonly string[] }[] = []
  const options: MatcherOptions = {
    keys: async () => ({ current: keyId, keys: [{ keyId, publicKey: encode(publicKey) }] }),
    async evaluate(request) {
      asked.push(request)
      const points = request.elements.map((text) => server.group.desElt(new Uint8Array(Buffer.from(text, 'base64url'))))
      const { evaluated, proof } = await server.blindEvaluate(new EvaluationRequest(points))
      if (!proof) throw new Error('a proof is always made')
      return { keyId, evaluated: evaluated.map((one) => encode(one.serialize())), proof: encode(proof.serialize()) }
    }
  }
  return { options, asked, keyId, direct: async (input: Uint8Array) => encode(await server.evaluate(input)) }
}

t.test('from identifiers to tokens', async (t) => {
  const { options, asked, keyId, direct } = await evaluator()
  const matcher = createMatcher(options)
  const tokens = await matcher.tokens([
    { kind: 'person', text: '张 三' },
    { kind: 'product', text: '张三' },
    { kind: 'person', text: '张三' }
  ])
  t.equal(tokens.length, 2, 'two spellings are one identifier')
  t.strictSame(
    tokens.map(({ kind, keyId: id }) => [kind, id]),
    [
      ['person', keyId],
      ['product', keyId]
    ]
  )
  t.not(tokens[0]?.token, tokens[1]?.token, 'a name of a person is not a name of a product')
  t.equal(tokens[0]?.token, await direct(new TextEncoder().encode('wuhu/match/v1/person\n张三')))
  t.strictSame(await matcher.tokens([{ kind: 'person', text: '张·三' }]), [tokens[0]])
  t.not(asked[0]?.elements[0], asked[1]?.elements[0], 'asked for in other words each time')
  t.notMatch(JSON.stringify(asked), /张/)
})

t.test('many at once go in several requests', async (t) => {
  const { options, asked } = await evaluator()
  const identifiers: Identifier[] = Array.from({ length: 20 }, (_, index) => ({ kind: 'product', text: `XY-${index}` }))
  t.equal(new Set((await createMatcher(options).tokens(identifiers)).map(({ token }) => token)).size, 20)
  t.strictSame(
    asked.map(({ elements }) => elements.length),
    [16, 4]
  )
  t.strictSame(await createMatcher(options).tokens([]), [])
})

t.test('nothing is sent when one of them is unusable', async (t) => {
  const { options, asked } = await evaluator()
  const identifiers: Identifier[] = [
    { kind: 'person', text: '张三' },
    { kind: 'phone', text: '123' }
  ]
  await t.rejects(createMatcher(options).tokens(identifiers), UnusableIdentifier)
  t.equal(asked.length, 0)
})

t.test('keys and answers that are not to be trusted', async (t) => {
  const [honest, other] = [await evaluator(), await evaluator()]
  const identifiers: Identifier[] = [{ kind: 'person', text: '张三' }]
  const tokens = (options: Partial<MatcherOptions>, keyId?: string) =>
    createMatcher({ ...honest.options, ...options }).tokens(identifiers, keyId)
  await t.rejects(tokens({ evaluate: other.options.evaluate }), ProofFailed, 'another key, said openly')
  const lying: MatcherOptions['evaluate'] = async (request) => ({
    ...(await other.options.evaluate(request)),
    keyId: honest.keyId
  })
  await t.rejects(tokens({ evaluate: lying }), ProofFailed, 'another key, denied')
  const swapped = async () => ({ ...(await other.options.keys()), current: honest.keyId })
  await t.rejects(tokens({ keys: swapped }), ProofFailed, 'no such key')
  const forged = async () => {
    const [key] = (await other.options.keys()).keys
    return { current: honest.keyId, keys: [{ keyId: honest.keyId, publicKey: key?.publicKey ?? '' }] }
  }
  await t.rejects(tokens({ keys: forged, evaluate: lying }), ProofFailed, 'a public key under the id of another')
  await t.rejects(tokens({}, other.keyId), ProofFailed)
})
