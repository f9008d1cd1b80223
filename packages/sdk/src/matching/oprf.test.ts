import t from 'tap'
import { blind, inputOf, ProofFailed } from './oprf.ts'

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const base64url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url')

/** RFC 9497, appendix A.3.2: P256-SHA256, VOPRF mode, third vector (a batch of two). */
const vector = {
  publicKey: '03e17e70604bcabe198882c0a1f27a92441e774224ed9c702e51dd17038b102462',
  inputs: ['00', '5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a'],
  blinds: [
    '3338fa65ec36e0290022b48eb562889d89dbfa691d1cde91517fa222ed7ad364',
    'f9db001266677f62c095021db018cd8cbb55941d4073698ce45c405d1348b7b1'
  ],
  blinded: [
    '02dd05901038bb31a6fae01828fd8d0e49e35a486b5c5d4b4994013648c01277da',
    '03462e9ae64cae5b83ba98a6b360d942266389ac369b923eb3d557213b1922f8ab'
  ],
  evaluated: [
    '0209f33cab60cf8fe69239b0afbcfcd261af4c1c5632624f2e9ba29b90ae83e4a2',
    '02bb24f4d838414aef052a8f044a6771230ca69c0a5677540fff738dd31bb69771'
  ],
  proof:
    'bdcc351707d02a72ce49511c7db990566d29d6153ad6f8982fad2b435d6ce4d60da1e6b3fa740811bde34dd4fe0aa1b5fe6600d0440c9ddee95ea7fad7a60cf2',
  outputs: [
    '0412e8f78b02c415ab3a288e228978376f99927767ff37c5718d420010a645a1',
    '771e10dcd6bcd3664e23b8f2a710cfaaa8357747c4a8cbba03133967b5c24f18'
  ]
}
const answer = { evaluated: vector.evaluated.map(base64url), proof: base64url(vector.proof) }
const blindVector = (publicKey = vector.publicKey) =>
  blind(vector.inputs.map(bytes), bytes(publicKey), vector.blinds.map(bytes))

t.test('the vector of RFC 9497', async (t) => {
  const blinded = await blindVector()
  t.strictSame(blinded.elements, vector.blinded.map(base64url))
  const outputs = await blinded.finalise(answer)
  t.strictSame(
    outputs.map((output) => Buffer.from(output).toString('hex')),
    vector.outputs
  )
})

t.test('an answer that is not to be trusted', async (t) => {
  const [first = '', second = ''] = answer.evaluated
  const other = '025ecbe4d1a6330a44c8f7ef951d4bf165e6c6b721efada985fb41661bc6e7fd6c'
  const forged = Buffer.from(vector.proof, 'hex')
  forged[40] = (forged[40] ?? 0) ^ 1
  for (const [name, wrong] of Object.entries({
    swapped: { ...answer, evaluated: [second, first] },
    'of other inputs': { ...answer, evaluated: [first, base64url(other)] },
    short: { ...answer, evaluated: [first] },
    'forged proof': { ...answer, proof: forged.toString('base64url') },
    'proof cut off': { ...answer, proof: answer.proof.slice(0, 40) },
    'no proof': { ...answer, proof: '' },
    identity: { ...answer, evaluated: [first, 'AA'] },
    'off the curve': { ...answer, evaluated: [first, base64url(`02${'0'.repeat(63)}1`)] }
  })) {
    const blinded = await blindVector()
    await t.rejects(blinded.finalise(wrong), ProofFailed, name)
  }
  // Made with the key of the vector, and checked against another one.
  const elsewhere = await blindVector('036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296')
  await t.rejects(elsewhere.finalise(answer), ProofFailed)
})

t.test('blinding is new each time, and kinds are apart', async (t) => {
  const input = inputOf('person', '张三')
  const key = bytes(vector.publicKey)
  const [one, two] = [await blind([input, input], key), await blind([input], key)]
  t.equal(new Set([...one.elements, ...two.elements]).size, 3)
  t.notSame(inputOf('product', '张三'), input)
})
