import type { TestStack } from '../stack/start-stack.ts'
import type { NatsDoor } from './ask-by-nats.ts'

const routes = {
  'info-sharing': '/v1/clues',
  'joint-investigation': '/v1/assistances',
  notifications: '/v1/mailbox?limit=1',
  audit: '/v1/replay?upto=0'
} as const

const revoked = '"code":"token.key-revoked"'

/** Which doors refuse the token because its key is revoked: the four services by HTTP, and NATS. */
export async function refusedEverywhere(options: {
  readonly stack: TestStack
  readonly door: NatsDoor
  readonly agency: string
  readonly token: string
}): Promise<string[]> {
  const { stack, door, agency, token } = options
  const authorization = `Bearer ${token}`
  const asked = Object.entries(routes).map(async ([service, path]) => {
    const url = `${stack.urls[service as keyof typeof routes]}${path}`
    const text = await (await fetch(url, { headers: { authorization } })).text()
    return [service, text] as const
  })
  const byNats = door.ask(`cmd.${agency}.clue.receive`, {}, { Authorization: authorization }).then(
    ({ text }) => text,
    // The server ends the connections of a revoked key, and lets none of them in again.
    (error: Error) => (/closed|revoked|Authorization/i.test(error.message) ? revoked : Promise.reject(error))
  )
  const answers = [...(await Promise.all(asked)), ['nats', await byNats] as const]
  return answers.filter(([, text]) => text.includes(revoked)).map(([name]) => name)
}
