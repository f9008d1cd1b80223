import { Type } from '@sinclair/typebox'
import type { Reader, Shown } from '@wuhu/access'
import { AgencyCode, beijingTime, Sha256, sensitivities } from '@wuhu/contracts'
import type { Logger } from './logger.ts'
import { NotFound, Problem } from './problem.ts'
import { defineQuery, type QueryDefinition } from './queries.ts'

const strict = { additionalProperties: false }

/** What an agency signed, as a service keeps it. */
interface KeptStatement {
  readonly sha256: string
  readonly agency: string
  readonly text: string
  readonly recordedAt: Date
}

/**
 * `GET /v1/statements/:sha256`: what an agency signed, to the letter. Its own agency reads it; the auditor does with a
 * reason, because it holds what events withhold; each reading leaves a line in the log, and what may not be read is as
 * what is not there.
 */
export function statementQuery<Db>(options: {
  /** What statements are loaded from and readings are recorded in. */
  readonly db: Db
  readonly load: (db: Db, sha256: string) => Promise<KeptStatement | undefined>
  /** Puts the reading on record: without it there is no answer. */
  readonly record: (db: Db, reader: Reader, shown: readonly Shown[]) => Promise<void>
  readonly logger: Pick<Logger, 'info'>
}): QueryDefinition {
  const { db, load, logger, record } = options
  return defineQuery({
    name: 'statement.get',
    path: '/v1/statements/:sha256',
    action: 'statement.read',
    tag: 'statements',
    title: { zh: '已签名的陈述原文', en: 'What an agency signed' },
    description: {
      zh: '本单位读自己的；审计管理员须写明理由。每次查阅均有记录。',
      en: 'An agency reads its own; the auditor gives a reason. Every reading is on record.'
    },
    params: Type.Object({ sha256: Sha256('事件 statement 的取值') }, strict),
    query: Type.Object(
      { reason: Type.Optional(Type.String({ minLength: 1, maxLength: 500, description: '查阅理由，审计管理员必填' })) },
      strict
    ),
    answer: Type.Object(
      {
        sha256: Type.String(),
        agency: AgencyCode(),
        text: Type.String({ description: '原文（UTF-8），其 SHA-256 即 sha256' }),
        recordedAt: Type.String()
      },
      strict
    ),
    async execute({ caller, params, query, scope, correlationId }) {
      const { reason } = query
      if (scope === 'all' && reason === undefined) {
        throw new Problem(422, 'statement.reason-required', 'give ?reason=')
      }
      const found = await load(db, params.sha256)
      if (!found || (scope !== 'all' && found.agency !== caller.agency)) {
        throw new NotFound('statement.unknown', 'there is no such statement')
      }
      const { sha256, agency, text, recordedAt } = found
      const reader: Reader = { caller, channel: 'statement', request: correlationId }
      // As it was signed, before anything was withheld.
      await record(db, reader, [{ subject: `statement/${sha256}`, classes: sensitivities }])
      const { person, keyId: key } = caller
      const who = { agency: caller.agency, ...(person && { person }), key, ...(reason && { reason }) }
      logger.info({ requestId: correlationId, statement: sha256, of: agency, ...who }, 'statement read')
      return { body: { sha256, agency, text, recordedAt: beijingTime(recordedAt) } }
    }
  })
}
