import { findStateSecretMarks, type MarkedField } from '@wuhu/access'
import type { Actor, Provenance } from '@wuhu/contracts'
import { type FieldError, Problem } from './problem.ts'
import type { Inspect } from './run-command.ts'

/** Setting: whether who brings text in must attest that no state secret is in it. */
export const attestations = ['required', 'optional'] as const

/** What is kept of a command that was refused: nothing of its text. */
export interface RefusedIntake {
  readonly actor: Actor
  readonly command: string
  readonly marks: readonly MarkedField[]
  readonly correlationId: string
  readonly traceparent: string
}

export interface IntakeOptions {
  readonly attestation?: (typeof attestations)[number] | undefined
  /** Keeps the refusal for the secrecy officer 保密员. When it throws, the command is not run either. */
  quarantine(refused: RefusedIntake): Promise<void>
}

/** Fields named in one record and one answer. */
const mostFields = 100

/**
 * Refuses commands whose text carries the mark of a state secret, and keeps who sent it and where the mark stood. Commands
 * that bring text from outside also need `Wuhu-Attestation: no-state-secret; by=<person>`; for a signed-in officer the
 * token says by whom. Repeating a refused command makes a record of its own.
 */
export function inspectIntake({ attestation = 'required', quarantine }: IntakeOptions): Inspect {
  return async (command, { actor, body, headers, caller, correlationId, traceparent }): Promise<Provenance> => {
    const marks = findStateSecretMarks(body)
      .slice(0, mostFields)
      .map((one) => ({ ...one, path: one.path.slice(0, 256) }))
    if (marks.length > 0) {
      await quarantine({ actor, command: command.name, marks, correlationId, traceparent })
      throw suspected(marks)
    }
    const attested = attestedBy(headers['wuhu-attestation'], caller.person)
    if (attested !== undefined) return { attested: `${caller.agency}/${attested}` }
    if (command.intake && attestation === 'required') {
      throw new Problem(
        422,
        'attestation.missing',
        'send Wuhu-Attestation: no-state-secret; by=<person>: that officer has read the text and says that no state ' +
          'secret is in it'
      )
    }
    return {}
  }
}

/** What a text is refused with that carries the mark of a state secret: where, and never what. */
export function suspected(marks: readonly MarkedField[], where: FieldError['in'] = 'body'): Problem {
  const errors = marks.map(
    ({ path }): FieldError => ({
      in: where,
      path,
      message: '带有国家秘密标志；请勿重发，立即报告本单位保密员线下处理',
      message_en: 'carries the mark of a state secret; do not send it again, tell your secrecy officer'
    })
  )
  return new Problem(422, 'state-secret.suspected', 'nothing of the text was kept; see errors for the fields', errors)
}

/** @returns the person who attests @throws Problem 422 for a header that says something else */
function attestedBy(value: string | string[] | undefined, person: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const said = typeof value === 'string' && /^no-state-secret(?:; ?by=([A-Za-z0-9][A-Za-z0-9._-]{0,63}))?$/.exec(value)
  const by = said ? (said[1] ?? person) : undefined
  if (by !== undefined && (person === undefined || by === person)) return by
  throw new Problem(
    422,
    'attestation.invalid',
    'Wuhu-Attestation is no-state-secret; by=<person>, a signed-in officer attesting in person'
  )
}
