import { readFile } from 'node:fs/promises'
import { serviceOf } from '../../stack/client.ts'
import type { TestStack } from '../../stack/start-stack.ts'
import type { Made } from './actions.ts'
import { unzipped } from './unzipped.ts'

/**
 * All that an agency's system can get to read by HTTP, one text for each channel.
 * @param each whether it also asks for every single thing by its address
 */
export async function everythingByHttp(
  stack: TestStack,
  agency: string,
  made: Made,
  each: boolean
): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  const ask = async (channel: string, path: string) => {
    const { status, text, headers } = await stack.call(agency, 'GET', path)
    if (status >= 500) throw new Error(`${agency} GET ${path}: ${status} ${text}`)
    texts.set(channel, `${texts.get(channel) ?? ''}\n${JSON.stringify([...headers])}${text}`)
  }
  await ask('mailbox', '/v1/mailbox?limit=500')
  texts.set('event stream', await eventStream(stack, agency))
  for (const list of ['clues', 'cases', 'notices', 'assistances', 'consultations', 'experts'])
    await ask(list, `/v1/${list}?limit=200`)
  for (const { id, caseNumber } of each ? made.leads : []) {
    await ask('clue', `/v1/clues/${id}`)
    await ask('case', `/v1/cases/${caseNumber}?limit=500`)
    await ask('attachments', `/v1/cases/${caseNumber}/attachments`)
  }
  for (const { id } of each ? made.letters : []) await ask('assistance', `/v1/assistances/${id}`)
  for (const id of each ? made.consultations : []) await ask('consultation', `/v1/consultations/${id}`)
  for (const id of each ? made.notices : []) await ask('notice', `/v1/notices/${id}`)
  for (const list of ['transfers', 'evidence', 'supervisions', 'tasks', 'suggestions', 'bulletins', 'sent'])
    await ask(list, `/v1/${list}?limit=200`)
  await ask('transfers', '/v1/transfers/should-have-been-transferred?limit=200')
  for (const service of ['info-sharing', 'joint-investigation', 'audit'] as const) {
    const { text } = await stack.call(agency, 'GET', '/v1/deadlines?limit=200', undefined, { service })
    texts.set('deadlines', `${texts.get('deadlines') ?? ''}\n${text}`)
  }
  for (const path of each ? made.paths : []) await ask(path.split('/')[2] ?? path, path)
  if (readers.includes(agency)) texts.set('documents', await documentsOf(stack, agency, made))
  await ask('replay', '/v1/replay')
  await ask('matches', '/v1/matches')
  return texts
}

/** Those who take part in much, and one that takes part in little: documents take a while to make. */
const readers = ['psb', 'court', 'water']

/** Every document that the agency is given of what was done, unpacked. */
async function documentsOf(stack: TestStack, agency: string, made: Made): Promise<string> {
  const things = [
    ...made.leads.map(({ id }) => `/v1/clues/${id}`),
    ...made.letters.map(({ id }) => `/v1/assistances/${id}`),
    ...made.consultations.map((id) => `/v1/consultations/${id}`),
    ...made.paths
  ]
  const texts: string[] = []
  for (const thing of things) {
    const listed = await stack.call(agency, 'GET', `${thing}/documents`)
    if (listed.status >= 500) throw new Error(`${agency} GET ${thing}/documents: ${listed.status} ${listed.text}`)
    texts.push(listed.text)
    for (const { href } of listed.body?.items ?? []) {
      const headers = { authorization: `Bearer ${await stack.token(agency)}` }
      const response = await fetch(`${stack.urls[serviceOf(href)]}${href}&format=docx`, { headers })
      if (response.status !== 200) throw new Error(`${agency} GET ${href}: ${response.status}`)
      texts.push(unzipped(Buffer.from(await response.arrayBuffer())), JSON.stringify([...response.headers]))
    }
  }
  return texts.join('\n')
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
