import { allServices } from '@wuhu/infra/stack-options'
import type { HttpAttack } from './http-attack.ts'

const malformed = { status: 400, code: 'request.malformed' }
const nobody = { token: null }

/** Names that lead out of where they belong. Every service, and every kind of name, gets one of each. */
export function pathAttacks(): HttpAttack[] {
  const places = ['/v1/cases/', '/v1/clues/', '/v1/notices/', '/v1/attachments/', '/v1/assistances/', '/v1/agencies/']
  const invalid = { status: 400, code: 'request.invalid' }
  const escapes = [
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e%2f',
    '..%5c..%5cwin.ini',
    '%252e%252e%252f',
    'a%00b',
    '%E2%80%AE',
    '%F0%9F%92%A3'
  ]
  const broken = ['%c0%ae%c0%ae%2f', '%e0%80%af', '%ed%a0%80', '%', '%u002e', '%zz']
  const id = '019a0000-0000-7000-8000-000000000001'
  const object = `/v1/attachments/${id}/content?object=`
  return [
    ...places.flatMap((place) => [
      ...escapes.map((name) => ({ what: `${place} ${name}`, send: `GET ${place}${name}`, ...invalid })),
      ...broken.map((name) => ({ what: `${place} ${name}`, send: `GET ${place}${name}`, ...malformed }))
    ]),
    ...[...escapes, ...broken].map((name) => ({ what: `an object ${name}`, send: `GET ${object}${name}`, ...invalid })),
    ...[
      '..%2f..%2fpackage.json',
      '..%5cpackage.json',
      '%2e%2e/%2e%2e/package.json',
      '....//package.json',
      'a%00.html'
    ].flatMap((name) =>
      allServices.map((service) => ({
        what: `the docs of ${service}: ${name}`,
        send: `GET /docs/static/${name}`,
        service,
        ...nobody,
        status: 404
      }))
    )
  ]
}
