import { rename, writeFile } from 'node:fs/promises'
import { until } from '@wuhu/test-support'

/** How far time moves on. */
export interface Span {
  readonly days?: number
  readonly hours?: number
  readonly minutes?: number
}

/** The clock of deciders and deadlines in a running stack. Tokens and leases keep the machine's. */
export interface StackClock {
  /** What the services take for now. */
  readonly now: () => Date
  /** Moves it on, and resolves when every service knows. @throws RangeError backwards */
  readonly advance: (by: Span) => Promise<Date>
  /** Moves it to an instant, RFC 3339. @throws RangeError backwards */
  readonly to: (instant: string | Date) => Promise<Date>
}

/** The services that have such a clock. */
export const clocked = ['info-sharing', 'joint-investigation', 'audit'] as const

const milliseconds = ({ days = 0, hours = 0, minutes = 0 }: Span) => ((days * 24 + hours) * 60 + minutes) * 60_000

/** A clock of no offset, kept in a file that the services read. `urls`: of those that are running. */
export async function stackClock(file: string, urls: () => readonly string[]): Promise<StackClock> {
  let offset = 0
  const keep = async () => {
    await writeFile(`${file}.new`, String(offset))
    // In one step: a reader never finds half of a number.
    await rename(`${file}.new`, file)
  }
  await keep()
  const now = () => new Date(Date.now() + offset)
  const move = async (by: number) => {
    if (by < 0) throw new RangeError(`time does not go back, ${by} ms`)
    offset += by
    await keep()
    await Promise.all(urls().map((url) => until(async () => (await told(url)) === offset, { what: `${url} knows` })))
    return now()
  }
  return {
    now,
    advance: (by) => move(milliseconds(by)),
    to: (instant) => move(new Date(instant).getTime() - now().getTime())
  }
}

/** The offset as /health/ready names it, in milliseconds. */
async function told(url: string): Promise<number | undefined> {
  const { checks } = (await (await fetch(`${url}/health/ready`)).json()) as {
    checks: { name: string; detail: string }[]
  }
  const found = checks.find(({ name }) => name === 'clock')
  return found && Number(/-?\d+(?= ms)/.exec(found.detail)?.[0])
}
