import type { Cast } from './cast.ts'

/** A lead that an agency works on. */
export interface Lead {
  readonly id: string
  readonly caseNumber: string
  /** `clue/<id>` */
  readonly of: string
  /** `/v1/clues/<id>` */
  readonly path: string
}

/** A lead that `intake` received and registered, and that the office gave to `to`, who accepted it. */
export async function leadWith(
  { act, stack }: Cast,
  options: { readonly intake: string; readonly to: string; readonly title: string; readonly more?: object }
): Promise<Lead> {
  const { intake, to, title, more = {} } = options
  const received = await act(intake, 'handler', '/v1/clues', {
    ...{ channel: 'report', title, allegedAct: 'breach-of-confidence', secretKind: 'technical' },
    ...more
  })
  const path = `/v1/clues/${received.id}`
  const dueAt = new Date(stack.clock.now().getTime() + 60 * 86_400_000).toISOString()
  await act('amr', 'office-staff', `${path}/assign`, { to, dueAt })
  await act(to, 'handler', `${path}/accept`, { handlers: [`${to}-a`, `${to}-b`] })
  return { id: received.id, caseNumber: received.caseNumber, of: `clue/${received.id}`, path }
}

/** A day in Beijing, `days` from the stack's now. */
export function dayIn({ stack }: Cast, days: number): string {
  return new Date(stack.clock.now().getTime() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
}

const used = new WeakMap<Cast, number>()

/** Numbers of documents, none twice, in the stack's present year. */
export function numbers(cast: Cast): (prefix: string) => string {
  const year = new Date(cast.stack.clock.now().getTime() + 8 * 3_600_000).getUTCFullYear()
  return (prefix) => {
    const next = (used.get(cast) ?? 0) + 1
    used.set(cast, next)
    return `${prefix}〔${year}〕${next}号`
  }
}
