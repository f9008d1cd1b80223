import { Type } from '@sinclair/typebox'
import t from 'tap'
import { loadConfig } from './config.ts'
import { Stop } from './stop.ts'

const schema = Type.Object({
  PORT: Type.Integer({ minimum: 1, maximum: 65_535, default: 7101, description: '监听端口 port to listen on' }),
  DATABASE_URL: Type.String({ format: 'url', description: '数据库地址 address of the database' }),
  METRICS_TOKEN: Type.Optional(Type.String({ description: '指标令牌 token for metrics', secret: true })),
  VERBOSE: Type.Boolean({ default: false, description: '详细日志 more log' })
})
const env = { DATABASE_URL: 'postgres://app:hunter2@localhost/db', HOME: '/root' }

function stopped(work: () => unknown): Stop {
  try {
    work()
  } catch (error) {
    if (error instanceof Stop) return error
    throw error
  }
  throw new Error('did not stop')
}

t.test('typed, with defaults; flags before the environment', async (t) => {
  t.same(loadConfig(schema, env, []), { PORT: 7101, DATABASE_URL: env.DATABASE_URL, VERBOSE: false })
  const config = loadConfig(schema, { ...env, PORT: '1', VERBOSE: 'true', METRICS_TOKEN: '' }, ['--port', '8080'])
  t.same(config, { PORT: 8080, DATABASE_URL: env.DATABASE_URL, VERBOSE: true })
  t.equal(loadConfig(schema, env, ['--port=9']).PORT, 9)
})

t.test('all problems at once, one a line, without the values', async (t) => {
  const { message, exitCode } = stopped(() =>
    loadConfig(schema, { PORT: '70000', VERBOSE: 'hunter2' }, ['--prot', '1', 'extra'])
  )
  t.equal(exitCode, 1)
  const lines = message.split('\n')
  t.equal(lines.length, 5, message)
  for (const expected of [
    /--prot/,
    /unexpected argument: .*number 3/,
    /^PORT \(--port\).*<= 65535.*监听端口/,
    /^DATABASE_URL.*未设置/,
    /^VERBOSE/
  ]) {
    t.ok(
      lines.some((line) => expected.test(line)),
      String(expected)
    )
  }
  t.notMatch(message, /hunter2|70000|extra/)
})

t.test('--print-config hides secrets', async (t) => {
  const { message, exitCode } = stopped(() =>
    loadConfig(schema, { ...env, METRICS_TOKEN: 'geheim' }, ['--print-config'])
  )
  t.equal(exitCode, 0)
  t.same(JSON.parse(message), {
    PORT: 7101,
    DATABASE_URL: 'postgres://app:***@localhost/db',
    METRICS_TOKEN: '***',
    VERBOSE: false
  })
})

t.test('--help names every setting', async (t) => {
  const { message, exitCode } = stopped(() => loadConfig(schema, {}, ['--help']))
  t.equal(exitCode, 0)
  for (const name of Object.keys(schema.properties)) t.ok(message.includes(name), name)
})

t.test('a setting needs a description', async (t) => {
  t.throws(() => loadConfig(Type.Object({ PORT: Type.Integer() }), {}, []), /without description: PORT/)
})
