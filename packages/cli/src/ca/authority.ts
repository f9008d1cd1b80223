import { X509Certificate } from 'node:crypto'
import { failure } from '../failure.ts'
import {
  keepIssued,
  pairFiles,
  readInUse,
  readIssued,
  readRevoked,
  readRoot,
  replaceFile,
  writeNewPair,
  writeRevoked
} from './authority-files.ts'
import { type CertificateInfo, certificateInfo } from './certificate-info.ts'
import type { CertificateRequest, Pair } from './signing.ts'

// A local certificate authority is a folder: ca.crt, ca.key (0600), ca.crl, issued/<serial>.crt, and a pair
// <name>.crt, <name>.key (0600) for each certificate in use. There is no other record.

const serialOf = (certificate: string) => new X509Certificate(certificate).serialNumber

/** Makes the authority. @throws Failure when the folder holds one: another key would orphan what it signed */
export async function initAuthority(
  folder: string,
  options: { readonly name: string; readonly days: number; readonly now: Date }
): Promise<{ readonly certificate: string; readonly notAfter: Date }> {
  const { createRoot } = await import('./signing.ts')
  const root = await createRoot(options.name, options.days, options.now)
  await writeNewPair(folder, 'ca', root)
  await writeRevoked(folder, root, [], options.now)
  return {
    certificate: pairFiles(folder, 'ca').certificate,
    notAfter: new X509Certificate(root.certificate).validToDate
  }
}

/** The name of the files of a certificate: `client-psb`, `localhost`, `bus.example.org`, `_.example.org`. */
export const fileOf = ({ names, client }: Pick<CertificateRequest, 'names' | 'client'>): string =>
  client === undefined ? (names[0] ?? 'server').replace(/[^A-Za-z0-9.-]/g, '_') : `client-${client}`

/** Signs a certificate into new files. @throws Failure when there is no authority, or the files are there already */
export async function issueCertificate(
  folder: string,
  request: CertificateRequest,
  now: Date
): Promise<CertificateInfo> {
  const { signCertificate } = await import('./signing.ts')
  const pair = await signCertificate(await readRoot(folder), request, now)
  const file = fileOf(request)
  await writeNewPair(folder, file, pair)
  return await recorded(folder, file, pair, now)
}

/**
 * Signs a certificate for the same subject over a new key, into the same files. The one before stays valid until it ends
 * or is revoked, so processes may be restarted one after the other.
 * @param options.days as many as the one before had, unless given
 */
export async function renewCertificate(
  folder: string,
  file: string,
  options: { readonly days?: number | undefined; readonly now: Date }
): Promise<CertificateInfo> {
  const { signCertificate } = await import('./signing.ts')
  const root = await readRoot(folder)
  const { names, client, notBefore, notAfter } = await inUse(folder, file, options.now)
  const days = options.days ?? Math.max(1, Math.floor((notAfter.getTime() - notBefore.getTime()) / 86_400_000))
  const pair = await signCertificate(root, { names, client, days }, options.now)
  const files = pairFiles(folder, file)
  await replaceFile(files.key, pair.key, 0o600)
  await replaceFile(files.certificate, pair.certificate, 0o644)
  return await recorded(folder, file, pair, options.now)
}

async function recorded(folder: string, file: string, { certificate }: Pair, now: Date): Promise<CertificateInfo> {
  await keepIssued(folder, serialOf(certificate), certificate)
  return certificateInfo(certificate, { file, revoked: new Set(), now })
}

async function inUse(folder: string, file: string, now: Date): Promise<CertificateInfo> {
  const found = (await listCertificates(folder, now)).find((one) => one.file === file)
  if (found) return found
  throw failure('failed', 'ca-unknown', `没有证书 ${file}`, `there is no certificate ${file}: see wuhu ca list`)
}

/** Everything that the authority signed, what ends last first. @throws Failure when there is no authority */
export async function listCertificates(folder: string, now: Date): Promise<CertificateInfo[]> {
  await readRoot(folder)
  const files = new Map([...(await readInUse(folder))].map(([file, text]) => [serialOf(text), file]))
  const revoked = new Set((await readRevoked(folder)).map(({ serial }) => serial))
  return (await readIssued(folder))
    .map((text) => certificateInfo(text, { file: files.get(serialOf(text)), revoked, now }))
    .sort((one, other) => other.notAfter.getTime() - one.notAfter.getTime())
}

/**
 * Puts a certificate on the list of revoked ones. What is on it stays on it, so repeating is harmless.
 * @param which the name of its files, or its serial
 */
export async function revokeCertificate(folder: string, which: string, now: Date): Promise<CertificateInfo> {
  const root = await readRoot(folder)
  const serial = which.toUpperCase()
  const found =
    (await listCertificates(folder, now)).find((one) => one.serial === serial) ?? (await inUse(folder, which, now))
  if (found.state === 'revoked') return found
  await writeRevoked(folder, root, [...(await readRevoked(folder)), { serial: found.serial, at: now }], now)
  return { ...found, state: 'revoked' }
}
