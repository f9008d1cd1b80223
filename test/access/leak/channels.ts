import { readFile } from 'node:fs/promises'
import type { TestStack } from '../../stack/start-stack.ts'
import type { Made } from './actions.ts'

/** All that an agency's system can get to read by HTTP, one text for each channel. */
export async function everythingByHttp(stack: TestStack, agency: string, made: Made): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  const ask = async (channel: string, path: string) => {
    const { status, text, headers } = await stack.call(agency, 'GET', path)
    if (status >= 500) throw new Error(`${agency} GET ${path}: ${status} ${text}`)
    texts.set(channel, `${texts.get(channel) ?? ''}\n${JSON.stringify([...headers])}${text}`)
  }
  await ask('mailbox', '/v1/mailbox?limit=500')
  texts.set('event stream', await eventStream(stack, agency))
  for (const list of ['clues', 'cases', 'notices', 'assistances']) await ask(list, `/v1/${list}?limit=200`)
  for (const { id, caseNumber } of made.leads) {
    await ask('clue', `/v1/clues/${id}`)
    await ask('case', `/v1/cases/${caseNumber}?limit=500`)
    await ask('attachments', `/v1/cases/${caseNumber}/attachments`)
  }
  for (const { id } of made.letters) await ask('assistance', `/v1/assistances/${id}`)
  for (const id of made.notices) await ask('notice', `/v1/notices/${id}`)
  await ask('replay', '/v1/replay')
  await ask('matches', '/v1/matches')
  return texts
}

/** The event stream from its beginning, until it has nothing more to say for a moment. */
async function eventStream(stack: TestStack, agency: string): Promise<string> {
  const { body } = await stack.call(agency, 'GET', '/v1/mailbox?limit=500')
  const last: number = body.items.at(-1)?.sequence ?? 0
  if (last === 0) return ''
  const headers = { authorization: `Bearer ${await stack.token(agency)}`, 'last-event-id': '0' }
  const ending = new AbortController()
  const overdue = setTimeout(() => ending.abort(), 20_000)
  const response = await fetch(`${stack.urls.notifications}/v1/mailbox/stream`, { headers, signal: ending.signal })
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk as Uint8Array).toString('utf8')
    if (text.includes(`id: ${last}\n`) && text.endsWith('\n\n')) break
  }
  clearTimeout(overdue)
  ending.abort()
  return text
}

/** What administrators get to read, by role. */
export async function everythingForAdministrators(stack: TestStack, made: Made): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  const services = ['info-sharing', 'joint-investigation', 'notifications', 'audit'] as const
  for (const service of services) {
    for (const [role, paths] of Object.entries({
      'system-admin': ['/v1/status', '/v1/parked', '/metrics'],
      'security-admin': ['/v1/status', '/v1/agencies', '/v1/agencies/psb', '/v1/clues', '/v1/cases'],
      'audit-admin': ['/v1/status', '/v1/replay', '/v1/gaps', '/v1/mailbox', '/v1/clues', '/v1/assistances']
    })) {
      for (const path of [...paths, `/v1/cases/${made.leads[0]?.caseNumber}`, `/v1/clues/${made.leads[0]?.id}`]) {
        const { text } = await stack.call('amr', 'GET', path, undefined, { service, role: role as 'system-admin' })
        texts.set(role, `${texts.get(role) ?? ''}\n${text}`)
      }
    }
  }
  return texts
}

/** Every line that the services have written. */
export async function logsOf(stack: TestStack): Promise<string> {
  const files = new Set(Object.values(stack.services).map((service) => service.logFile()))
  return (await Promise.all([...files].map((file) => readFile(file, 'utf8')))).join('\n')
}
