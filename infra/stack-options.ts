import { parseArgs } from 'node:util'

/** The four services of the bus, in the order in which they start. */
export const serviceNames = ['info-sharing', 'joint-investigation', 'notifications', 'audit'] as const

/** All that the stack starts: the console is the browsers' door to the four. */
export const allServices = [...serviceNames, 'console'] as const

/** A service's name, also its folder under services/. */
export type ServiceName = (typeof allServices)[number]

/** Everything that listens. */
export type PortName = ServiceName | 'nats' | 'postgres'

/** What `npm start` was asked to do. Ports are TCP on 127.0.0.1. */
export interface StackOptions {
  readonly dataDir: string
  readonly fresh: boolean
  /** HTTP, NATS and Postgres by TLS only, with the CA of the data folder. */
  readonly tls: boolean
  readonly ports: Readonly<Record<PortName, number>>
  /** Admin URL of a Postgres that already runs. */
  readonly databaseUrl: string | undefined
  /** URL of a NATS server that already runs. */
  readonly natsUrl: string | undefined
  readonly logLevel: string
}

const offsets: Readonly<Record<PortName, number>> = {
  'info-sharing': 1,
  'joint-investigation': 2,
  notifications: 3,
  audit: 4,
  console: 5,
  nats: 22,
  postgres: 32
}

/** The names of everything that listens, in the order of the table. */
export const portNames = Object.keys(offsets) as PortName[]

/** Text of `npm start -- --help`. */
export const stackHelp = `npm start -- [选项 options]

  --fresh             清空数据后重新开始 · begin anew, without the kept data
  --tls               全部连接用 TLS，本地 CA 存于数据目录 · TLS everywhere, by a local CA in the data folder
  --data <folder>     数据目录（默认 .data）· where the data is kept (default .data)
  --port-base <n>     端口基数（默认 7100）· base of all ports (default 7100)
${portNames.map((name) => `${`  --port-${name} <n>`.padEnd(34)}默认 default ${7100 + offsets[name]}`).join('\n')}
  --log-level <level> trace | debug | info | warn | error

环境变量 environment: DATABASE_URL, NATS_URL  使用已在运行的服务器 · use servers that already run`

function portOf(text: string, name: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new Error(`--${name} 应为 1 到 65535 的端口号 · --${name} must be a port from 1 to 65535, not "${text}"`)
  }
  return port
}

function urlOf(name: string, text: string | undefined, scheme: RegExp): string | undefined {
  if (!text) return undefined
  const protocol = URL.canParse(text) ? new URL(text).protocol : ''
  // The value is not repeated: it may hold a password.
  if (!scheme.test(protocol)) throw new Error(`${name} 不是有效的地址 · ${name} is not a URL of the right kind`)
  return text
}

/**
 * Reads the arguments and the environment of `npm start`.
 * @returns undefined when help was asked for
 * @throws Error, one sentence, for an argument that makes no sense
 */
export function parseStackOptions(argv: readonly string[], env: NodeJS.ProcessEnv): StackOptions | undefined {
  const text = { type: 'string' } as const
  const perPort = Object.fromEntries(portNames.map((name) => [`port-${name}`, text]))
  let values: Record<string, string | boolean | undefined>
  try {
    values = parseArgs({
      args: [...argv],
      options: {
        fresh: { type: 'boolean' },
        tls: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        data: text,
        'port-base': text,
        'log-level': text,
        ...perPort
      }
    }).values
  } catch (error) {
    throw new Error(
      `参数有误 · ${error instanceof Error ? error.message.split('. ')[0] : String(error)} (npm start -- --help)`
    )
  }
  if (values.help) return undefined
  const given = (name: string) => (typeof values[name] === 'string' ? portOf(values[name], name) : undefined)
  const base = given('port-base') ?? 7100
  const ports = Object.fromEntries(
    portNames.map((name) => [name, given(`port-${name}`) ?? portOf(String(base + offsets[name]), 'port-base')])
  ) as Record<PortName, number>
  const twice = portNames.find((name) => portNames.some((other) => other !== name && ports[other] === ports[name]))
  if (twice)
    throw new Error(`端口 ${ports[twice]} 被指定了两次 · port ${ports[twice]} is given twice (--port-${twice})`)
  const options: StackOptions = {
    dataDir: typeof values.data === 'string' ? values.data : '.data',
    fresh: values.fresh === true,
    tls: values.tls === true,
    ports,
    databaseUrl: urlOf('DATABASE_URL', env.DATABASE_URL, /^postgres(ql)?:$/),
    natsUrl: urlOf('NATS_URL', env.NATS_URL, /^(nats|tls):$/),
    logLevel: typeof values['log-level'] === 'string' ? values['log-level'] : 'info'
  }
  if (options.fresh && (options.databaseUrl || options.natsUrl)) {
    throw new Error(
      '--fresh 只清空本机数据，不能与 DATABASE_URL、NATS_URL 同用 · --fresh empties only local data: not with DATABASE_URL or NATS_URL'
    )
  }
  if (options.tls && (options.databaseUrl || options.natsUrl)) {
    throw new Error(
      '--tls 只用于本机启动的服务器，不能与 DATABASE_URL、NATS_URL 同用 · --tls is for servers that this command starts: not with DATABASE_URL or NATS_URL'
    )
  }
  return options
}
