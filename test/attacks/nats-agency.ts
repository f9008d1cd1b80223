import { jetstream } from '@nats-io/jetstream'
import { until } from '@wuhu/test-support'
import type { Test } from 'tap'
import { agencyCredentials, connectAgency } from '../stack/agency-nats.ts'
import { settled } from '../stack/settled.ts'
import type { TestStack } from '../stack/start-stack.ts'
import { attacker } from './attacker.ts'
import { hubView } from './hub-view.ts'

/** What an agency's own credentials open, and that they open nothing else. */
export async function natsAgency(t: Test, stack: TestStack): Promise<void> {
  await settled(stack)
  const hub = await hubView(t, stack)
  const psb = await connectAgency(stack, 'psb')
  t.teardown(() => psb.close())
  const mallory = attacker(psb)

  t.test('an agency reads its own mailbox, acknowledges, and gives its own commands', async (t) => {
    const { apiPrefix, stream, durable } = await agencyCredentials(stack, 'psb')
    const consumer = await jetstream(psb, { apiPrefix }).consumers.get(stream, durable)
    const first = await consumer.next({ expires: 5_000 })
    t.match(first?.subject, /^mail\.psb\./)
    t.equal(first?.json<{ audience: string }>().audience.includes('psb'), true)
    t.equal(await first?.ackAck(), true)
    await until(async () => /acknowledged to [1-9]/.test((await hub.state())['MAIL psb'] ?? ''))
    const answer = await psb.request('cmd.psb.clue.receive', '{}', { timeout: 5_000 })
    t.match(answer.json(), { code: 'token.missing' }, 'the service asks for its own proof')
    await t.rejects(psb.request('cmd.psb.clue.invent', '{}'), /no responders/)
  })

  t.test('publishing where it may not', async (t) => {
    const before = await hub.state()
    const subjects = [
      'evt.00.case.opened',
      'evt.00.clue.received',
      'mail.psb.case.opened',
      'mail.court.case.opened',
      'cmd.court.clue.receive',
      'cmd.nobody.clue.receive',
      'hint.mail',
      '_INBOX_court.x',
      '_INBOX_notifications.x',
      '_R_.x.y',
      'anything'
    ]
    for (const subject of subjects) t.match(await mallory.refusedPublish(subject), /Permissions Violation for Publish/)
    t.same(await hub.state(), before, 'nothing moved')
    t.match(await hub.log(), /Publish Violation - .*Subject "mail\.court\.case\.opened"/, 'the server logged it')
  })

  t.test('listening where it may not', async (t) => {
    const subjects = ['>', '*.>', 'mail.>', 'mail.psb.>', 'mail.court.>', 'evt.>', 'evt.*.case.>', 'cmd.>', 'cmd.psb.>']
    const inboxes = ['_INBOX.>', '_INBOX_court.>', '_INBOX_notifications.>', '_R_.>', 'hint.>']
    const system = ['$SYS.>', '$JS.>', '$JS.EVENT.>', '$JS.API.>', '$SYS.ACCOUNT.*.CONNECT', 'busapi.>']
    for (const subject of [...subjects, ...inboxes, ...system]) {
      t.match(await mallory.refusedSubscribe(subject), /Permissions Violation for Subscription/, subject)
    }
    t.match(await mallory.refusedSubscribe('cmd.*.clue.>', 'info-sharing'), /Permissions Violation/, 'as a service')
    t.match(await hub.log(), /Subscription Violation - .*Subject "mail\.>"/, 'the server logged it')
  })

  t.test('JetStream and the system, under both prefixes', async (t) => {
    const before = await hub.state()
    const requests = [
      'INFO',
      'STREAM.NAMES',
      'STREAM.LIST',
      'STREAM.INFO.MAIL',
      'STREAM.MSG.GET.MAIL',
      'STREAM.MSG.GET.INFO_SHARING',
      'STREAM.CREATE.MINE',
      'STREAM.DELETE.MAIL',
      'STREAM.PURGE.MAIL',
      'STREAM.SNAPSHOT.MAIL',
      'DIRECT.GET.MAIL',
      'CONSUMER.CREATE.MAIL',
      'CONSUMER.CREATE.MAIL.mine',
      'CONSUMER.CREATE.MAIL.psb.mail.court.>',
      'CONSUMER.DURABLE.CREATE.MAIL.psb',
      'CONSUMER.DELETE.MAIL.psb',
      'CONSUMER.DELETE.MAIL.court',
      'CONSUMER.NAMES.MAIL',
      'CONSUMER.LIST.MAIL',
      'CONSUMER.INFO.MAIL.court',
      'CONSUMER.MSG.NEXT.MAIL.court',
      'CONSUMER.MSG.NEXT.INFO_SHARING.psb',
      'CONSUMER.PAUSE.MAIL.court'
    ]
    for (const request of requests) {
      for (const prefix of ['$JS.API', 'busapi']) {
        t.match(await mallory.refusedPublish(`${prefix}.${request}`), /Permissions Violation/, `${prefix}.${request}`)
      }
    }
    for (const own of ['CONSUMER.MSG.NEXT.MAIL.psb', 'CONSUMER.INFO.MAIL.psb']) {
      t.match(await mallory.refusedPublish(`$JS.API.${own}`), /Permissions Violation/, 'only by the prefix')
    }
    const probes = [
      'REQ.CLAIMS.UPDATE',
      'REQ.CLAIMS.LIST',
      'REQ.SERVER.PING',
      'REQ.ACCOUNT.PING.CONNZ',
      'REQ.USER.INFO'
    ]
    for (const probe of probes) t.match(await mallory.refusedPublish(`$SYS.${probe}`), /Permissions Violation/, probe)
    t.same(await hub.state(), before, 'nothing moved')
  })

  t.test('forged replies: what comes back stays in its own account', async (t) => {
    const before = await hub.state()
    const replies = [
      'mail.court.case.opened',
      'mail.psb.case.opened',
      'evt.00.case.opened',
      'evt.00.agency.registered',
      '$JS.API.STREAM.DELETE.MAIL',
      '$JS.API.CONSUMER.DELETE.MAIL.court',
      'cmd.court.clue.receive',
      '_INBOX_court.x',
      '_INBOX_notifications.x',
      'hint.mail'
    ]
    const asks = (reply: string) =>
      Promise.all([
        mallory.publish('busapi.CONSUMER.INFO.MAIL.psb', '', reply),
        mallory.publish('cmd.psb.clue.receive', '{}', reply),
        mallory.publish('busapi.CONSUMER.MSG.NEXT.MAIL.psb', '{"batch":1,"no_wait":true}', reply),
        mallory.publish('$JS.ACK.MAIL.psb.1.1.1.1.0', '+NXT {"batch":1,"no_wait":true}', reply)
      ])
    for (const reply of replies) t.same((await asks(reply)).flat(), [], `taken, with reply ${reply}`)
    await mallory.publish('cmd.psb.clue.receive', '{}', '$JS.ACK.MAIL.court.1.1.1.1.0')
    await until(() => mallory.refusals.some((text) => /Publish with Reply of "\$JS\.ACK/.test(text)), {
      what: 'a refusal of a reply that the server keeps for itself'
    })
    // Its own messages were delivered to nobody; they come again. What is not its own did not move.
    const others = (state: Readonly<Record<string, string>>) => ({ ...state, 'MAIL psb': undefined })
    t.same(others(await hub.state()), others(before), 'no stream and no other consumer moved')
  })

  t.test("acknowledgements that would also fit another's consumer", async (t) => {
    const before = await hub.state()
    const heard: string[] = []
    const inbox = `_INBOX_psb.nxt`
    psb.subscribe(inbox, { callback: (_error, message) => void heard.push(`${message.subject} ${message.string()}`) })
    const subjects = [
      '$JS.ACK.MAIL.court.1.1.1.1.0',
      '$JS.ACK.MAIL.court.MAIL.psb.1.1.1',
      '$JS.ACK.MAIL.court.MAIL.psb.1.1.1.1.1',
      '$JS.ACK.MAIL.psb.MAIL.court.1.1.1.1.1',
      '$JS.ACK.MAIL.psb.MAIL.court.1.1.1.1.1.x',
      '$JS.ACK._.x.MAIL.psb.1.1.1.1.0',
      '$JS.ACK.*.*.MAIL.psb.1.1.1',
      '$JS.FC.MAIL.court.1'
    ]
    for (const subject of subjects) {
      for (const body of ['', '+NXT', '+TERM', '-NAK']) await mallory.refusedPublish(subject, body, inbox)
    }
    t.same(heard, [], "court's mail did not come")
    t.same(await hub.state(), before, 'nothing moved')
  })

  t.test('afterwards the services are well: nothing strange stands in a stream', async (t) => {
    for (const [name, url] of Object.entries(stack.urls)) {
      const answer = await fetch(`${url}/health/ready`)
      t.equal(answer.status, 200, `${name} ${await answer.text()}`)
    }
  })
}
