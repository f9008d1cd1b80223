import type { IncomingMessage } from 'node:http'
import type { App } from '@wuhu/host'

/** What of a request tells its route. */
interface Asked {
  readonly method: string
  readonly routeOptions: { readonly url?: string | undefined }
}

/**
 * Node cuts every request that has not arrived whole within the server's requestTimeout, and knows no exceptions. This
 * takes the watch over: the same time and the same answer for all requests but those that `isLong`, whose routes keep
 * watch themselves until they answer. How long headers may take is still Node's affair.
 */
export function letLongRequestsArrive(
  app: App,
  options: { readonly isLong: (request: Asked) => boolean; readonly within?: number | undefined }
): void {
  const { isLong, within = app.server.requestTimeout } = options
  app.server.requestTimeout = 0
  const watch = (raw: IncomingMessage) => {
    const timer = setTimeout(() => {
      if (raw.complete !== false) return
      if (!raw.socket?.writable) return void raw.destroy()
      const late = Object.assign(new Error('the request did not arrive in time'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
      app.server.emit('clientError', late, raw.socket)
    }, within).unref()
    const done = () => clearTimeout(timer)
    raw.once('end', done).once('close', done)
  }
  app.addHook('onRequest', async (request) => {
    if (request.raw.complete === false && !isLong(request)) watch(request.raw)
  })
  // Refused before all of it came: what is still under way is thrown away, and not for ever.
  app.addHook('onResponse', async (request) => {
    if (request.raw.complete === false && isLong(request)) watch(request.raw)
  })
}
