import 'reflect-metadata'
import { createPrivateKey, randomBytes, webcrypto } from 'node:crypto'
import { isIP } from 'node:net'
import * as x509 from '@peculiar/x509'

/** P-256 with SHA-256: what Node, nats-server, Postgres and browsers all take. */
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const day = 86_400_000
/** Clocks of two machines differ a little: a certificate is valid from an hour before it was made. */
const head = 3_600_000

/** A certificate and its private key, both PEM (PKCS #8). */
export interface Pair {
  readonly certificate: string
  readonly key: string
}

/** What a certificate is made for: a server by its names (DNS or IP), or whoever presents itself as `client`. */
export interface CertificateRequest {
  readonly names: readonly string[]
  readonly client?: string | undefined
  readonly days: number
}

/** An entry of the list of revoked certificates. `serial` in hexadecimal, as Node writes it. */
export interface Revoked {
  readonly serial: string
  readonly at: Date
}

async function newKey(): Promise<{ keys: webcrypto.CryptoKeyPair; pem: string }> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  return { keys, pem: key.export({ type: 'pkcs8', format: 'pem' }).toString() }
}

/** RFC 5280, 4.1.2.2: positive, at most 20 octets, not guessable. */
const newSerial = (): string => `4${randomBytes(16).toString('hex').slice(1)}`

const pemOf = (certificate: x509.X509Certificate): string => `${certificate.toString('pem')}\n`

/** Makes a root certificate named `name`, which may sign certificates and revocations and no further authorities. */
export async function createRoot(name: string, days: number, now: Date): Promise<Pair> {
  const { keys, pem } = await newKey()
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(),
    name: [{ CN: [name] }],
    notBefore: new Date(now.getTime() - head),
    notAfter: new Date(now.getTime() + days * day),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey)
    ]
  })
  return { certificate: pemOf(certificate), key: pem }
}

/** Signs a certificate over a new key. It ends no later than the root does. */
export async function signCertificate(root: Pair, request: CertificateRequest, now: Date): Promise<Pair> {
  const { names, client, days } = request
  const { keys, pem } = await newKey()
  const issuer = new x509.X509Certificate(root.certificate)
  const usage = client === undefined ? x509.ExtendedKeyUsage.serverAuth : x509.ExtendedKeyUsage.clientAuth
  // RFC 5280 allows a common name 64 characters; who checks servers reads the alternative names only.
  const common = client ?? names.find((name) => name.length <= 64) ?? 'server'
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: newSerial(),
    subject: [{ CN: [common] }],
    issuer: issuer.subjectName,
    notBefore: new Date(now.getTime() - head),
    notAfter: new Date(Math.min(now.getTime() + days * day, issuer.notAfter.getTime())),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: await signingKey(root.key),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([usage]),
      ...(names.length === 0 ? [] : [new x509.SubjectAlternativeNameExtension(names.map(alternative))]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey)
    ]
  })
  return { certificate: pemOf(certificate), key: pem }
}

const alternative = (name: string) => ({ type: isIP(name) === 0 ? ('dns' as const) : ('ip' as const), value: name })

const signingKey = async (pem: string) => createPrivateKey(pem).toCryptoKey(algorithm, false, ['sign'])

/**
 * Signs the list of revoked certificates, PEM. It stays good as long as the root: whoever reads it reads a file that is
 * replaced when something is revoked, and must not fail because nothing was.
 */
export async function signRevocations(root: Pair, revoked: readonly Revoked[], now: Date): Promise<string> {
  const issuer = new x509.X509Certificate(root.certificate)
  const crl = await x509.X509CrlGenerator.create({
    issuer: issuer.subjectName,
    thisUpdate: now,
    nextUpdate: issuer.notAfter,
    signingAlgorithm: algorithm,
    signingKey: await signingKey(root.key),
    // An entry without a reason would carry an empty list of extensions, which RFC 5280 forbids.
    entries: revoked.map(({ serial, at }) => ({
      serialNumber: serial,
      revocationDate: at,
      reason: x509.X509CrlReason.privilegeWithdrawn
    })),
    extensions: [
      new x509.Extension('2.5.29.20', false, derInteger(now.getTime())),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey)
    ]
  })
  const lines =
    Buffer.from(crl.rawData)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN X509 CRL-----\n${lines.join('\n')}\n-----END X509 CRL-----\n`
}

/** A non-negative safe integer as ASN.1 DER. */
function derInteger(value: number): Buffer {
  const hex = value.toString(16)
  const bytes = Buffer.from(`00${hex.length % 2 === 0 ? '' : '0'}${hex}`, 'hex')
  const content = (bytes[1] ?? 0) < 0x80 ? bytes.subarray(1) : bytes
  return Buffer.concat([Buffer.from([2, content.length]), content])
}

/** What a list signed by `signRevocations` holds. */
export function readRevocations(pem: string): Revoked[] {
  return new x509.X509Crl(Buffer.from(pem.replace(/-----.*-----/g, ''), 'base64')).entries.map(
    ({ serialNumber, revocationDate }) => ({
      serial: serialNumber.toUpperCase(),
      at: revocationDate
    })
  )
}
