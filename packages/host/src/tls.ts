import { X509Certificate } from 'node:crypto'
import type { ServerOptions } from 'node:https'
import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { PresentedCertificate } from '@wuhu/access'
import type { App } from './host-parts.ts'
import type { Logger } from './logger.ts'

/** HTTPS of a service: PEM texts. `request`: a client may present a certificate; `require`: it must. */
export interface HttpTls {
  readonly cert: string
  readonly key: string
  readonly client: 'off' | 'request' | 'require'
  readonly clientCa?: string
  readonly clientCrl?: string
}

/** Node's options. With `request` a bad certificate passes the handshake, so that the answer can say what is wrong. */
export function serverOptions({ cert, key, client, clientCa, clientCrl }: HttpTls): ServerOptions {
  return {
    cert,
    key,
    minVersion: 'TLSv1.2',
    ...(client !== 'off' && { requestCert: true, rejectUnauthorized: client === 'require' }),
    ...(clientCa !== undefined && { ca: clientCa }),
    ...(clientCrl !== undefined && { crl: clientCrl })
  }
}

/** The certificate that the client of a connection presented; undefined when none was. */
export function presentedBy(socket: Socket): PresentedCertificate | undefined {
  if (!(socket instanceof TLSSocket)) return undefined
  const { subject } = socket.getPeerCertificate()
  if (subject === undefined) return undefined
  const name: unknown = subject.CN
  return { trusted: socket.authorized, name: typeof name === 'string' ? name : undefined }
}

const month = 30 * 86_400_000

/** Logs connections that were refused before they spoke HTTP, and at start a certificate that ends within 30 days. */
export function watchTls(app: App, { cert }: HttpTls, logger: Logger): void {
  const { validTo, validToDate } = new X509Certificate(cert)
  if (validToDate.getTime() - Date.now() < month) logger.warn({ validTo }, 'the certificate of HTTPS ends soon')
  // Before Node's own listener, which would have the error answered in HTTP to somebody who is not there.
  app.server.prependListener('tlsClientError', (error: NodeJS.ErrnoException, socket: TLSSocket) => {
    // A certificate that is refused resets the connection; why, the socket keeps, as text where its type says error.
    const code = String(socket.authorizationError ?? error.code)
    logger.info({ code, address: socket.remoteAddress }, 'TLS handshake refused')
    socket.destroy()
  })
}
