import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { jetstream } from '@nats-io/jetstream'
import { createKeyPair } from '@wuhu/access'
import { createStreams } from '@wuhu/bus/nats'
import { demoKey } from '@wuhu/infra/stack-secrets'
import { until } from '@wuhu/test-support'
import type { Test } from 'tap'
import { agencyCredentials, connectAgency } from '../stack/agency-nats.ts'
import { settled } from '../stack/settled.ts'
import type { TestStack } from '../stack/start-stack.ts'
import { hubView } from './hub-view.ts'

/** The keeper of the agencies' accounts: new agencies without a reload, and everything again after a loss. */
export async function natsKeeper(t: Test, stack: TestStack): Promise<void> {
  await settled(stack)
  const securityAdmin = { role: 'security-admin' as const }
  const museum = (publicKey: string) => ({
    code: 'museum',
    name: '博物馆',
    membership: ['collaboration'],
    assessable: true,
    keys: [{ publicKey, role: 'agency-system' }]
  })
  const works = async (agency: string) => {
    const nc = await connectAgency(stack, agency)
    try {
      const info = await nc.request(`busapi.CONSUMER.INFO.MAIL.${agency}`, '', { timeout: 2_000 })
      return info.json<{ config?: { filter_subject: string } }>().config?.filter_subject === `mail.${agency}.>`
    } finally {
      await nc.close()
    }
  }
  const admitted = (agency: string) => until(() => works(agency), { within: 15_000, what: `${agency} is let in` })

  t.test('a new agency is live without a reload', async (t) => {
    const key = await demoKey(stack.dataDir, 'museum', 'agency-system')
    const began = performance.now()
    const answer = await stack.call('amr', 'POST', '/v1/agencies', museum(key.publicKey), securityAdmin)
    t.equal(answer.status, 201, answer.text)
    await admitted('museum')
    const took = performance.now() - began
    t.ok(took < 5_000, `in its account ${Math.round(took)} ms after it was registered`)
    const nc = await connectAgency(stack, 'museum')
    t.teardown(() => nc.close())
    const consumer = await jetstream(nc, { apiPrefix: 'busapi' }).consumers.get('MAIL', 'museum')
    t.match((await consumer.next({ expires: 5_000 }))?.subject, 'mail.museum.agency.registered')
  })

  t.test('a rotated key without overlap: the old one is out, though its JWT says a year', async (t) => {
    const next = createKeyPair()
    const credentials = await agencyCredentials(stack, 'museum')
    const old = await connectAgency(stack, 'museum', { credentials })
    const { keys } = (await stack.call('amr', 'GET', '/v1/agencies/museum')).body
    const path = `/v1/agencies/museum/keys/${keys[0].kid}/rotate`
    const rotated = await stack.call('amr', 'POST', path, { publicKey: next.kid, overlapHours: 0 }, securityAdmin)
    t.equal(rotated.status, 201, rotated.text)
    await until(() => old.isClosed(), { within: 3_000, what: 'the old key is out' })
    await t.rejects(connectAgency(stack, 'museum', { credentials }), /Authorization Violation/)
    const stranger = { credentials, seed: next.seed }
    await t.rejects(connectAgency(stack, 'museum', stranger), /Authorization/, 'a JWT is for one key')
  })

  t.test('a server that forgot its accounts gets them again', async () => {
    await stack.nats.stop()
    await rm(join(dirname(stack.dataDir), 'accounts'), { recursive: true })
    await stack.nats.start()
    await admitted('psb')
    await admitted('court')
  })

  t.test('a server that forgot its streams and consumers gets the consumers again', async (t) => {
    await stack.nats.stop()
    await rm(join(stack.nats.dataDir, 'jetstream'), { recursive: true })
    await stack.nats.start()
    await createStreams(stack.natsUrl, { credentialsFile: stack.natsAdmin })
    await admitted('psb')
    const hub = await hubView(t, stack)
    await until(async () => Object.keys(await hub.state()).includes('MAIL museum'))
  })

  t.test('while the server is away the keeper says so, and goes on afterwards', async (t) => {
    const ready = async () => {
      const response = await fetch(`${stack.urls.notifications}/health/ready`)
      return { status: response.status, text: await response.text() }
    }
    t.match(await ready(), { status: 200, text: /"nats accounts","ok":true,"detail":"active, 2\d accounts"/ })
    await stack.nats.stop()
    await until(async () => (await ready()).status === 503)
    await stack.nats.start()
    await until(async () => (await ready()).status === 200, { within: 20_000 })
    await admitted('psb')
    t.ok(await agencyCredentials(stack, 'psb'))
  })
}
