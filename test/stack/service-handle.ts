import type { Child } from '@wuhu/infra/child'
import { type ServiceSettings, serviceReady, startService } from '@wuhu/infra/service-process'
import type { ServiceName } from '@wuhu/infra/stack-options'

/** One process of a service. Its port and settings stay the same over restarts. */
export interface ServiceHandle {
  readonly name: ServiceName
  readonly url: string
  readonly port: number
  readonly logFile: () => string
  readonly pid: () => number
  readonly running: () => boolean
  /** Starts it when it does not run, and waits until /health/ready says ok (`ready: false`: only starts it). */
  readonly start: (options?: { readonly ready?: boolean }) => Promise<void>
  readonly ready: (within?: number) => Promise<void>
  /** SIGTERM; resolves when it has ended in order. */
  readonly stop: () => Promise<void>
  /** SIGKILL; resolves when the process has ended. */
  readonly kill9: () => Promise<void>
  /** SIGSTOP and SIGCONT. */
  readonly pause: () => void
  readonly resume: () => void
}

/** A handle of a service that is not started yet. */
export function serviceHandle(name: ServiceName, settings: ServiceSettings, marker: string): ServiceHandle {
  const scheme = settings.more.TLS_CERT === undefined ? 'http' : 'https'
  const url = `${scheme}://127.0.0.1:${settings.port}`
  let child: Child | undefined
  const present = (): Child => {
    if (!child) throw new Error(`${name} was never started`)
    return child
  }
  const running = () => child?.running() ?? false
  const ready = (within?: number) => serviceReady(present(), url, within)
  return {
    name,
    url,
    port: settings.port,
    logFile: () => present().logFile,
    pid: () => present().pid,
    running,
    ready,
    start: async (options = {}) => {
      if (!running()) child = await startService(name, settings, marker)
      if (options.ready !== false) await ready()
    },
    stop: async () => {
      if (!running()) return
      // A paused process would not hear SIGTERM.
      present().kill('SIGCONT')
      await present().stop('SIGTERM', 15_000)
    },
    kill9: async () => {
      present().kill('SIGKILL')
      await present().ended
    },
    pause: () => present().kill('SIGSTOP'),
    resume: () => present().kill('SIGCONT')
  }
}
