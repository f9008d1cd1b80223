import { Command } from 'commander'
import { type Failure, failure } from '../failure.ts'
import { type Identity, office, parseIdentity } from '../identity.ts'
import { readServiceState, type ServiceState } from '../service-status.ts'
import { type Shell, write, writeJson } from '../shell.ts'
import { type CommonOptions, openStack, withCommonOptions } from '../stack.ts'
import { renderTable } from '../table.ts'

interface StatusOptions extends CommonOptions {
  readonly as: Identity
}

/** `wuhu status`: whether the four services are ready, and how far their relays and consumers are. */
export function statusCommand(shell: Shell): Command {
  const command = new Command('status')
    .description('四个服务是否就绪，中继与消费的进度 · are the services ready, and how far are relays and consumers')
    .option('--as <agency.role>', '以谁的名义 · as whom', parseIdentity, { agency: office, role: 'system-admin' })
  return withCommonOptions(command, '{ready, services: [...]}').action(async (options: StatusOptions) => {
    const stack = openStack(shell, options, options.as)
    const services = await Promise.all(stack.names.map((name) => readServiceState(stack.service(name))))
    const failed = verdict(services)
    if (options.json) await writeJson(shell.stdout, { ready: !failed, services })
    else await write(shell.stdout, renderStatus(services))
    if (failed) throw failed
  })
}

function verdict(services: readonly ServiceState[]): Failure | undefined {
  if (services.every(({ reachable }) => !reachable)) {
    return failure(
      'unreachable',
      'unreachable',
      '没有一个服务有答复：系统在运行吗？',
      'no service answers: is the stack running?'
    )
  }
  const refused = services.find(({ problem }) => problem?.status === 401 || problem?.status === 403)?.problem
  if (refused) return failure('unauthorised', 'unauthorised', refused.title, refused.title_en)
  const names = services.filter(({ ready, problem }) => !ready || problem).map(({ service }) => service)
  if (names.length === 0) return undefined
  return failure('failed', 'not-ready', `未就绪：${names.join('、')}`, `not ready: ${names.join(', ')}`)
}

/** Services, then relays, then consumers, then what is wrong. */
function renderStatus(services: readonly ServiceState[]): string {
  const state = (one: ServiceState) =>
    one.ready ? '就绪 ready' : one.reachable ? '未就绪 not ready' : '无答复 no answer'
  const relays = services.flatMap(({ service, relays }) => relays.map((relay) => ({ service, ...relay })))
  const consumers = services.flatMap(({ service, consumers }) => consumers.map((one) => ({ service, ...one })))
  const wrong = services.flatMap(({ service, checks, problem }) => [
    ...checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${service}: ${name}: ${detail}`),
    ...(problem ? [`${service}: ${problem.title} · ${problem.title_en}`] : [])
  ])
  const parts = [
    renderTable(
      ['服务 service', '状态 state', '地址 URL'],
      services.map((one) => [one.service, state(one), one.url])
    )
  ]
  if (relays.length > 0) {
    parts.push(
      renderTable(
        ['中继 relay', '事件流 stream', '状态 state', '已发布 published', '待发布 lag', '秒 s'],
        relays.map(({ service, stream, state, published, lag }) => [
          service,
          stream,
          state,
          published,
          lag.events,
          Math.round(lag.seconds)
        ])
      )
    )
  }
  if (consumers.length > 0) {
    parts.push(
      renderTable(
        ['消费 consumer', '事件流 stream', '状态 state', '进度 cursor', '落后 lag', '搁置 parked', '受阻 blocked'],
        consumers.map((one) => {
          const lag = Math.max(0, one.lastSequence - one.cursor)
          return [`${one.service}/${one.name}`, one.stream, one.state, one.cursor, lag, one.parked, one.blocked]
        })
      )
    )
  }
  if (wrong.length > 0) parts.push(`${wrong.join('\n')}\n`)
  return parts.join('\n')
}
