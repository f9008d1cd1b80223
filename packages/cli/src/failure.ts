import { exitCodes, type Outcome } from './exit-codes.ts'

/** RFC 9457 as our services write it; `status` is that of the HTTP answer, absent when none came. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly title_en: string
  readonly code: string
  readonly status?: number
  readonly detail?: string
  readonly instance?: string
  readonly errors?: ReadonlyArray<{ in: string; path: string; message: string; message_en: string }>
}

/** A command that did not do what was asked: one sentence for people, a problem for programs, an exit code. */
export class Failure extends Error {
  readonly exitCode: number
  readonly problem: Problem

  constructor(outcome: Outcome, problem: Problem, sentence: string) {
    super(sentence)
    this.name = 'Failure'
    this.exitCode = exitCodes[outcome]
    this.problem = problem
  }
}

/** A failure found here, not by a service. `code` is stable; the texts say the same in two languages. */
export function failure(outcome: Outcome, code: string, zh: string, en: string): Failure {
  const name = `cli.${code}`
  return new Failure(
    outcome,
    { type: `urn:wuhu:problem:${name}`, title: zh, title_en: en, code: name },
    `${zh} · ${en}`
  )
}

const outcomes: Readonly<Record<number, Outcome>> = { 400: 'usage', 401: 'unauthorised', 403: 'unauthorised' }

/** A service's refusal. `body` is what it answered; anything but problem+json is replaced by its status. */
export function refusalOf(service: string, status: number, body: string): Failure {
  const problem = parseProblem(body) ?? {
    type: 'about:blank',
    title: `${service} 答复 ${status}`,
    title_en: `${service} answered ${status}`,
    code: `status.${status}`,
    status
  }
  const fields = problem.errors
    ?.map((error) => `${error.in} ${error.path}: ${error.message} · ${error.message_en}`)
    .join('; ')
  const detail = fields || problem.detail
  const sentence = `${problem.title} · ${problem.title_en}${detail ? `: ${detail}` : ''}`
  return new Failure(outcomes[status] ?? 'failed', problem, oneLine(sentence))
}

/** What is printed for an error of any kind; a bug keeps its text, never its stack. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  const text = oneLine(error instanceof Error ? error.message : String(error))
  return failure('failed', 'failed', `失败：${text}`, `failed: ${text}`)
}

function parseProblem(body: string): Problem | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch {
    return undefined
  }
  const problem = parsed as Partial<Problem> | null
  return typeof problem?.title === 'string' && typeof problem.title_en === 'string' ? (problem as Problem) : undefined
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: text from elsewhere must not steer the terminal
const oneLine = (text: string) => text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
