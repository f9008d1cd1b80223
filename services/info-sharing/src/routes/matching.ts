import { Type } from '@sinclair/typebox'
import {
  AgencyCode,
  beijingTime,
  CaseSourceNumber,
  Instant,
  MatchElement,
  MatchKeyId,
  matchKind,
  matchSuite,
  PersonRef,
  UuidV7
} from '@wuhu/contracts'
import {
  answerPage,
  defineQuery,
  pageAnswer,
  pageQuery,
  pagesById,
  pagesByTime,
  type QueryDefinition
} from '@wuhu/host'
import type { Deps } from '../commands/context.ts'
import { matchParams } from '../commands/match-access.ts'
import { listEvaluations } from '../matching/evaluations.ts'
import { matchingOf } from '../matching/matching.ts'
import { listMatches } from '../views/matching.ts'

const strict = { additionalProperties: false }
const asking = Type.Union(
  (['none', 'asked', 'granted', 'declined'] as const).map((one) => Type.Literal(one)),
  { description: '未请求、已请求、已同意、未同意' }
)
const item = Type.Object(
  {
    id: matchParams.properties.id,
    clue: UuidV7('本单位的线索'),
    kinds: Type.Array(matchKind),
    foundAt: Type.String(),
    version: Type.Integer(),
    duplicateOf: Type.Optional(UuidV7('本单位先前的线索')),
    asked: asking,
    askedOfUs: asking,
    asker: Type.Optional(AgencyCode('请求单位')),
    reason: Type.Optional(Type.String({ description: '对方请求的理由' })),
    granter: Type.Optional(AgencyCode('同意单位')),
    caseNumber: Type.Optional(CaseSourceNumber('由此参与的案源'))
  },
  strict
)
const matchPages = pagesByTime('matches', 'found_at', matchParams.properties.id)
const evaluationPages = pagesById('evaluations', Type.String({ pattern: '^\\d{1,18}$' }))
const evaluation = Type.Object(
  {
    at: Type.String(),
    agency: AgencyCode(),
    person: Type.Optional(PersonRef()),
    keyId: MatchKeyId(),
    count: Type.Integer({ description: '点的个数' }),
    refused: Type.Boolean()
  },
  strict
)

/** What can be asked about blind matching 盲比对. No answer has a token in it. */
export function matchingQueries(deps: Deps): QueryDefinition[] {
  const { store, now } = deps

  const keys = defineQuery({
    name: 'match.keys',
    path: '/v1/matching/keys',
    action: 'match.read',
    tag: 'matching',
    title: { zh: '比对公钥', en: 'Public keys of matching' },
    answer: Type.Object(
      {
        suite: Type.Literal(matchSuite),
        current: MatchKeyId(),
        keys: Type.Array(
          Type.Object(
            { keyId: MatchKeyId(), publicKey: MatchElement('公钥'), until: Type.Optional(Type.String()) },
            strict
          )
        )
      },
      strict
    ),
    async execute() {
      const live = await matchingOf(deps).keys.live(now())
      const list = live.map(({ keyId, publicKey, until }) => ({
        keyId,
        publicKey,
        ...(until !== undefined && { until: beijingTime(until) })
      }))
      return { body: { suite: matchSuite, current: list.at(-1)?.keyId, keys: list } }
    }
  })

  const list = defineQuery({
    name: 'match.list',
    path: '/v1/matches',
    action: 'match.read',
    tag: 'matching',
    title: { zh: '本单位线索的匹配', en: "Matches of the agency's clues" },
    description: {
      zh: '只告知有相同线索、哪类标识相同；对方是谁、内容是什么，同意查阅之前不告知。',
      en: 'Says that another agency holds a matching clue, and by which kind; never who or what, until access is granted.'
    },
    query: Type.Object({ clue: Type.Optional(UuidV7('本单位的线索')), ...pageQuery() }, strict),
    answer: pageAnswer(item),
    async execute(call) {
      const { after, limit = 50, clue } = call.query
      const asked = { agency: call.caller.agency, clue, after: matchPages.from(after), limit }
      const { rows, next } = matchPages.cut(await listMatches(store.db, asked), limit)
      return answerPage(rows.map(toItem), next)
    }
  })

  const evaluations = defineQuery({
    name: 'match.evaluations',
    path: '/v1/matching/evaluations',
    action: 'reads.read',
    tag: 'matching',
    title: { zh: '比对计算台账', en: 'Register of evaluations' },
    description: {
      zh: '何时、哪个单位、何人计算了几个点，是否被拒绝；不含所计算的内容，系统也不知道其内容。',
      en: 'When, which agency, who, how many, refused or not. What was evaluated nobody here knows.'
    },
    query: Type.Object(
      {
        agency: Type.Optional(AgencyCode()),
        from: Type.Optional(Instant('不早于')),
        to: Type.Optional(Instant('早于')),
        ...pageQuery()
      },
      strict
    ),
    answer: pageAnswer(evaluation),
    async execute(call) {
      const { after, limit = 50, ...filter } = call.query
      const asked = { ...filter, after: evaluationPages.from(after)?.id, limit }
      const { rows, next } = evaluationPages.cut(await listEvaluations(store.db, asked), limit)
      const items = rows.map(({ at, agency, person, key_id, count, refused }) => ({
        at: beijingTime(at),
        agency,
        ...(person !== null && { person }),
        keyId: key_id,
        count,
        refused
      }))
      return answerPage(items, next)
    }
  })

  return [keys, list, evaluations]
}

type Row = Awaited<ReturnType<typeof listMatches>>[number]

function toItem({ id, clue, found_at, version, state }: Row) {
  const { kinds, duplicateOf, asker, reason, granted } = state
  return {
    id,
    clue,
    kinds,
    foundAt: beijingTime(found_at),
    version,
    ...(duplicateOf !== undefined && { duplicateOf }),
    asked: state.out,
    askedOfUs: state.in,
    ...(asker !== undefined && { asker, reason }),
    ...(granted && { granter: granted.granter, caseNumber: granted.caseNumber })
  }
}
