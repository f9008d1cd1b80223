import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mintToken } from '@wuhu/access'
import { until } from '@wuhu/test-support'
import type { Test } from 'tap'
import { wuhu } from '../scenarios/run-program.ts'
import { serviceOf } from '../stack/client.ts'
import type { TestStack } from '../stack/start-stack.ts'

/** Routes that agencies' systems read, one a service. */
const paths = ['/v1/clues', '/v1/assistances', '/v1/mailbox?limit=1', '/v1/replay?upto=0']

/** The directory by command line: an agency joins, changes its key, and loses it. */
export async function directory(t: Test, stack: TestStack): Promise<void> {
  const run = async (...argv: string[]) => {
    const ended = await wuhu(stack.dataDir, ...argv)
    t.equal(ended.code, 0, `wuhu ${argv.join(' ')}: ${ended.stderr}`)
    return ended.stdout.trim()
  }
  const folder = t.testdir()
  const makeKey = async (name: string) => {
    const file = join(folder, name)
    const kid = await run('key', 'new', file)
    return { kid, seed: (await readFile(file, 'utf8')).trim() }
  }
  const first = await makeKey('first.nk')
  const again = await wuhu(stack.dataDir, 'key', 'new', join(folder, 'first.nk'))
  t.match(again, { code: 2, stderr: /not overwritten/ }, 'a seed is never written over')

  await run('agency', 'add', 'forestry', '--name', '林业和草原局', '--key', first.kid)
  t.match(await run('agency', 'list'), /forestry\s+林业和草原局/)
  const statuses = (seed: string) =>
    Promise.all(
      paths.map(async (path) => {
        const authorization = `Bearer ${await mintToken({ seed, agency: 'forestry' })}`
        return (await fetch(`${stack.urls[serviceOf(path)]}${path}`, { headers: { authorization } })).status
      })
    )
  const all = (status: number) => async (seed: string) => (await statuses(seed)).every((one) => one === status)
  await until(() => all(200)(first.seed), { within: 5_000, what: 'the new agency known to every service' })

  const second = await makeKey('second.nk')
  await run('key', 'rotate', 'forestry', first.kid, second.kid, '--overlap', '1')
  await until(() => all(200)(second.seed), { within: 5_000, what: 'the new key known to every service' })
  t.ok(await all(200)(first.seed), 'the old key speaks during the overlap')

  await run('key', 'revoke', 'forestry', first.kid, '--reason', '人员离岗')
  const revokedAt = performance.now()
  await until(() => all(401)(first.seed), { within: 5_000, every: 20, what: 'the revoked key refused everywhere' })
  t.comment(`refused by four services ${Math.round(performance.now() - revokedAt)} ms after the command ended`)
  t.ok(await all(200)(second.seed), 'the other key goes on')
  t.match(await run('agency', 'show', 'forestry'), /revoked/)

  await run('officer', 'grant', 'forestry', 'p-001', '--role', 'system-admin')
  const both = await wuhu(stack.dataDir, 'officer', 'grant', 'forestry', 'p-001', '--role', 'audit-admin')
  t.match(both, { code: 1, stderr: /三员分立.*holds no other role/ })
  t.match(await run('officer', 'list', 'forestry'), /p-001\s+-\s+system-admin/)
  await run('officer', 'revoke', 'forestry', 'p-001', '--role', 'system-admin', '--reason', '轮岗')
  t.match(await run('officer', 'list', 'forestry'), /没有工作人员/)
  const notAllowed = await wuhu(stack.dataDir, 'key', 'add', 'psb', second.kid, '--as', 'psb')
  t.match(notAllowed, { code: 5 }, 'an agency changes no directory')
}
