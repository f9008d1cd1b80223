import { allServices } from '@wuhu/infra/stack-options'
import { type HttpAttack, mark } from './http-attack.ts'

const lead = { channel: 'report', title: '甲', allegedAct: 'inducement' }
const noRoute = { status: 404, code: 'route.not-found' }
const nobody = { token: null }

/** Methods that nobody offers, other sites, hosts that are not ours, and what tries to be another request. */
export function requestAttacks(): HttpAttack[] {
  const evil = { origin: 'https://evil.test' }
  const methods = ['HEAD', 'OPTIONS', 'TRACE', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'M-SEARCH', 'QUERY']
  return [
    ...methods.map((method) => ({
      what: `${method} of a list`,
      send: `${method} /v1/agencies`,
      status: 404,
      ...(method !== 'HEAD' && { code: 'route.not-found' })
    })),
    { what: 'OPTIONS of everything', send: 'OPTIONS *', service: 'info-sharing', ...nobody, ...noRoute },
    ...allServices.map((service) => ({
      what: `a preflight to ${service}`,
      send: 'OPTIONS /v1/status',
      service,
      ...nobody,
      headers: { ...evil, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
      ...noRoute
    })),
    { what: 'another site asks', send: 'GET /v1/agencies', headers: evil, status: 200, log: { agency: 'science' } },
    { what: 'a page without origin asks', send: 'GET /v1/agencies', headers: { origin: 'null' }, status: 200 },
    {
      what: 'a GET that would be a POST',
      send: 'GET /v1/agencies?_method=POST',
      headers: { 'x-http-method-override': 'POST', 'x-method-override': 'POST', 'x-http-method': 'POST' },
      status: 400,
      code: 'request.invalid'
    },
    {
      what: 'a GET that would be a POST, by header alone',
      send: 'GET /v1/agencies',
      headers: { 'x-http-method-override': 'POST', 'content-type': 'application/json' },
      body: lead,
      status: 200
    },
    {
      what: 'a POST that would be a GET',
      send: 'POST /v1/agencies/psb',
      headers: { 'x-http-method-override': 'GET' },
      body: {},
      ...noRoute
    },
    {
      what: 'an address behind the address',
      send: 'GET /v1/cases/150824-2026-999999',
      headers: { 'x-original-url': '/v1/agencies', 'x-rewrite-url': '/v1/agencies', 'x-forwarded-prefix': '/x' },
      status: 404,
      code: 'case.unknown'
    },
    {
      what: 'an address that the proxy lets everybody see',
      send: 'GET /health/../v1/agencies',
      ...nobody,
      ...noRoute
    },
    { what: 'the same, escaped', send: 'GET /health/%2e%2e/v1/agencies', ...nobody, ...noRoute },
    { what: 'the same, after a semicolon', send: 'GET /health/live;/../../v1/agencies', ...nobody, ...noRoute },
    { what: 'another host', send: 'GET /openapi.json', headers: { host: `${mark}.test` }, ...nobody, status: 200 },
    {
      what: 'another host, forwarded',
      send: 'GET /v1/clues?limit=1',
      headers: { 'x-forwarded-host': `${mark}.test`, 'x-forwarded-proto': 'https', forwarded: `host=${mark}.test` },
      status: 200
    },
    {
      what: 'another host at the sign-in',
      send: 'GET /',
      service: 'console',
      headers: { host: `${mark}.test`, 'x-forwarded-host': `${mark}.test` },
      ...nobody,
      status: 303
    },
    { what: 'the address of a proxy', send: `GET http://${mark}.test/v1/agencies`, ...nobody, status: 401 },
    {
      what: 'an address of a proxy to redirect',
      send: `GET http://${mark}.test/docs/static/index.html`,
      ...nobody,
      status: 302
    },
    { what: 'an address of a proxy without path', send: `GET http://${mark}.test?x=${mark}`, ...nobody, ...noRoute },
    { what: 'a redirect to elsewhere', send: `GET //${mark}.test/docs`, service: 'audit', ...nobody, ...noRoute },
    {
      what: 'a redirect behind the docs',
      send: `GET /docs//${mark}.test/%2e%2e`,
      service: 'audit',
      ...nobody,
      ...noRoute
    },
    {
      what: 'a change of protocol',
      send: 'GET /v1/agencies',
      headers: { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQ' },
      status: 200
    },
    { what: 'an expectation', send: 'POST /v1/clues', headers: { expect: `200-${mark}` }, body: lead, status: 417 }
  ]
}
