/**
 * The rules said no: the caller's fault or the case's state, never a bug. Hosts turn it into RFC 9457 problem+json.
 * `code` is stable and dotted (`clue.not-registered`); `detail` may name states and codes, never data of the case.
 */
export class Refusal extends Error {
  readonly code: string

  constructor(code: string, detail: string) {
    super(detail)
    this.name = 'Refusal'
    this.code = code
  }
}
