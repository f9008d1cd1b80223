import { Type } from '@sinclair/typebox'
import { type App, defineCommand, defineQuery, mountCommands, mountQueries } from '@wuhu/host'
import t from 'tap'
import { startStack } from '../stack.fixture.ts'

const strict = { additionalProperties: false }
const person = { agency: Type.String(), person: Type.String() }
const title = { zh: '账号', en: 'Account' }

/** The doors of the console as the commands use them; what comes is kept. */
function consoleDoors() {
  const asked: unknown[] = []
  const common = { action: 'account.operate', title, answer: Type.Any() } as const
  const code = '0123abcd-0123abcd-0123abcd-0123abcd-0123abcd'
  const made = { id: 'amr/p-017', code, enrolUntil: '2026-06-04T09:00:00.000+08:00', enrolAt: 'http://x/enrol' }
  const mount = (app: App) => {
    const create = defineCommand({
      ...{ ...common, name: 'account.create', path: '/v1/accounts', body: Type.Object(person, strict) },
      async execute({ body, caller }) {
        asked.push({ verb: 'create', ...body, by: caller.roles[0] })
        return { body: made }
      }
    })
    const others = ['reset', 'unlock', 'disable'].map((verb) =>
      defineCommand({
        ...{ ...common, name: `account.${verb}`, path: `/v1/accounts/:agency/:person/${verb}` },
        params: Type.Object(person, strict),
        body: Type.Object({ reason: Type.String() }, strict),
        async execute({ params, body }) {
          asked.push({ verb, ...params, ...body })
          return { body: verb === 'reset' ? made : { id: 'amr/p-017' } }
        }
      })
    )
    const list = defineQuery({
      ...{ ...common, name: 'account.list', path: '/v1/accounts' },
      query: Type.Object({ agency: Type.Optional(Type.String()) }, strict),
      async execute({ query }) {
        const one = {
          person: 'p-017',
          status: 'locked',
          secondFactor: true,
          updatedAt: '2026-06-01T09:00:00.000+08:00'
        }
        return { body: { items: query.agency === 'psb' ? [] : [{ agency: 'amr', ...one }] } }
      }
    })
    mountCommands(app, [create, ...others])
    mountQueries(app, [list])
  }
  return { asked, code, mount }
}

t.test('account: create and reset print a code, unlock and disable need a reason, list', async (t) => {
  const { asked, code, mount } = consoleDoors()
  const stack = await startStack(t, mount, [], true)
  const account = (...args: string[]) => stack.run('account', ...args)
  t.match(await account('create', 'amr', 'p-017'), { code: 0, stdout: new RegExp(`启用码 code +${code}\n`) })
  t.match(JSON.parse((await account('reset', 'amr', 'p-017', '--reason', '遗失', '--json')).stdout), { code })
  t.match(await account('unlock', 'amr', 'p-017', '--reason', '核实'), { code: 0, stdout: /已解除锁定/ })
  t.match(await account('disable', 'amr', 'p-017', '--reason', '退休'), { code: 0, stdout: /已停用/ })
  t.same(asked, [
    { verb: 'create', agency: 'amr', person: 'p-017', by: 'security-admin' },
    { verb: 'reset', agency: 'amr', person: 'p-017', reason: '遗失' },
    { verb: 'unlock', agency: 'amr', person: 'p-017', reason: '核实' },
    { verb: 'disable', agency: 'amr', person: 'p-017', reason: '退休' }
  ])
  t.match((await account('list')).stdout, /amr +p-017 +已锁定 locked +是 yes +2026-06-01T09:00:00/)
  t.match(await account('list', '--agency', 'psb'), { code: 0, stdout: /没有账号/ })
  t.equal((await account('disable', 'amr', 'p-017')).code, 2)
  t.equal((await account('create', 'amr', '王 芳')).code, 2)
  t.equal((await account('list', '--as', 'amr.audit-admin')).code, 5)
  const without = await startStack(t, mount)
  t.match(await without.run('account', 'list'), { code: 3, stderr: /runs no console/ })
})
