import fc from 'fast-check'
import t from 'tap'
import { agencyAccount, hubAccount } from './agency-account.ts'
import { createSeed, signerOf } from './nkey.ts'

const key = () => signerOf(createSeed('account')).getPublicKey()
const hub = key()
const signingKey = key()
const subjectsOf = (agency: string) =>
  (agencyAccount({ agency, hub, signingKey, revoked: [] }).imports ?? []).map(({ subject }) => subject)

/** Whether some literal subject matches both patterns. */
function meet([a, ...restA]: readonly string[], [b, ...restB]: readonly string[]): boolean {
  if (a === undefined || b === undefined) return a === b
  if (a === '>' || b === '>') return true
  return (a === b || a === '*' || b === '*') && meet(restA, restB)
}
const overlap = (a: string, b: string) => meet(a.split('.'), b.split('.'))

/** Where the server listens for what concerns an agency's consumer, in both forms of ADR-15. */
const of = (agency: string) => [
  `$JS.API.CONSUMER.*.MAIL.${agency}`,
  `$JS.API.CONSUMER.MSG.NEXT.MAIL.${agency}`,
  `$JS.ACK.MAIL.${agency}.*.*.*.*.*`,
  `$JS.ACK.*.*.MAIL.${agency}.*.*.*.*.*`,
  `$JS.ACK.*.*.MAIL.${agency}.*.*.*.*.*.*`,
  `mail.${agency}.>`,
  `cmd.${agency}.>`
]

t.test("no door of one agency leads to another's consumer, mail or commands", async (t) => {
  const code = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}[a-z0-9]$/)
  fc.assert(
    fc.property(code, code, (mine, yours) => {
      fc.pre(mine !== yours)
      for (const door of subjectsOf(mine)) {
        for (const subject of of(yours)) if (overlap(door, subject)) throw new Error(`${door} meets ${subject}`)
      }
    })
  )
  t.ok(
    overlap('$JS.ACK.*.*.MAIL.psb.>', '$JS.ACK.MAIL.court.*.*.*.*.*'),
    'a wildcard for domain and account would meet it'
  )
})

t.test("every import is within one of the hub's exports", async (t) => {
  const exported = (hubAccount(hub, signingKey).exports ?? []).map(({ subject }) => subject)
  const within = (subject: string, pattern: string) => {
    const [tokens, wanted] = [subject.split('.'), pattern.split('.')]
    return wanted.every((one, at) => one === '>' || one === '*' || one === tokens[at])
  }
  for (const subject of subjectsOf('psb'))
    t.ok(
      exported.some((pattern) => within(subject, pattern)),
      subject
    )
})

t.test('an account of an agency has no JetStream, exports nothing, and no wildcard as its name', async (t) => {
  const account = agencyAccount({ agency: 'psb', hub, signingKey, revoked: ['UB', 'UA'] })
  t.match(account.limits, { exports: 0, leaf: 0, disallow_bearer: true })
  t.notOk('disk_storage' in (account.limits ?? {}))
  t.same(
    Object.keys(account.revocations ?? {}),
    ['UA', 'UB'],
    'in one order, so that the same directory gives the same'
  )
  for (const agency of ['*', '>', 'a.b', '', 'psb ', 'PSB']) {
    t.throws(() => agencyAccount({ agency, hub, signingKey, revoked: [] }), TypeError, agency)
  }
})
