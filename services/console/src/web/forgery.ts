import { timingSafeEqual } from 'node:crypto'
import { Problem } from '@wuhu/host'
import type { FastifyRequest } from 'fastify'
import type { MasterKey } from '../credentials/master-key.ts'

/** A tag that only a page of the console can carry for the browser that holds `secret`. */
export const formTag = (key: MasterKey, secret: string): string => key.tag('form', secret).toString('base64url')

/**
 * Refuses what another site makes a browser send: the request must come from a page of the console, by what the browser
 * says of it, and carry the tag of the cookie.
 * @throws Problem 403
 */
export function requireOwnPage(
  request: FastifyRequest,
  origin: string,
  key: MasterKey,
  given: { secret: string | undefined; tag: string | undefined }
): void {
  const { origin: from, 'sec-fetch-site': site } = request.headers
  const own = from === undefined ? site === 'same-origin' : from === origin && (site ?? 'same-origin') === 'same-origin'
  if (!own) throw new Problem(403, 'form.other-origin', 'the request does not come from a page of the console')
  const expected = Buffer.from(given.secret === undefined ? '' : formTag(key, given.secret))
  const tag = Buffer.from(given.tag ?? '')
  if (given.secret === undefined || tag.length !== expected.length || !timingSafeEqual(tag, expected)) {
    throw new Problem(403, 'form.tag', 'open the page again and repeat')
  }
}
