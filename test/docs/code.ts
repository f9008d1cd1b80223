import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue } from '@wuhu/contracts'
import { createProgram } from '../../packages/cli/src/program.ts'
import { commands, queries } from '../../packages/sdk/src/generated/operations.ts'
import * as audit from '../../services/audit/src/config.ts'
import * as consoling from '../../services/console/src/config.ts'
import * as informing from '../../services/info-sharing/src/config.ts'
import * as joint from '../../services/joint-investigation/src/config.ts'
import * as notifying from '../../services/notifications/src/config.ts'
import { root } from './pages.ts'

/** Every source file but tests and what is generated, as one text. */
const sources = globSync(['packages/*/src/**/*.ts', 'services/*/src/**/*.ts', 'infra/*.ts', 'test/support/*.ts'], {
  cwd: root,
  exclude: ['**/*.test.ts', '**/node_modules/**', '**/generated/**']
})
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n')

const literals = (pattern: RegExp) => [...sources.matchAll(pattern)].map(([, text = '']) => text)

/** Settings of each service, by its folder. */
export const settings = new Map(
  Object.entries({
    'info-sharing': informing,
    'joint-investigation': joint,
    notifications: notifying,
    audit,
    console: consoling
  }).map(([service, { settings, migrateSettings }]) => [
    service,
    new Set([...Object.keys(settings.properties), ...Object.keys(migrateSettings.properties)])
  ])
)

/** Names in capitals that the code quotes or takes from the environment: streams, variables of tests and tools. */
export const capitals = new Set([
  ...literals(/'([A-Z][A-Z0-9_]+)'/g),
  ...literals(/process\.env\.([A-Z][A-Z0-9_]+)/g),
  ...literals(/\{([^{}]*)\} = process\.env\b/g).flatMap((names) => names.match(/[A-Z][A-Z0-9_]+/g) ?? [])
])

/** Names with a point that the code quotes: events, commands, actions, codes of refusals. */
export const dotted = new Set([
  ...literals(/'([a-z][a-z-]*\.[a-z][a-z-]*)(?:\.v\d+)?'/g),
  ...catalogue.flatMap(({ type }) => [type, type.replace(/\.v\d+$/, '')]),
  ...Object.keys(commands),
  ...Object.keys(queries)
])

/** What such names begin with: `clue`, `transfer`, `token`. */
export const areas = new Set(
  [
    ...catalogue.map(({ type }) => type),
    ...Object.keys({ ...commands, ...queries }),
    'token.',
    'signature.',
    'document.'
  ].map((name) => name.slice(0, name.indexOf('.')))
)

/** Event types without version by the service that publishes them. */
export const eventsOf = (service: string) =>
  catalogue.filter(({ owner }) => owner === service).map(({ type }) => type.replace(/\.v\d+$/, ''))

interface Route {
  /** Undefined: any. */
  readonly method: string | undefined
  /** A parameter is `:`. */
  readonly segments: readonly string[]
}

const segmentsOf = (path: string) =>
  path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => (/^[:{<]/.test(segment) ? ':' : segment))

const described: Route[] = [
  ...Object.values(commands).map(({ path }) => ({ method: 'POST', segments: segmentsOf(path) })),
  ...Object.values(queries).map(({ path }) => ({ method: 'GET', segments: segmentsOf(path) }))
]

const undescribed = ({ segments }: Route) => !described.some((one) => one.segments.join('/') === segments.join('/'))
const anyMethod = (path: string): Route => ({ method: undefined, segments: segmentsOf(path) })

/** What the sdk has no function for: what every service has of its own, streams and uploads. */
const written: Route[] = [
  ...literals(/ path: '(\/v1\/[\w/:-]+)'/g)
    .map(anyMethod)
    .filter(undescribed),
  ...literals(/(?<! path: )'(\/v1\/[\w/:-]+)'/g).map(anyMethod)
]

/** Whether there is such a route. `…/` stands for any beginning, `:id`, `<id>` and `{id}` for any one segment. */
export function isRoute(method: string | undefined, path: string): boolean {
  const asked = segmentsOf(path.replace(/^…/, ''))
  return [...described, ...written].some((route) => {
    if (method !== undefined && route.method !== undefined && method !== route.method) return false
    const segments = path.startsWith('…') ? route.segments.slice(-asked.length) : route.segments
    return segments.length === asked.length && asked.every((one, index) => one === ':' || one === segments[index])
  })
}

export interface CliCommand {
  readonly name: string
  readonly options: readonly string[]
  readonly inner: readonly CliCommand[]
}

type Commander = ReturnType<typeof createProgram>
const commandOf = (command: Commander): CliCommand => ({
  name: command.name(),
  options: command.options.map(({ long, short }) => long ?? short ?? ''),
  inner: (command.commands as Commander[]).map(commandOf)
})

const { stdin, stdout, stderr } = process
/** All commands of `wuhu`, with their options. */
export const wuhu = commandOf(createProgram({ stdin, stdout, stderr, cwd: root, repository: root, data: undefined }))
