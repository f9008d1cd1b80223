import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Browser } from './browser.fixture.ts'

interface Teardown {
  teardown(action: () => unknown): void
}

export const clientSecret = 'the secret of the console at the provider'

/** Starts an OpenID provider of its own for the test. @returns its issuer */
export async function startProvider(t: Teardown, redirectUri: string): Promise<string> {
  const file = new URL('./oidc-server.fixture.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [file, redirectUri, clientSecret], { stdio: ['ignore', 'pipe', 'ignore'] })
  t.teardown(async () => {
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  })
  for await (const line of createInterface(child.stdout)) if (line.startsWith('http://')) return line
  throw new Error('the provider did not start')
}

/**
 * What the browser does at the provider: follows its redirects with its cookies, and says who is there.
 * @returns the address at the console to which the provider sends the browser back
 */
export async function atProvider(start: string, officer: string, more: Record<string, string> = {}): Promise<URL> {
  const cookies = new Map<string, string>()
  let url = new URL(start)
  for (let step = 0; step < 10; step += 1) {
    if (url.pathname.startsWith('/interaction/')) {
      url.search = new URLSearchParams({ as: officer, ...more }).toString()
    }
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const reply = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = reply.headers.get('location')
    if (location === null) throw new Error(`the provider answered ${reply.status}: ${await reply.text()}`)
    const next = new URL(location, url)
    if (next.origin !== new URL(start).origin) return next
    url = next
  }
  throw new Error('the provider goes in circles')
}

/** Begins at the console and comes back from the provider, without having called the callback yet. */
export async function begin(visitor: Browser, officer: string, more: Record<string, string> = {}): Promise<string> {
  const { headers } = await visitor.get('/sign-in/oidc')
  const { pathname, search } = await atProvider(String(headers.location), officer, more)
  return pathname + search
}
