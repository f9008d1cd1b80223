import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { headers as natsHeaders } from '@nats-io/transport-node'
import { signStatement } from '@wuhu/access/signing'
import { until } from '@wuhu/test-support'
import type { Test } from 'tap'
import { wuhu } from '../scenarios/run-program.ts'
import { connectAgency } from '../stack/agency-nats.ts'
import type { TestStack } from '../stack/start-stack.ts'

const attestation = 'no-state-secret; by=p-001'

/** Everything that the services published proves who said it, offline. */
export async function signatures(t: Test, stack: TestStack): Promise<void> {
  const { dataDir } = stack
  // Its account is on the server as soon as notifications has heard of the agency.
  const nats = await until(() => connectAgency(stack, 'psb').catch(() => undefined), { what: "psb's account" })
  t.teardown(() => nats?.close())
  const seed = await stack.seed('psb')

  const signed = async (door: 'http' | 'nats', title: string, sent: object = { title }) => {
    const token = await stack.token('psb')
    const body = { title }
    const headers = {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Wuhu-Attestation': attestation,
      'Wuhu-Signature': signStatement({ seed, token, command: 'case.open', body, attestation })
    }
    const payload = JSON.stringify(sent)
    if (door === 'nats') {
      const sentHeaders = natsHeaders()
      for (const [name, value] of Object.entries(headers)) sentHeaders.set(name, value)
      const reply = await nats.request('cmd.psb.case.open', payload, { headers: sentHeaders, timeout: 10_000 })
      return { status: Number(reply.headers?.get('Status')), body: reply.json<Record<string, never>>() }
    }
    const reply = await fetch(`${stack.urls['info-sharing']}/v1/cases`, { method: 'POST', headers, body: payload })
    return { status: reply.status, body: JSON.parse(await reply.text()) }
  }

  const events: string[] = []
  for (const door of ['http', 'nats'] as const) {
    const opened = await signed(door, `一案 ${door}`)
    t.equal(opened.status, 201, `${door} ${JSON.stringify(opened.body)}`)
    events.push(opened.body.events[0].id)
    const forged = await signed(door, '一案', { title: '另案' })
    t.match(forged, { status: 422, body: { code: 'signature.invalid' } }, door)
  }
  const plain = await stack.call('amr', 'POST', '/v1/cases', { title: '未签' })
  t.equal(plain.status, 201, plain.text)
  events.push(plain.body.events[0].id)

  const [replay, keys] = [join(dataDir, 'replay.ndjson'), join(dataDir, 'public-keys.json')]
  const replayed = ['replay', '--bodies', '--reason', '核验', '--output', replay]
  await until(
    async () => {
      const done = await wuhu(dataDir, ...replayed)
      if (done.code !== 0) throw new Error(done.stderr)
      const text = await readFile(replay, 'utf8')
      return events.every((id) => text.includes(id))
    },
    { within: 60_000, what: 'the log to hold the events' }
  )
  const text = await readFile(replay, 'utf8')
  t.match(await wuhu(dataDir, 'verify', '--replay', replay, '--save-keys', keys, '--json'), { code: 0 })
  await stack.stop()

  const offline = await wuhu(dataDir, 'verify', '--replay', replay, '--keys', keys, '--json')
  t.equal(offline.code, 0, offline.stderr)
  const { counts, events: checked } = JSON.parse(offline.stdout)
  t.match(counts, { invalid: 0, unsigned: 0, 'words-only': 0 })
  t.ok(counts.valid > 40, 'the registration of the members among them, made before the services had registered keys')
  const by = events.map((id) => checked.find((event: { id: string }) => event.id === id)?.by)
  t.match(by, [/^psb#U/, /^psb#U/, /^info-sharing#U\w{55} for amr$/])

  await writeFile(replay, text.replace('一案 http', '二案 http'))
  const tampered = await wuhu(dataDir, 'verify', '--replay', replay, '--keys', keys, '--json')
  t.match(tampered, { code: 1 })
  t.match(JSON.parse(tampered.stdout).counts, { invalid: 1 }, 'one character of one event')
}
