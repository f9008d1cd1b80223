import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { initAuthority, issueCertificate } from '@wuhu/cli/ca'
import type { Test } from 'tap'

/** Paths of a pair, and its texts. */
export interface Pair {
  readonly certPath: string
  readonly keyPath: string
  readonly cert: string
  readonly key: string
}

const years = (count: number) => new Date(Date.now() - count * 366 * 86_400_000)

/** A certificate authority in a folder of this test. */
export async function createAuthority(t: Test) {
  const folder = await mkdtemp(join(tmpdir(), 'wuhu-tls-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  await initAuthority(folder, { name: 'Test CA', days: 3650, now: years(3) })
  const path = (name: string) => join(folder, name)
  const pair = async (name: string): Promise<Pair> => {
    const [certPath, keyPath] = [path(`${name}.crt`), path(`${name}.key`)]
    return { certPath, keyPath, cert: await readFile(certPath, 'utf8'), key: await readFile(keyPath, 'utf8') }
  }
  return {
    folder,
    caPath: path('ca.crt'),
    ca: await readFile(path('ca.crt'), 'utf8'),
    revocations: () => readFile(path('ca.crl'), 'utf8'),
    server: async (names: string[], ago = 0) => {
      const { file } = await issueCertificate(folder, { names, days: 30 }, years(ago))
      return await pair(String(file))
    },
    client: async (agency: string, ago = 0) => {
      const { file } = await issueCertificate(folder, { names: [], client: agency, days: 30 }, years(ago))
      return await pair(String(file))
    }
  }
}

/** One request on a connection of its own. Rejects with the error of the connection. */
export function getOver(
  url: string,
  options: { readonly ca: string; readonly cert?: string; readonly key?: string; readonly authorization?: string }
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }> {
  const { authorization, ...tls } = options
  return new Promise((resolve, reject) => {
    const headers = authorization === undefined ? {} : { authorization }
    const asked = request(url, { ...tls, headers, agent: false }, (answer) => {
      text(answer).then((body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }), reject)
    })
    asked.on('error', reject)
    asked.end()
  })
}
