import type { Command } from 'commander'
import { failure } from './failure.ts'
import { createSigner, type Identity } from './identity.ts'
import { createServiceClient, type ServiceClient } from './service-client.ts'
import type { Shell } from './shell.ts'
import { allServices, findData, readServices, type ServiceName } from './stack-file.ts'
import { readTrust } from './stack-trust.ts'

/** Options that every command has. */
export interface CommonOptions {
  readonly data?: string
  readonly json?: true
}

/** Adds `--data` and `--json`. `json` says what is printed with it. */
export function withCommonOptions(command: Command, json: string): Command {
  return command
    .option('--data <dir>', '系统的数据目录（或环境变量 WUHU_DATA）· data folder of the stack (or WUHU_DATA)')
    .option('--json', json)
}

/** Where the data of the stack is that the options, the setting or the place mean. @throws Failure */
export const dataOf = (shell: Shell, options: CommonOptions): string =>
  findData({ given: options.data ?? shell.data, cwd: shell.cwd, repository: shell.repository })

/** A running stack, and the names of what it runs, called as `identity`. @throws Failure when none runs, or it has no key for that identity */
export function openStack(
  shell: Shell,
  options: CommonOptions,
  identity: Identity
): { readonly names: readonly ServiceName[]; readonly service: (name: ServiceName) => ServiceClient } {
  const folder = dataOf(shell, options)
  const services = readServices(folder)
  const bearer = createSigner(folder, identity)
  const trust = readTrust(folder, identity.agency)
  return {
    names: allServices.filter((name) => services[name] !== undefined),
    service(name) {
      const url = services[name]
      if (url === undefined)
        throw failure('unreachable', 'no-service', `系统没有启动 ${name}`, `the stack runs no ${name}`)
      return createServiceClient(name, url, () => bearer(), trust)
    }
  }
}
