import { readFile } from 'node:fs/promises'
import { connect, credsAuthenticator } from '@nats-io/transport-node'
import { connectNats, streams } from '@wuhu/bus/nats'
import { hubServices } from '@wuhu/bus/nats-accounts'
import type { Test } from 'tap'
import { settled } from '../stack/settled.ts'
import type { TestStack } from '../stack/start-stack.ts'
import { attacker } from './attacker.ts'
import { hubView } from './hub-view.ts'

/** Least rights of the services: with one service's credentials, nothing of another's can be written or answered. */
export async function natsServices(t: Test, stack: TestStack): Promise<void> {
  await settled(stack)
  const hub = await hubView(t, stack)
  const as = async (service: string) => {
    const authenticator = credsAuthenticator(await readFile(stack.natsOperator.credentials(service)))
    const inboxPrefix = `_INBOX_${service}`
    const nc = await connect({ servers: stack.natsUrl, name: service, authenticator, inboxPrefix })
    t.teardown(() => nc.close())
    return nc
  }

  const writers: Readonly<Record<string, readonly string[]>> = {
    'info-sharing': ['INFO_SHARING'],
    'joint-investigation': ['JOINT_INVESTIGATION'],
    notifications: ['NOTIFICATIONS', 'MAIL'],
    audit: ['AUDIT'],
    console: ['CONSOLE']
  }

  t.test('every service that has credentials is in this table', (t) => {
    t.same(Object.keys(writers).sort(), [...hubServices].sort())
    t.same(Object.values(writers).flat().sort(), streams.map(({ name }) => name).sort(), 'one writer for each stream')
    t.end()
  })

  for (const [service, own] of Object.entries(writers)) {
    t.test(`${service} writes ${own.join(' and ')}, and no other stream`, async (t) => {
      const nc = await as(service)
      const mallory = attacker(nc)
      const before = await hub.state()
      for (const { name, subjects } of streams.filter(({ name }) => !own.includes(name))) {
        for (const subject of subjects) {
          const literal = subject.replace('*', '00').replace('>', name === 'MAIL' ? 'psb.case.opened' : 'x')
          t.match(await mallory.refusedPublish(literal), /Permissions Violation for Publish/)
        }
      }
      const others = streams.map(({ name }) => name).filter((name) => !own.includes(name))
      for (const verb of ['DELETE', 'PURGE', 'UPDATE', 'CREATE', 'SNAPSHOT', 'MSG.DELETE']) {
        for (const name of [...own, ...others]) {
          t.match(await mallory.refusedPublish(`$JS.API.STREAM.${verb}.${name}`), /Permissions Violation/)
        }
      }
      const mail = service === 'notifications' ? [] : ['CONSUMER.CREATE.MAIL.x', 'CONSUMER.CREATE.MAIL.psb.mail.psb.>']
      const reading = [
        'CONSUMER.MSG.NEXT.MAIL.psb',
        'CONSUMER.DELETE.MAIL.psb',
        'STREAM.MSG.GET.MAIL',
        'DIRECT.GET.MAIL'
      ]
      const foreign = service === 'notifications' ? ['CONSUMER.MSG.NEXT.MAIL.psb', 'CONSUMER.DELETE.MAIL.psb'] : reading
      for (const subject of [...mail, ...foreign, 'CONSUMER.DURABLE.CREATE.INFO_SHARING.x', 'STREAM.NAMES']) {
        t.match(await mallory.refusedPublish(`$JS.API.${subject}`), /Permissions Violation/)
      }
      for (const subject of [
        '>',
        'evt.>',
        'mail.>',
        'cmd.>',
        '_INBOX.>',
        '_R_.>',
        '$SYS.>',
        '$JS.EVENT.>',
        '$JS.ACK.>'
      ]) {
        t.match(await mallory.refusedSubscribe(subject), /Permissions Violation for Subscription/)
      }
      for (const other of hubServices.filter((name) => name !== service)) {
        t.match(await mallory.refusedSubscribe(`_INBOX_${other}.>`), /Permissions Violation/)
      }
      t.match(await mallory.refusedPublish('$SYS.REQ.CLAIMS.UPDATE'), /Permissions Violation/)
      t.match(await mallory.refusedPublish('$JS.ACK.MAIL.psb.1.1.1.1.0', '+NXT'), /Permissions Violation/)
      t.match(
        await mallory.refusedPublish('cmd.psb.clue.receive'),
        /Permissions Violation/,
        'commands come from agencies'
      )
      t.same(await hub.state(), before, 'nothing moved')
    })
  }

  t.test('a service cannot answer for another', async (t) => {
    const mallory = attacker(await as('joint-investigation'))
    for (const subject of ['cmd.*.clue.>', 'cmd.*.clue.receive', 'cmd.psb.>', 'cmd.*.mailbox.>']) {
      t.match(await mallory.refusedSubscribe(subject, 'info-sharing'), /Permissions Violation/)
    }
    const bus = await connectNats({
      url: stack.natsUrl,
      name: 'joint-investigation',
      credentialsFile: stack.natsOperator.credentials('joint-investigation')
    })
    t.teardown(() => bus.close())
    const answer = async () => ({ headers: {}, body: new Uint8Array() })
    await t.rejects(bus.serve('cmd.*.clue.receive', 'x', answer), /Permissions Violation/, 'serve() says so')
    await t.rejects(bus.stream('MAIL').describe(), /Permissions Violation/, 'and so does describe()')
  })

  t.test('the administrator of the hub makes streams, and cannot publish an event', async (t) => {
    const mallory = attacker(hub.nc)
    for (const subject of ['evt.00.case.opened', 'mail.psb.case.opened', 'cmd.psb.clue.receive', 'hint.mail']) {
      t.match(await mallory.refusedPublish(subject), /Permissions Violation/)
    }
  })

  t.test('the services themselves were refused nothing', async (t) => {
    const log = await hub.log()
    const refused = log.split('\n').filter((line) => /Violation/.test(line))
    t.ok(refused.length > 0, 'the log has the refusals of this test')
    for (const [name, service] of Object.entries(stack.services)) {
      const lines = (await readFile(service.logFile(), 'utf8')).split('\n').filter((line) => /permission/i.test(line))
      t.same(lines, [], name)
    }
  })
}
