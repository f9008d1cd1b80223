/** Ends a process that has not really started: `text` is all that its user sees. */
export class Stop extends Error {
  readonly exitCode: number

  constructor(text: string, exitCode: number) {
    super(text)
    this.name = 'Stop'
    this.exitCode = exitCode
  }
}

/** A start that cannot succeed, said in one sentence. @throws Stop with exit code 1 */
export function fail(message: string): never {
  throw new Stop(message, 1)
}
