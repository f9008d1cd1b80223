import {
  createKeyPair,
  createVerifier,
  findStateSecretMarks,
  type KeyRecord,
  may,
  mintToken,
  redactor
} from '@wuhu/access'
import { createEnvelopeSigner } from '@wuhu/access/signing'
import { createEnvelope, type Envelope, infoNoticePublished } from '@wuhu/contracts'
import { startStack, type TestStack } from '../stack/start-stack.ts'
import type { BenchOptions } from './bench.ts'
import { type Figure, median, quantile, rounded } from './figure.ts'
import { loadCommands } from './load/commands.ts'
import type { ReceivedMail } from './load/read-mailbox.ts'
import type { SentCommands } from './load/send-commands.ts'
import { secondProcess } from './second-process.ts'
import { teardowns } from './teardowns.ts'

/**
 * What access costs: the time that token, policy and scan take of one command, and redaction of one journey, against the
 * whole of it in the same run; what the service's signature costs; and by how much the answer about a case that is hidden
 * differs in time from that about a case that is not there.
 */
export async function* access({ quick }: BenchOptions): AsyncIterable<Figure> {
  const { t, end } = teardowns()
  try {
    const stack = await startStack(t, { logLevel: 'warn' })
    const seed = await stack.seed('amr')
    const sender = secondProcess(new URL('./load/send-commands.ts', import.meta.url))
    t.teardown(sender.stop)
    const reader = secondProcess(new URL('./load/read-mailbox.ts', import.meta.url))
    t.teardown(reader.stop)
    await reader.ask('open', { url: stack.urls.notifications, agency: 'psb', seed: await stack.seed('psb') })

    const parts = await partsOf()
    const costs = { asking: [] as number[], redacting: [] as number[], signing: [] as number[] }
    const [commands, journeys]: [number[], number[]] = [[], []]
    for (let round = 0; round < (quick ? 1 : 5); round += 1) {
      const whole = await journey(stack, seed, sender, reader, quick ? 1 : 5)
      commands.push(whole.command)
      journeys.push(whole.journey)
      for (const name of ['asking', 'redacting', 'signing'] as const) {
        costs[name].push(await milliseconds(parts[name], quick ? 200 : 2_000))
      }
    }
    const [asking, redacting, signing] = [median(costs.asking), median(costs.redacting), median(costs.signing)]
    yield share('token, policy and scan, of a command', asking, median(commands))
    yield share('the same and redaction, of a journey', asking + redacting, median(journeys))
    yield { ...share("the service's signature, of a command", signing, median(commands)), target: 'reported' }
    yield await hidden(stack, quick ? 20 : 300)
  } finally {
    await end()
  }
}

const share = (name: string, part: number, whole: number): Figure => ({
  ...{ name, value: rounded(part), unit: 'ms', baseline: rounded(whole), ratio: rounded(part / whole) },
  target: 'ratio < 0.15'
})

/** Medians in milliseconds at 50/s: to the answer, and to the subscriber's hands. */
async function journey(
  stack: TestStack,
  seed: string,
  sender: ReturnType<typeof secondProcess>,
  reader: ReturnType<typeof secondProcess>,
  seconds: number
): Promise<{ command: number; journey: number }> {
  const { sent, latencies } = await sender.ask<SentCommands>('send', {
    ...{ url: stack.urls['info-sharing'], agency: 'amr', seed, command: 'publish a notice' },
    ...{ rate: 50, seconds }
  })
  const received = new Map(
    await reader.ask<ReceivedMail>(
      'take',
      sent.map(([id]) => id)
    )
  )
  const whole = sent.map(([id, at]) => (received.get(id) ?? Number.NaN) - at)
  return { command: quantile(latencies, 0.5), journey: quantile(whole, 0.5) }
}

/** What the services do for access, taken by itself. */
async function partsOf() {
  const { kid, seed } = createKeyPair()
  const record: KeyRecord = { kid, agency: 'amr', role: 'agency-system', validFrom: '2026-01-01T00:00:00Z' }
  const verify = createVerifier({ audience: 'wuhu', lookupKey: async () => record })
  const token = await mintToken({ seed, agency: 'amr' })
  const body = loadCommands['publish a notice'].body(1)
  const { kind: _, audience: __, ...data } = body as Record<string, unknown>
  const envelope: Envelope = createEnvelope({
    ...{ id: '019a0000-0000-7000-8000-000000000001', service: 'info-sharing', type: 'info.notice-published.v1' },
    ...{ subject: 'notice/1', time: '2026-06-01T09:00:00+08:00', version: 1, actor: { agency: 'amr', person: 'p-1' } },
    ...{ marking: 'open', correlationId: 'bench', data },
    audience: [
      { agency: 'amr', ground: 'publisher' },
      { agency: 'psb', ground: 'addressee' }
    ]
  })
  const redact = redactor(infoNoticePublished)
  const sign = createEnvelopeSigner({ service: 'info-sharing', seed })
  return {
    async asking() {
      const caller = await verify(token)
      if (!may(caller, 'notice.publish').allowed || findStateSecretMarks(body).length > 0) throw new Error('refused')
    },
    redacting: async () => void redact(envelope, { agency: 'psb', ground: 'addressee' }),
    signing: async () => void sign(envelope)
  }
}

/** Mean of one call. */
async function milliseconds(work: () => Promise<void>, times: number): Promise<number> {
  for (let n = 0; n < times / 10; n += 1) await work()
  const began = performance.now()
  for (let n = 0; n < times; n += 1) await work()
  return (performance.now() - began) / times
}

/** Interleaved readings of a case that tax may not see, and of one that nobody has. */
async function hidden(stack: TestStack, times: number): Promise<Figure> {
  const opened = await stack.call('psb', 'POST', '/v1/cases', { title: '一案' })
  if (opened.status !== 201) throw new Error(opened.text)
  const taken: { there: number[]; nowhere: number[] } = { there: [], nowhere: [] }
  const read = async (number: string) => {
    const began = performance.now()
    const { status } = await stack.call('tax', 'GET', `/v1/cases/${number}`)
    if (status !== 404) throw new Error(`a stranger got ${status}`)
    return performance.now() - began
  }
  for (let n = 0; n < times; n += 1) {
    taken.there.push(await read(opened.body.id))
    taken.nowhere.push(await read('150824-2026-999999'))
  }
  const [there, nowhere] = [median(taken.there), median(taken.nowhere)]
  return {
    ...{ name: 'a hidden case against none, p50', value: rounded(there), unit: 'ms', baseline: rounded(nowhere) },
    ...{ ratio: rounded(there / nowhere), target: 'ratio near 1' }
  }
}
