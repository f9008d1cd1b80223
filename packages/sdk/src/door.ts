import type { Http, HttpAnswer } from './http.ts'
import type { Prepared } from './operation.ts'
import { addressOf, type ServiceUrls } from './settings.ts'

/** Brings one command to its service and the answer back, whatever it is. @throws WuhuUnreachable */
export type Door = (
  command: Prepared,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal
) => Promise<HttpAnswer>

/** Milliseconds without a byte of an answer. */
export const patience = 15_000

/** Commands over HTTP: POST with a JSON body. */
export function httpDoor(http: Http, urls: ServiceUrls): Door {
  return ({ service, path, rest }, headers, signal) =>
    http.exchange({
      method: 'POST',
      url: addressOf(urls, service, path),
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(rest),
      patience,
      signal
    })
}
