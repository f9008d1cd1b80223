import { X509Certificate } from 'node:crypto'

/** RFC 5280, 4.2.1.12: for proving a client. */
const clientAuth = '1.3.6.1.5.5.7.3.2'

/** A certificate that the authority signed, as `wuhu ca list` shows it. */
export interface CertificateInfo {
  /** Hexadecimal. */
  readonly serial: string
  /** Name of its files, without ending; undefined when another has taken their place. */
  readonly file: string | undefined
  /** DNS names and IP addresses. */
  readonly names: readonly string[]
  /** Whom it proves as a client; undefined for a server's. */
  readonly client: string | undefined
  readonly notBefore: Date
  readonly notAfter: Date
  readonly state: 'valid' | 'expired' | 'revoked'
}

/** @param certificate PEM; `revoked` holds serials */
export function certificateInfo(
  certificate: string,
  more: { readonly file: string | undefined; readonly revoked: ReadonlySet<string>; readonly now: Date }
): CertificateInfo {
  const parsed = new X509Certificate(certificate)
  const { serialNumber, validFromDate, validToDate, subject, subjectAltName = '' } = parsed
  const proves = parsed.keyUsage?.includes(clientAuth) ?? false
  const expired = validToDate.getTime() <= more.now.getTime()
  return {
    serial: serialNumber,
    file: more.file,
    names: subjectAltName === '' ? [] : subjectAltName.split(', ').map((name) => name.replace(/^[^:]*:/, '')),
    client: proves ? subject.replace(/^CN=/, '') : undefined,
    notBefore: validFromDate,
    notAfter: validToDate,
    state: more.revoked.has(serialNumber) ? 'revoked' : expired ? 'expired' : 'valid'
  }
}
