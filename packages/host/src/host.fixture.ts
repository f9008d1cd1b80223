import { Type } from '@sinclair/typebox'
import { createKeyPair, createVerifier, type KeyRecord, mintToken } from '@wuhu/access'
import { type KeyRole, open, personal } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { createHost, type HostOptions } from './app.ts'
import { type Call, defineCommand } from './define-command.ts'
import { createLogger } from './logger.ts'
import { createMetrics } from './metrics.ts'
import { mountCommands } from './mount-commands.ts'
import { NotFound } from './problem.ts'
import { defineQuery, mountQueries } from './queries.ts'

/** Lines that a logger wrote. */
export function createLog() {
  const lines: string[] = []
  const logger = createLogger({
    service: 'sample',
    level: 'info',
    destination: { write: (line) => void lines.push(line) }
  })
  return { lines, logger }
}

/** Agencies with a key each, known to a verifier. */
function createAgencies() {
  const keys = new Map<string, KeyRecord>()
  const seeds = new Map<string, string>()
  const verify = createVerifier({ audience: 'wuhu', lookupKey: async (kid) => keys.get(kid) })

  async function bearer(agency: string, role: KeyRole = 'agency-system'): Promise<string> {
    const name = `${agency} ${role}`
    let seed = seeds.get(name)
    if (!seed) {
      const pair = createKeyPair()
      seed = pair.seed
      seeds.set(name, seed)
      keys.set(pair.kid, { kid: pair.kid, agency, role, validFrom: '2020-01-01T00:00:00Z' })
    }
    return `Bearer ${await mintToken({ seed, agency })}`
  }
  return { verify, bearer }
}

const named = (name: string) => Object.assign(new Error('text that nobody outside may read'), { name })

const Id = Type.Object({ id: Type.String({ pattern: '^[0-9]+$' }) }, { additionalProperties: false })
const Item = Type.Object(
  {
    text: open(Type.String({ minLength: 1, maxLength: 40 })),
    count: open(Type.Optional(Type.Integer({ minimum: 1 }))),
    code: open(Type.Optional(Type.String({ format: 'even' }))),
    name: personal(Type.Optional(Type.String()), 'person-name')
  },
  { additionalProperties: false }
)

/** Commands that do as their text says; `calls` holds what reached them. */
function createCommands() {
  const calls: Call<{ id?: string }, { text?: string }>[] = []
  const put = defineCommand({
    name: 'item.put',
    path: '/v1/items/:id/put',
    action: 'clue.work',
    title: { zh: '放入', en: 'Put' },
    params: Id,
    body: Item,
    answer: Type.Object({ text: Type.String() }),
    async execute(call) {
      calls.push(call)
      const { text } = call.body
      if (text === 'refuse') throw new Refusal('item.full', 'is full')
      if (text === 'missing') throw new NotFound('item.not-found', 'no such item')
      if (text.startsWith('throw ')) throw named(text.slice(6))
      return { body: { text }, version: 7, location: `/v1/items/${call.params.id}`, replayed: text === 'again' }
    }
  })
  const create = defineCommand({
    name: 'item.create',
    path: '/v1/items',
    action: 'clue.work',
    title: { zh: '新建', en: 'Create' },
    status: 201,
    answer: Type.Object({}),
    async execute(call) {
      calls.push(call)
      return { body: {} }
    }
  })
  return { calls, commands: [put, create] }
}

const list = defineQuery({
  name: 'item.list',
  path: '/v1/items',
  action: 'clue.read',
  title: { zh: '列表', en: 'List' },
  query: Type.Object(
    { limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }), after: Type.Optional(Type.String()) },
    { additionalProperties: false }
  ),
  answer: Type.Object({ limit: Type.Integer() }),
  execute: async ({ query, caller, scope }) => ({
    body: { limit: query.limit, agency: caller.agency, scope },
    next: 'abc',
    version: 3
  })
})

/** An app with all doors but NATS, its log, and agencies that may call. */
export async function createSample(options: Partial<HostOptions> = {}) {
  const { lines, logger } = createLog()
  const { verify, bearer } = createAgencies()
  const { calls, commands } = createCommands()
  const app = await createHost({
    service: { name: 'sample', zh: '样例', en: 'Sample', version: '1.2.3' },
    logger,
    verify,
    metrics: createMetrics('sample'),
    formats: { even: (text) => text.length % 2 === 0 },
    messages: { zh: { 'item.full': '已满' }, en: { 'item.full': 'Full' } },
    ...options
  })
  mountCommands(app, commands)
  mountQueries(app, [list])
  return { app, lines, logger, bearer, calls, commands }
}
