import { Problem } from '@wuhu/host'
import t from 'tap'
import { readElements } from './evaluate.ts'

const text = (hex: string) => Buffer.from(hex, 'hex').toString('base64url')

/** RFC 9497, appendix A.3.2: P256-SHA256, VOPRF mode, third vector (a batch of two). */
const key = {
  keyId: '',
  publicKey: text('03e17e70604bcabe198882c0a1f27a92441e774224ed9c702e51dd17038b102462'),
  secret: new Uint8Array(Buffer.from('ca5d94c8807817669a51b196c34c1b7f8442fde4334a7121ae4736364312fca6', 'hex'))
}
const blinded = [
  '02dd05901038bb31a6fae01828fd8d0e49e35a486b5c5d4b4994013648c01277da',
  '03462e9ae64cae5b83ba98a6b360d942266389ac369b923eb3d557213b1922f8ab'
].map(text)

t.test('the vector of RFC 9497', async (t) => {
  const { evaluated, proof } = await readElements(blinded)(key)
  t.strictSame(
    evaluated,
    [
      '0209f33cab60cf8fe69239b0afbcfcd261af4c1c5632624f2e9ba29b90ae83e4a2',
      '02bb24f4d838414aef052a8f044a6771230ca69c0a5677540fff738dd31bb69771'
    ].map(text)
  )
  t.equal(Buffer.from(proof, 'base64url').length, 64)
  t.not((await readElements(blinded)(key)).proof, proof, 'a proof has a secret scalar of its own')
})

t.test('what is no element is refused before the key is touched', async (t) => {
  const [good = ''] = blinded
  const prime = 'ffffffff00000001000000000000000000000000ffffffffffffffffffffffff'
  for (const [name, bad] of Object.entries({
    'off the curve': text(`02${'0'.repeat(63)}1`),
    'x beyond the field': text(`02${prime}`),
    identity: text('00'),
    'identity in disguise': text('00'.repeat(33)),
    uncompressed: text(`04${'11'.repeat(64)}`),
    'another prefix': text(`05${'11'.repeat(32)}`),
    'another spelling': `${good.slice(0, -1)}=`,
    short: good.slice(0, 40),
    text: '张三'
  })) {
    try {
      readElements([good, bad])
      t.fail(name)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      t.match(error, { status: 400, code: 'match.element' }, name)
      t.strictSame(
        error.errors?.map(({ path }) => path),
        ['/elements/1']
      )
      t.notOk(JSON.stringify([error.message, error.errors]).includes(bad), 'and not repeated')
    }
  }
})
