import fc from 'fast-check'
import { sm2 } from 'sm-crypto-v2'
import t from 'tap'
import { createKeyPair } from '../key.ts'
import { readDetached, signDetached, verifyDetached } from './detached-jws.ts'
import { verifierOf } from './ed25519.ts'
import { sm2Signer, sm2sm3, sm2Verifier } from './sm2sm3.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')

/** GM/T 0003.5-2012, annex A.2 (GB/T 32918.5-2017, annex A.2). */
const standard = {
  d: '3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8'.toLowerCase(),
  publicKey:
    `04${'09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020'}${'CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13'}`.toLowerCase(),
  message: Buffer.from('message digest'),
  z: 'B2E14C5C79C6DF5B85F4FE7ED8DB7A262B9DA7E07CCB0EA9F4747B8CCDA8A4F3'.toLowerCase(),
  e: 'F0B43E94BA45ACCAACE692ED534382EB17E6AB5A19CE7B31F4486FDFC0D28640'.toLowerCase(),
  k: BigInt('0x59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21'),
  x1: BigInt('0x04EBFC718E8D1798620432268E77FEB6415E2EDE0E073C0F4F640ECD2E149A73'),
  r: 'F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3'.toLowerCase(),
  s: 'B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA'.toLowerCase()
}
const signature = hex(standard.r + standard.s)

t.test('SM3 gives the digests of GB/T 32905-2016, annex A', async (t) => {
  const digest = (text: string) => Buffer.from(sm2sm3.hash(Buffer.from(text))).toString('hex')
  t.equal(digest('abc'), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  t.equal(digest('abcd'.repeat(16)), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
})

t.test('SM2 agrees with the example of the standard, step by step', async (t) => {
  t.equal(sm2.getPublicKeyFromPrivateKey(standard.d), standard.publicKey)
  const z = sm2.getZ(standard.publicKey)
  t.equal(Buffer.from(z).toString('hex'), standard.z)
  const e = sm2sm3.hash(Buffer.concat([z, standard.message]))
  t.equal(Buffer.from(e).toString('hex'), standard.e)
  const pointPool = [{ k: standard.k, x1: standard.x1 }]
  t.equal(sm2.doSignature(e, standard.d, { pointPool }), standard.r + standard.s)
  t.ok(sm2sm3.verify(standard.publicKey, standard.message, signature))
  t.ok(sm2Verifier('k', standard.publicKey).verify(standard.message, signature))
})

t.test('what is signed here verifies there, in both writings', async (t) => {
  const made = sm2Signer('k', standard.d).sign(standard.message)
  t.equal(made.length, 64)
  const raw = Buffer.from(made).toString('hex')
  t.ok(sm2.doVerifySignature(standard.message, raw, standard.publicKey, { hash: true, userId: '1234567812345678' }))
  const der = sm2.doSignature(standard.message, standard.d, { hash: true, der: true })
  t.notOk(sm2sm3.verify(standard.publicKey, standard.message, hex(der)), 'DER is not what a JWS carries')
  t.notOk(
    sm2.doVerifySignature(standard.message, raw, standard.publicKey, { hash: true, userId: '' }),
    'an empty user id does not fit'
  )
})

t.test('no changed bit, no number out of range, no bad key', async (t) => {
  const { publicKey, message } = standard
  fc.assert(
    fc.property(fc.nat(511), (bit) => {
      const changed = Buffer.from(signature)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      return !sm2sm3.verify(publicKey, message, changed)
    }),
    { numRuns: 30 }
  )
  const zero = '0'.repeat(64)
  const n = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123'
  for (const bad of [zero + standard.s, standard.r + zero, n + standard.s, standard.r + n, 'f'.repeat(128), '']) {
    t.notOk(sm2sm3.verify(publicKey, message, hex(bad)))
  }
  t.notOk(sm2sm3.verify(publicKey, Buffer.from('message digesu'), signature))
  for (const d of ['', zero, n, standard.d.slice(1)]) t.throws(() => sm2Signer('k', d), TypeError)
  for (const point of ['', publicKey.slice(2), `${publicKey.slice(0, -1)}0`]) {
    t.throws(() => sm2Verifier('k', point), TypeError)
  }
})

t.test('a detached JWS carries it, and the key decides the algorithm', async (t) => {
  const payload = Buffer.from('x')
  const jws = signDetached(sm2Signer('k', standard.d), 'wuhu-statement', payload, 1_780_275_600)
  const claimed = readDetached(jws, 'wuhu-statement')
  t.equal(claimed.alg, 'SM2')
  t.doesNotThrow(() => verifyDetached(claimed, sm2Verifier('k', standard.publicKey), payload))
  const nkey = { ...verifierOf(createKeyPair().kid), kid: 'k' }
  t.throws(() => verifyDetached(claimed, nkey, payload), { code: 'signature.malformed' })
})
