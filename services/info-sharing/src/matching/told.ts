import { randomUUID } from 'node:crypto'
import type { MatchKind } from '@wuhu/contracts'
import { type Context, type Executed, execute } from '@wuhu/store'
import type { Tx } from '../commands/context.ts'
import { type MatchCommand, type MatchState, match } from '../domain/match.ts'
import { ownWord } from './matching.ts'

/** Gives a command to one side of a match. What happens there, its agency alone sees. */
export async function onSide(
  tx: Tx,
  id: string,
  command: MatchCommand,
  context: Context,
  more: { isNew?: boolean; expectedVersion?: number | undefined } = {}
): Promise<Executed<MatchState>> {
  return await execute(tx, {
    decider: match,
    streamId: `match/${id}`,
    command,
    context,
    ...more,
    describe: (_event, { agency }) => ({
      audience: [{ agency, ground: context.actor.agency === agency ? ('publisher' as const) : ('addressee' as const) }]
    })
  })
}

export interface Found {
  readonly clue: string
  readonly agency: string
}

/** Tells the two sides of a pair of clues, each in words of its own, of what they have not been told yet. */
export async function tellPair(tx: Tx, one: Found, other: Found, kinds: readonly MatchKind[], now: string) {
  const known = await pairOf(tx, one.clue, other.clue)
  const both = [one, other].sort((a, b) => (a.clue < b.clue ? -1 : 1)) as [Found, Found]
  const pair = known ?? { one_match: randomUUID(), other_match: randomUUID() }
  if (!known) await keepPair(tx, both, pair)
  const sides = both.map((side, index) => ({ ...side, id: (index === 0 ? pair.one_match : pair.other_match) ?? '' }))
  for (const { id, agency, clue } of sides.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    await onSide(tx, id, { do: 'find', agency, clue, kinds }, ownWord(now), { isNew: !known })
  }
}

/** Tells an agency that a clue is the same as an earlier one of its own. */
export async function tellDuplicate(tx: Tx, one: Found, earlier: string, kinds: readonly MatchKind[], now: string) {
  const known = await pairOf(tx, one.clue, earlier)
  const pair = known ?? { one_match: randomUUID(), other_match: null }
  const both = [one, { ...one, clue: earlier }].sort((a, b) => (a.clue < b.clue ? -1 : 1)) as [Found, Found]
  if (!known) await keepPair(tx, both, pair)
  const command = { do: 'find-duplicate' as const, ...one, duplicateOf: earlier, kinds }
  await onSide(tx, pair.one_match, command, ownWord(now), { isNew: !known })
}

/** Whether this pair of clues is known already to be equal in this kind. */
export async function isTold(tx: Tx, clue: string, other: string, kind: MatchKind): Promise<boolean> {
  const pair = await pairOf(tx, clue, other)
  if (!pair) return false
  const side = await tx.db.selectFrom('matches').select('state').where('id', '=', pair.one_match).executeTakeFirst()
  return side?.state.kinds.includes(kind) ?? false
}

async function pairOf(tx: Tx, clue: string, other: string) {
  const [one_clue, other_clue] = [clue, other].sort() as [string, string]
  return await tx.db
    .selectFrom('match_pairs')
    .select(['one_match', 'other_match'])
    .where('one_clue', '=', one_clue)
    .where('other_clue', '=', other_clue)
    .executeTakeFirst()
}

async function keepPair(tx: Tx, [one, other]: [Found, Found], pair: { one_match: string; other_match: string | null }) {
  await tx.db
    .insertInto('match_pairs')
    .values({ one_clue: one.clue, other_clue: other.clue, ...pair })
    .execute()
}
