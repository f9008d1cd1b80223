/** One thing wrong with a calendar or with the rules. `path` is a JSON pointer (RFC 6901); values are never repeated. */
export interface DataProblem {
  readonly path: string
  readonly message: string
  readonly message_en: string
  /** The rule that is wrong, when one is. */
  readonly rule?: string
}

/** Data from outside that cannot be computed by. Its message has one English sentence per problem and per line. */
export class InvalidData extends TypeError {
  readonly problems: readonly DataProblem[]

  constructor(what: string, problems: readonly DataProblem[]) {
    super(problems.map((problem) => sentenceOf(what, problem)).join('\n'))
    this.name = 'InvalidData'
    this.problems = problems
  }
}

function sentenceOf(what: string, { rule, path, message_en }: DataProblem): string {
  return `${rule === undefined ? what : `rule ${rule}`} at ${path === '' ? '/' : path}: ${message_en}.`
}
