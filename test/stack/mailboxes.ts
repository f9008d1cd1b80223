import members from '@wuhu/infra/members' with { type: 'json' }
import type { Client } from './client.ts'

/** A copy as it lies in an agency's mailbox. */
export interface Mail {
  readonly sequence: number
  readonly event: {
    readonly id: string
    readonly type: string
    readonly time: string
    readonly casenumber?: string
    readonly source: string
    readonly subject: string
    readonly streamversion: number
    readonly redacted?: string
    readonly actor: string
    readonly data: Readonly<Record<string, unknown>>
  }
}

export const agencies: readonly string[] = members.members.map(({ code }) => code)

const titles = new Map(members.members.map(({ code, zh }) => [code, zh]))

/** The Chinese name of a member. */
export const nameOf = (code: string): string => titles.get(code) ?? code

/** The most that is given at once. */
const page = 500

/** Everything in an agency's mailbox after a sequence, and the last sequence. @throws Error on a refusal */
export async function readMail(
  client: Client,
  agency: string,
  after: number
): Promise<{ mails: Mail[]; last: number }> {
  const mails: Mail[] = []
  for (let last = after; ; ) {
    const answer = await client.call(agency, 'GET', `/v1/mailbox?after=${last}&limit=${page}`)
    if (answer.status !== 200) throw new Error(`${agency} GET /v1/mailbox: ${answer.status} ${answer.text}`)
    const items: Mail[] = answer.body.items
    mails.push(...items)
    last = items.at(-1)?.sequence ?? last
    if (items.length < page) return { mails, last }
  }
}

/** Where each mailbox ends now. */
export async function mailboxEnds(client: Client): Promise<Map<string, number>> {
  const ends = await Promise.all(
    agencies.map(async (agency) => [agency, (await readMail(client, agency, 0)).last] as const)
  )
  return new Map(ends)
}
