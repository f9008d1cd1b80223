import type { Role } from '@wuhu/contracts'
import t, { type Test } from 'tap'
import { openNatsDoor } from '../scenarios/ask-by-nats.ts'
import { startStack } from '../stack/start-stack.ts'
import { columns, matrix, open, readRow } from './matrix.ts'
import { createRoutes, type Route } from './routes.ts'
import { createThings } from './things.ts'
import { createCast } from './world.ts'

const stack = await startStack(t)
const cast = await createCast(stack, ['amr', 'tax'])
const things = await createThings(stack)
const routes = await createRoutes(stack)

/** What is refused is refused with this, before anything is looked at. */
const refusal = { status: 403, body: { code: 'access.denied' } }

t.test('every route has a row, and every row a route', async (t) => {
  const found = routes.map(({ name }) => name)
  t.same(
    found.filter((name) => !(name in matrix) && !open.includes(name)),
    [],
    'routes without a row'
  )
  t.same(
    Object.keys(matrix).filter((name) => !found.includes(name)),
    [],
    'rows without a route'
  )
  t.ok(found.length > 50, `saw ${found.length} routes`)
  for (const { name, action } of routes) t.equal(action === undefined, open.includes(name), `${name} asks the policy`)
})

const asked = routes.filter(({ name }) => name in matrix)
const oneOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(Math.random() * list.length)]

for (const route of asked) {
  t.test(route.name, async (t) => {
    const { may, stranger } = readRow(route.name)
    // Where it is about an agency, its own: of another's it would be refused for another reason.
    const unknown = route.request(stranger === 'refused' ? (things.of(route) ?? {}) : {})
    const asking = [...may].map(async ([role, yes]) => {
      const got = await cast.ask('amr', role, route.method, unknown.path, unknown.body)
      if (!yes && role !== 'console') t.match(got, refusal, `${role} is refused`)
      else if (role === 'console') t.equal(got.status, 401, 'the console itself is nobody')
      else t.notOk([401, 403, 415, 500].includes(got.status), `${role} may: ${got.status} ${got.text.slice(0, 200)}`)
    })
    await Promise.all(asking)
    // Administrators of directory and log have all agencies before them: they are strangers to none.
    const strangers = columns.filter((role) => may.get(role) && !/^office-|-admin$/.test(role))
    // What a stranger is told goes by its agency: its system, and one officer of it (another next time), will do.
    const [first, ...others] = strangers
    const asked = [first, oneOf(others)].filter((role) => role !== undefined)
    await Promise.all(asked.map((role) => asStranger(t, route, role, stranger)))
  })
}

// Operators' commands go by HTTP alone: a service that stands still must still hear them.
const byMessage = asked.filter(({ name }) => name.startsWith('POST ') && !name.startsWith('POST /v1/parked'))

t.test('the same by NATS', async (t) => {
  const door = openNatsDoor(stack)
  t.teardown(() => door.close())
  for (const route of byMessage) {
    const { may } = readRow(route.name)
    const about = readRow(route.name).stranger === 'refused' ? things.of(route) : undefined
    const { params, body } = route.request(about ?? {})
    // The policy is the same at both doors: one role that may and one that may not, others next time, show that it is asked.
    const some = [true, false].map((yes) => oneOf([...may].filter(([role, may]) => may === yes && role !== 'console')))
    const asking = [...some, ['console', false] as const].map(async (one) => {
      if (!one) return
      const [role, yes] = one
      const headers = { Authorization: `Bearer ${await cast.token('amr', role)}` }
      const message = { ...params, ...body }
      const { status } = await door.ask(`cmd.amr.${route.operation}`, message, headers)
      if (role === 'console') t.equal(status, 401, `${route.operation}: the console itself is nobody`)
      else if (yes) t.notOk([401, 403, 500].includes(status), `${route.operation}: ${role} may, ${status}`)
      else t.equal(status, 403, `${route.operation}: ${role} is refused`)
    })
    await Promise.all(asking)
  }
})

async function asStranger(t: Test, route: Route, role: Role, stranger: string): Promise<void> {
  const about = things.of(route)
  if (stranger === 'hidden') {
    if (!about) {
      t.fail(`${route.name}: nothing to hide was made`)
      return
    }
    const exists = route.request(about)
    const unknown = route.request(about.body ? { body: about.body } : {})
    const there = await cast.ask('tax', role, route.method, exists.path, exists.body)
    const nowhere = await cast.ask('tax', role, route.method, unknown.path, unknown.body)
    const { instance: _a, ...first } = there.body ?? {}
    const { instance: _b, ...second } = nowhere.body ?? {}
    t.same({ status: there.status, body: first }, { status: nowhere.status, body: second }, `${role} cannot tell`)
    t.equal(there.status, 404, `${role} is told that there is none: ${there.text.slice(0, 300)}`)
  } else if (stranger === 'own') {
    const { path, body } = route.request({})
    const got = await cast.ask('tax', role, route.method, path, body)
    t.not(got.status, 403)
    for (const secret of things.secrets) t.notOk(got.text.includes(secret), `${role} is not told ${secret}`)
  } else if (stranger === 'refused') {
    const { path, body } = route.request(about ?? {})
    const got = await cast.ask('tax', role, route.method, path, body)
    t.match(got, refusal, `${role} of another agency`)
  }
}
