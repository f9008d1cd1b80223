import type { World } from './world.ts'
import { format, invalid, notInteger, tooLong, unknown, type WrongRequest, wrong } from './wrong-request.ts'

const noRoute = { code: 'route.not-found', detail: 'see /docs for what this service offers' } as const
const cursor = { code: 'cursor.invalid', detail: 'take the cursor from the Link header of the page before' } as const
const malformed = { code: 'request.malformed', detail: 'the URL is malformed' } as const
const tooLongUrl = { code: 'request.url-too-long', detail: 'shorten the URL' } as const
const atMost = (limit: number) => wrong('/limit', `应不大于 ${limit}`, `must be <= ${limit}`, 'query')
const atLeast = (path: string, limit: number) => wrong(path, `应不小于 ${limit}`, `must be >= ${limit}`, 'query')

/** Addresses that lead nowhere, malformed ids, and queries that nobody can answer. */
export function wrongAddresses({ cursor: next, caseNumber }: World): WrongRequest[] {
  const middle = Math.floor(next.length / 2)
  const tampered = `${next.slice(0, middle)}${next[middle] === 'A' ? 'B' : 'A'}${next.slice(middle + 1)}`
  const ids = [
    '1',
    '%27%20or%201=1--',
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e%5c%2e%2e%5cwin.ini',
    '%00',
    '%E2%80%AE',
    '019a0000-0000-4000-8000-000000000001',
    '019A0000-0000-7000-8000-00000000000A'
  ]
  const queries: [what: string, query: string, ...errors: Parameters<typeof invalid>][] = [
    ['limit 0', 'limit=0', atLeast('/limit', 1)],
    ['limit -1', 'limit=-1', atLeast('/limit', 1)],
    ['limit 201', 'limit=201', atMost(200)],
    ['limit 1e400', 'limit=1e400', notInteger('/limit', 'query')],
    ['limit NaN', 'limit=NaN', notInteger('/limit', 'query')],
    ['limit 1.5', 'limit=1.5', notInteger('/limit', 'query')],
    ['limit in hexadecimal', 'limit=0x10', notInteger('/limit', 'query')],
    ['limit with an exponent', 'limit=1e1', notInteger('/limit', 'query')],
    ['limit with a blank', 'limit=%2010', notInteger('/limit', 'query')],
    ['an empty limit', 'limit=', notInteger('/limit', 'query')],
    ['two limits', 'limit=1&limit=2', notInteger('/limit', 'query')],
    ['an unknown filter', 'planted=planted-7f3a9c', unknown('/planted', 'query')],
    ['__proto__ as a filter', '__proto__=1', unknown('/__proto__', 'query')],
    ['a filter as an object', 'limit[gt]=1', unknown('/limit[gt]', 'query')],
    ['a case number with a path', 'caseNumber=..%2F..', format('/caseNumber', 'case-source-number', 'query')],
    ['a day for an instant', 'receivedFrom=2026-01-01', format('/receivedFrom', 'date-time', 'query')],
    ['a cursor of 401 characters', `after=${'a'.repeat(401)}`, tooLong('/after', 400, 'query')]
  ]
  return [
    { what: 'an unknown route', send: 'GET /v1/planted', ...noRoute },
    { what: 'the root', send: 'GET /', token: null, ...noRoute },
    { what: 'PUT where there is POST', send: 'PUT /v1/clues', body: {}, ...noRoute },
    { what: 'DELETE of an event', send: `DELETE /v1/cases/${caseNumber}`, ...noRoute },
    { what: 'GET where there is POST', send: `GET /v1/cases/${caseNumber}/close`, ...noRoute },
    { what: 'a slash too many', send: 'GET /v1/clues/', ...invalid(format('/id', 'uuid-v7', 'path')) },
    {
      what: 'a path out of the documentation',
      send: 'GET /docs/static/..%2f..%2f..%2fpackage.json',
      token: null,
      ...noRoute
    },
    { what: 'dots that a client would have folded', send: 'GET /v1/clues/../../etc/passwd', ...noRoute },
    { what: 'a broken escape', send: 'GET /v1/clues/%zz', ...malformed },
    { what: 'an escape that is no UTF-8', send: 'GET /v1/clues/%ff', ...malformed },
    { what: 'an id of 2,000 characters', send: `GET /v1/clues/${'a'.repeat(2000)}`, ...tooLongUrl },
    ...ids.map((id) => ({
      what: `the id ${id}`,
      send: `GET /v1/clues/${id}`,
      ...invalid(format('/id', 'uuid-v7', 'path'))
    })),
    {
      what: 'a case number with a path',
      send: 'GET /v1/cases/..%2f..%2fsecrets',
      ...invalid(format('/number', 'case-source-number', 'path'))
    },
    {
      what: 'an event type that does not exist',
      send: 'GET /v1/schemas/clue.invented.v1',
      token: null,
      code: 'schema.unknown',
      detail: 'there is no such event type; see /asyncapi.json'
    },
    {
      what: 'an event type with a path',
      send: 'GET /v1/schemas/..%2fpackage.json',
      token: null,
      code: 'schema.unknown',
      detail: 'there is no such event type; see /asyncapi.json'
    },
    ...queries.map(([what, query, ...errors]) => ({ what, send: `GET /v1/clues?${query}`, ...invalid(...errors) })),
    { what: 'a cursor that somebody typed', send: 'GET /v1/clues?after=1', ...cursor },
    { what: 'a cursor with one letter changed', send: `GET /v1/clues?after=${tampered}`, ...cursor },
    { what: 'a cursor cut short', send: `GET /v1/clues?after=${next.slice(0, -4)}`, ...cursor },
    { what: 'a cursor of another list', send: `GET /v1/cases?after=${next}`, ...cursor },
    { what: 'a cursor of another service', send: `GET /v1/assistances?after=${next}`, ...cursor }
  ]
}
