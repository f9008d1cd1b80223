import { nkeys } from '@nats-io/nats-core'
import t from 'tap'
import { createSeed, derivedSeed, signerOf } from './nkey.ts'

const text = (value: string) => new TextEncoder().encode(value)

t.test('seeds, public keys and signatures are those of the NKeys library', async (t) => {
  for (const [kind, letter] of [
    ['operator', 'O'],
    ['account', 'A'],
    ['user', 'U']
  ] as const) {
    const seed = createSeed(kind)
    const ours = signerOf(seed)
    const theirs = nkeys.fromSeed(text(seed))
    t.equal(seed.slice(0, 2), `S${letter}`)
    t.equal(ours.getPublicKey(), theirs.getPublicKey())
    t.equal(ours.getPublicKey()[0], letter)
    t.ok(theirs.verify(text('x'), ours.sign(text('x'))))
    t.ok(ours.verify(text('x'), theirs.sign(text('x'))))
    t.notOk(ours.verify(text('y'), theirs.sign(text('x'))))
  }
})

t.test('a derived seed is the same each time, and another for another label, secret or kind', async (t) => {
  const secret = text('a secret of 32 bytes, or so it is')
  const seed = derivedSeed('account', secret, 'nats/account/psb')
  t.equal(derivedSeed('account', secret, 'nats/account/psb'), seed)
  // A durable value: accounts on servers are named by it.
  t.equal(signerOf(seed).getPublicKey(), 'AB4OYMK4CDT2WNMWG4G3ZAVZS4VSSCNZETFEVZQWMSP4LDKDEMXAGFYQ')
  t.not(derivedSeed('account', secret, 'nats/account/psb2'), seed)
  t.not(derivedSeed('account', text('another'), 'nats/account/psb'), seed)
})

t.test('what is no seed is refused', async (t) => {
  const seed = createSeed('user')
  const wrong = [
    '',
    'x',
    seed.slice(0, -1),
    `${seed.slice(0, -1)}${seed.endsWith('A') ? 'B' : 'A'}`,
    signerOf(seed).getPublicKey()
  ]
  for (const one of wrong) t.throws(() => signerOf(one), /not an NKey seed/, one)
})
