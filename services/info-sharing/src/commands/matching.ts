import { type Static, Type } from '@sinclair/typebox'
import { audienceOf, MatchElement, MatchKeyId, matchToken } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { type CommandDefinition, defineCommand, Problem } from '@wuhu/host'
import { type Context, execute } from '@wuhu/store'
import { matchKeys } from '../domain/match-keys.ts'
import { readElements } from '../matching/evaluate.ts'
import { keyOf, type Matching, matchingOf } from '../matching/matching.ts'
import { charge, recordRefusal } from '../matching/quota.ts'
import { compareTokens, forgetEnded, keepTokens, type MatchToken } from '../matching/tokens.ts'
import { clueParams } from './clue-call.ts'
import { openClue } from './clue-streams.ts'
import { by, contextOf, type Deps, offices, type Tx } from './context.ts'

const strict = { additionalProperties: false }
const most = 16

/** Tokens as a clue brings them. */
export const matchTokens = Type.Array(matchToken, { minItems: 1, maxItems: most, uniqueItems: true })

const rotated = Type.Object(
  {
    current: MatchKeyId(),
    events: Type.Array(Type.Object({ id: Type.String(), type: Type.String() }, strict), {
      description: '由此产生的事件'
    })
  },
  strict
)

/** Commands of blind matching 盲比对, but for those on a match. */
export function matchingCommands(deps: Deps): CommandDefinition[] {
  const { store, now } = deps

  const evaluate = defineCommand({
    name: 'match.evaluate',
    path: '/v1/matching/evaluations',
    action: 'match.evaluate',
    tag: 'matching',
    title: { zh: '计算盲化的比对项', en: 'Evaluate blinded identifiers' },
    description: {
      zh: '本单位在本地规范、盲化标识，只送盲化后的点；每个点计入本单位每小时、每日用量，并记入审计台账（不记点本身）。',
      en: 'The agency normalises and blinds; only points travel. Each counts against its quota and is registered, without the point.'
    },
    body: Type.Object(
      {
        keyId: Type.Optional(MatchKeyId('密钥，不填则为现用密钥')),
        elements: Type.Array(MatchElement('盲化后的点（P-256 压缩格式，base64url）'), { minItems: 1, maxItems: most }),
        by: Type.Optional(by)
      },
      strict
    ),
    answer: Type.Object(
      {
        keyId: MatchKeyId(),
        evaluated: Type.Array(MatchElement('计算结果')),
        proof: Type.String({ description: '证明所用密钥即所公布的密钥（RFC 9497 DLEQ）' })
      },
      strict
    ),
    async execute(call) {
      const matching = matchingOf(deps)
      const evaluation = readElements(call.body.elements)
      const context = contextOf(call, now())
      const key = await keyOf(matching, context.now, call.body.keyId)
      const use = { keyId: key.keyId, count: call.body.elements.length }
      const charging = store.once(call, async (tx) => {
        await charge(tx, matching, context, use)
        return use
      })
      // What was refused is rolled back, so the refusal is entered on its own.
      const { replayed } = await charging.catch(async (error: unknown) => {
        if (error instanceof Problem && error.code === 'match.quota') {
          await store.transaction((tx) => recordRefusal(tx, matching, context, use))
        }
        throw error
      })
      return { body: { keyId: key.keyId, ...(await evaluation(key)) }, replayed }
    }
  })

  const rotate = defineCommand({
    name: 'match.rotate',
    path: '/v1/matching/rotate',
    action: 'match.operate',
    tag: 'matching',
    title: { zh: '公布现用比对密钥', en: 'Announce the current matching key' },
    description: {
      zh: '密钥文件更新后（wuhu match rotate）告知全体成员单位；重复办理无影响。',
      en: 'Tells all agencies of the key that the key file names now; repeating it changes nothing.'
    },
    body: Type.Object({ by: Type.Optional(by) }, strict),
    answer: rotated,
    async execute(call) {
      const matching = matchingOf(deps)
      const { answer, replayed } = await store.once(call, (tx) => announceKey(tx, matching, contextOf(call, now())))
      return { body: answer, replayed }
    }
  })

  const replace = defineCommand({
    name: 'clue.match-tokens',
    path: '/v1/clues/:id/match-tokens',
    action: 'clue.register',
    tag: 'matching',
    title: { zh: '更新线索的比对令牌', en: 'Replace the match tokens of a clue' },
    description: {
      zh: '换密钥后由接收单位重新计算令牌；同一密钥的原令牌被替换。令牌不进入事件，也不再给出。',
      en: 'By the agency that received the clue, after a rotation; tokens of the same key are replaced. They are never given back.'
    },
    params: clueParams,
    body: Type.Object({ tokens: matchTokens, by: Type.Optional(by) }, strict),
    answer: Type.Object({ id: Type.String(), tokens: Type.Integer({ description: '收到的令牌数' }) }, strict),
    async execute(call) {
      const matching = matchingOf(deps)
      const { id } = call.params
      const { agency } = call.caller
      const { tokens } = call.body
      const { answer, replayed } = await store.once(call, async (tx) => {
        const { intake, status } = await openClue(tx, id, agency, await offices(tx))
        if (intake !== agency) throw new Refusal('clue.intake-only', 'only the agency that received it does this')
        await matchClue(tx, matching, { clue: id, agency, tokens, registered: status !== 'draft' }, now())
        return { id, tokens: tokens.length }
      })
      return { body: answer, replayed }
    }
  })

  return [evaluate, rotate, replace]
}

interface Tokened {
  readonly clue: string
  readonly agency: string
  readonly tokens?: readonly MatchToken[] | undefined
  /** A draft keeps its tokens, and is compared when it is registered. */
  readonly registered: boolean
}

/** Keeps the tokens that came with a clue, and compares it with all others. */
export async function matchClue(
  tx: Tx,
  matching: Matching,
  { clue, agency, tokens, registered }: Tokened,
  now: string
) {
  if (tokens) await keepTokens(tx, matching, { clue, agency }, tokens, now)
  if (registered) await compareTokens(tx, matching, { clue, agency }, now)
}

/** Tells every agency of the key that the key file names as current, unless they know. */
export async function announceKey(tx: Tx, { keys }: Matching, context: Context): Promise<Static<typeof rotated>> {
  const live = await keys.live(context.now)
  const current = live.at(-1)
  if (!current) throw new TypeError('a key file names a current key')
  const rows = await tx.db.selectFrom('directory_agencies').select('code').orderBy('code').execute()
  const audience = audienceOf(...rows.map(({ code }) => ({ agency: code, ground: 'conference' as const })))
  const { keyId, publicKey } = current
  const announced = await tx.db.selectFrom('match_keys').select('key_id').where('until', 'is', null).executeTakeFirst()
  // A key that was taken out of the file has ended already.
  const until = live.find((key) => key.keyId === announced?.key_id)?.until ?? context.now
  const { events } = await execute(tx, {
    decider: matchKeys,
    streamId: 'match-key/current',
    command: { do: 'announce', keyId, publicKey, until },
    context,
    describe: () => ({ audience })
  })
  await forgetEnded(tx, context.now)
  return { current: keyId, events: events.map(({ id, type }) => ({ id, type })) }
}
