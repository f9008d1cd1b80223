import t from 'tap'
import { checkCertificate } from './certificate.ts'

const refused = { name: 'Unauthenticated', code: 'token.certificate' }

t.test('a connection without a certificate leaves it to the token', async (t) => {
  t.doesNotThrow(() => checkCertificate({ agency: 'psb' }, undefined))
})

t.test('a certificate that is presented must be the one of the caller', async (t) => {
  const own = { trusted: true, name: 'psb' }
  t.doesNotThrow(() => checkCertificate({ agency: 'psb' }, own))
  t.throws(() => checkCertificate({ agency: 'court' }, own), refused, 'that of another agency')
  t.throws(
    () => checkCertificate({ agency: 'psb' }, { ...own, trusted: false }),
    refused,
    'one that nobody vouches for'
  )
  t.throws(() => checkCertificate({ agency: 'psb' }, { ...own, name: undefined }), refused, 'one without a name')
  t.throws(() => checkCertificate({ agency: 'psb' }, { ...own, name: 'PSB' }), refused, 'codes are small letters')
})

t.test('officers come by the console', async (t) => {
  const officer = { agency: 'psb', person: 'li' }
  t.doesNotThrow(() => checkCertificate(officer, { trusted: true, name: 'console' }))
  t.throws(() => checkCertificate(officer, { trusted: true, name: 'psb' }), refused)
  t.throws(() => checkCertificate({ agency: 'psb' }, { trusted: true, name: 'console' }), refused)
})
