import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { mintToken } from '@wuhu/access'
import { answerQuestions, wallClock } from '../second-process.ts'
import { type LoadCommandName, loadCommands } from './commands.ts'
import { type Pace, type Paced, paced } from './paced.ts'

// The load generator: an agency's system that sends commands over kept-alive connections.

export interface SendCommands extends Pace {
  readonly url: string
  readonly agency: string
  /** NKey seed. */
  readonly seed: string
  readonly command: LoadCommandName
}

export interface SentCommands extends Paced {
  /** Of each answered command: the id of its first event, and when it was sent (`wallClock`). */
  readonly sent: readonly (readonly [id: string, at: number])[]
}

const agent = new Agent({ keepAlive: true, maxSockets: 256, scheduling: 'lifo' })

async function sendCommands({ url, agency, seed, command, ...pace }: SendCommands): Promise<SentCommands> {
  const { path, body } = loadCommands[command]
  const target = new URL(path, url)
  // One token for all: with an Idempotency-Key of its own each command is once only without using up the token.
  const authorization = `Bearer ${await mintToken({ seed, agency })}`
  const sent: [string, number][] = []
  const result = await paced(pace, async (n) => {
    const at = wallClock()
    const answer = await post(target, authorization, JSON.stringify(body(n)))
    sent.push([(JSON.parse(answer) as { events: [{ id: string }] }).events[0].id, at])
  })
  return { ...result, sent }
}

function post(target: URL, authorization: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': randomUUID(),
      'wuhu-attestation': 'no-state-secret; by=p-1'
    }
    const sending = request(target, { method: 'POST', agent, headers, timeout: 30_000 }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        if (response.statusCode === 201) resolve(text)
        else reject(new Error(`${response.statusCode} ${text.slice(0, 200)}`))
      })
    })
    sending.on('timeout', () => sending.destroy(new Error('no answer within 30 s')))
    sending.on('error', reject)
    sending.end(body)
  })
}

answerQuestions({ send: sendCommands })
