import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { failure } from './failure.ts'

/** The four services of the bus, in the order in which they are shown. */
export const serviceNames = ['info-sharing', 'joint-investigation', 'notifications', 'audit'] as const
/** All that a stack may run; the console is not part of every one. */
export const allServices = [...serviceNames, 'console'] as const
export type ServiceName = (typeof allServices)[number]

/** Where they are; undefined what the stack does not run. */
type ServiceUrls = Readonly<Record<(typeof serviceNames)[number], string> & Partial<Record<ServiceName, string>>>

export interface Places {
  /** Data folder that the user named, by option or by setting. */
  readonly given: string | undefined
  readonly cwd: string
  readonly repository: string
}

/** Folders from `start` to the root, `start` first. */
function upwards(start: string): string[] {
  const above = dirname(start)
  return above === start ? [start] : [start, ...upwards(above)]
}

/**
 * The data folder of a stack: the one given, else the nearest `.data` above the working directory or in the repository
 * that belongs to a running stack, else one that at least holds keys.
 * @throws Failure when there is none
 */
export function findData({ given, cwd, repository }: Places): string {
  if (given) {
    const folder = resolve(cwd, given)
    if (!existsSync(folder)) {
      throw failure('unreachable', 'no-data', `没有数据目录 ${folder}`, `there is no data folder ${folder}`)
    }
    return folder
  }
  const folders = [...upwards(resolve(cwd)), repository].map((folder) => join(folder, '.data'))
  const found = ['stack.json', 'keys'].flatMap((name) => folders.filter((folder) => existsSync(join(folder, name))))
  if (found[0]) return found[0]
  throw failure(
    'unreachable',
    'no-stack',
    '没有找到系统：请先运行 npm start，或用 --data 指明数据目录',
    'no stack was found: run npm start, or name its data folder with --data'
  )
}

/**
 * URLs of the services, from the `stack.json` that a running stack keeps in its data folder.
 * @throws Failure when no stack runs on that folder, or the file is damaged
 */
export function readServices(folder: string): ServiceUrls {
  const file = join(folder, 'stack.json')
  let services: Record<string, unknown>
  try {
    services = JSON.parse(readFileSync(file, 'utf8')).services
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw failure(
        'unreachable',
        'no-stack',
        `${folder} 没有运行中的系统：请先运行 npm start`,
        `no stack runs on ${folder}: run npm start`
      )
    }
    throw damaged(file)
  }
  for (const name of serviceNames) if (!URL.canParse(String(services?.[name]))) throw damaged(file)
  return services as unknown as ServiceUrls
}

const damaged = (file: string) => failure('unreachable', 'stack-damaged', `${file} 已损坏`, `${file} is damaged`)
