import type { ServiceName } from '@wuhu/infra/stack-options'
import type { Refused } from './wrong-request.ts'

/** Bytes that are not one HTTP request, or not one that ends. The service answers once and hangs up. */
export interface BrokenHttp extends Refused {
  readonly what: string
  readonly service: ServiceName
  readonly bytes: string
}

const noHttp = { code: 'request.malformed', detail: 'the request is not HTTP' } as const
const tooLarge = { code: 'request.header-too-large', detail: 'send smaller headers' } as const

/** @param token one that would be accepted */
export function brokenHttp(token: string): BrokenHttp[] {
  const head = `Host: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n`
  const clue = `POST /v1/clues HTTP/1.1\r\n${head}`
  const rows: Omit<BrokenHttp, 'service'>[] = [
    { what: 'no HTTP at all', bytes: 'planted-7f3a9c\r\n\r\n', ...noHttp },
    { what: 'a TLS greeting', bytes: '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n', ...noHttp },
    { what: 'a NATS greeting', bytes: 'CONNECT {"verbose":false}\r\nPING\r\n\r\n', ...noHttp },
    { what: 'a header without colon', bytes: `${clue}planted-7f3a9c\r\n\r\n`, ...noHttp },
    {
      what: 'a carriage return inside Idempotency-Key',
      bytes: `${clue}Idempotency-Key: a\rX-Evil: 1\r\nContent-Length: 0\r\n\r\n`,
      ...noHttp
    },
    {
      what: 'a null byte inside Idempotency-Key',
      bytes: `${clue}Idempotency-Key: a\u0000b\r\nContent-Length: 0\r\n\r\n`,
      ...noHttp
    },
    {
      what: 'a header folded over two lines',
      bytes: `${clue}Idempotency-Key: a\r\n b\r\nContent-Length: 0\r\n\r\n`,
      ...noHttp
    },
    { what: 'two lengths', bytes: `${clue}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, ...noHttp },
    {
      what: 'a length and chunks, as smugglers send',
      bytes: `${clue}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /v1/clues HTTP/1.1\r\n\r\n`,
      ...noHttp
    },
    { what: 'a negative length', bytes: `${clue}Content-Length: -1\r\n\r\n`, ...noHttp },
    {
      what: 'a chunk size that is no number',
      bytes: `${clue}Transfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n0\r\n\r\n`,
      ...noHttp
    },
    { what: 'headers of 20 KB', bytes: `${clue}X-Padding: ${'x'.repeat(20_000)}\r\n\r\n`, ...tooLarge },
    {
      what: 'an address of 20 KB',
      bytes: `GET /v1/clues?after=${'a'.repeat(20_000)} HTTP/1.1\r\n${head}\r\n`,
      ...tooLarge
    }
  ]
  return rows.map((row, index) => ({ service: services[index % services.length] ?? 'audit', ...row }))
}

const services = ['info-sharing', 'joint-investigation', 'notifications', 'audit'] as const

/** A request that never ends: a byte of its body, and then nothing. Its answer is due after 30 seconds. */
export function unfinished(token: string): BrokenHttp {
  const head = `Host: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n`
  return {
    what: 'a body that never ends',
    service: 'info-sharing',
    bytes: `POST /v1/clues HTTP/1.1\r\n${head}Content-Length: 100\r\n\r\n{"planted-7f3a9c"`,
    code: 'request.timeout',
    detail: 'the request did not arrive in time'
  }
}
