import { readFile } from 'node:fs/promises'
import { type ServiceName, serviceNames } from '@wuhu/infra/stack-options'
import type { ServiceHandle } from '../stack/service-handle.ts'
import type { TestStack } from '../stack/start-stack.ts'

/** Every process of every service, dead or alive: callers try one after the other, as behind a load balancer. */
export interface Fleet {
  readonly of: (name: ServiceName) => readonly ServiceHandle[]
  readonly primary: (name: ServiceName) => ServiceHandle
  /** Starts a further process of a service and waits until it is ready. */
  readonly addStandby: (name: ServiceName) => Promise<ServiceHandle>
  readonly remove: (handle: ServiceHandle, how: 'stop' | 'kill9') => Promise<void>
  /** SIGKILL and a new start, as a supervisor does. */
  readonly killAndRevive: (handle: ServiceHandle) => Promise<void>
  /**
   * Waits until all are ready. A service that could not reach a server at its start is started again, as a supervisor
   * does. @throws Error when one ended by itself after it had listened: no fault is a reason for that
   */
  readonly ready: (within: number) => Promise<void>
}

export function createFleet(stack: TestStack): Fleet {
  const handles = new Map<ServiceName, ServiceHandle[]>(serviceNames.map((name) => [name, [stack.services[name]]]))
  /** How often the services had listened when each was started last. */
  const listened = new Map<ServiceHandle, number>()
  const revive = async (handle: ServiceHandle) => {
    listened.set(handle, await timesListened(handle.logFile()))
    await handle.start({ ready: false })
  }

  const untilReady = async (handle: ServiceHandle, deadline: number): Promise<void> => {
    while (performance.now() < deadline) {
      if (!handle.running()) await revive(handle)
      try {
        return await handle.ready(Math.max(1_000, deadline - performance.now()))
      } catch (error) {
        if (handle.running()) throw error
        await assertNeverListened(handle, listened.get(handle) ?? 0)
      }
    }
    throw new Error(`${handle.name} does not become ready`)
  }

  const of = (name: ServiceName) => handles.get(name) ?? []
  return {
    of,
    primary: (name) => stack.services[name],
    async addStandby(name) {
      const handle = await stack.another(name)
      await handle.start()
      handles.set(name, [...of(name), handle])
      return handle
    },
    async remove(handle, how) {
      handles.set(
        handle.name,
        of(handle.name).filter((one) => one !== handle)
      )
      await handle[how]()
    },
    async killAndRevive(handle) {
      await handle.kill9()
      await revive(handle)
    },
    async ready(within) {
      const deadline = performance.now() + within
      for (const name of serviceNames) {
        for (const handle of of(name)) {
          if (!handle.running()) await assertNeverListened(handle, listened.get(handle) ?? 0)
          await untilReady(handle, deadline)
        }
      }
    }
  }
}

/** @throws Error with the service's last words when it has listened more often than `before` */
async function assertNeverListened(handle: ServiceHandle, before: number): Promise<void> {
  const lines = (await readFile(handle.logFile(), 'utf8')).trimEnd().split('\n')
  if (lines.filter(isListening).length <= before) return
  const fatal = lines.filter((line) => line.includes('"level":"fatal"'))
  throw new Error(`${handle.name} ended by itself: ${fatal.at(-1) ?? lines.at(-1)}`)
}

async function timesListened(logFile: string): Promise<number> {
  return (await readFile(logFile, 'utf8')).split('\n').filter(isListening).length
}

const isListening = (line: string): boolean => line.includes('"msg":"listening"')
