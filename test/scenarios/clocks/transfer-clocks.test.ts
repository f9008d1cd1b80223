import { baseRules } from '@wuhu/calendar'
import type { TransferEvent } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import t from 'tap'
import { examples, now } from '../../../services/joint-investigation/src/domain/transfer.fixture.ts'
import { transfer } from '../../../services/joint-investigation/src/domain/transfer.ts'
import type { TransferState } from '../../../services/joint-investigation/src/domain/transfer-state.ts'

const rules = baseRules.rules.filter(({ id }) => id.startsWith('B') && id !== 'B20')

/** Everything that a transfer may come to, with the clocks that run there. */
interface Standing {
  readonly state: TransferState
  readonly running: readonly string[]
}

const keyOf = ({ state, running }: Standing) => {
  if (state.status === 'none') return 'none'
  const { status, police, extended, handedOver, penalties, former } = state
  return JSON.stringify([status, police, extended, handedOver, penalties.length > 0, former, running])
}

function after({ state, running }: Standing, event: TransferEvent): Standing {
  const name = event.type.replace('.v1', '')
  const left = running.filter((id) => {
    const rule = rules.find((one) => one.id === id)
    return ![...(rule?.metBy ?? []), ...(rule?.cancelledBy ?? [])].includes(name)
  })
  const then = transfer.evolve(state, event)
  // Police outside the mechanism are held to nothing.
  const nobody = then.status !== 'none' && then.police === undefined
  const begun = rules.filter(({ startsOn, holder }) => startsOn.includes(name) && !(holder === 'police' && nobody))
  return { state: then, running: [...new Set([...left, ...begun.map(({ id }) => id)])].sort() }
}

/** Given by the police who had it first, and by those to whom it was sent on. */
const commands = examples.flatMap((one) =>
  one.by.agency === 'psb' ? [one, { ...one, by: { ...one.by, agency: 'railway-psb' } } as typeof one] : [one]
)

function nextOf(standing: Standing): Standing[] {
  return commands.flatMap((command) => {
    try {
      const events = transfer.decide(command, standing.state, now)
      return events.length === 0 ? [] : [events.reduce(after, standing)]
    } catch (error) {
      if (error instanceof Refusal) return []
      throw error
    }
  })
}

t.test('no clock of a transfer runs where nothing can meet or cancel it any more', async (t) => {
  const known = new Map<string, { standing: Standing; next: string[] }>()
  const waiting: Standing[] = [{ state: transfer.initial, running: [] }]
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (known.has(keyOf(one))) continue
    const next = nextOf(one)
    known.set(keyOf(one), { standing: one, next: next.map(keyOf) })
    waiting.push(...next)
  }
  t.ok(known.size > 100, `${known.size} standings`)
  for (const { id } of rules) {
    const runs = (key: string) => known.get(key)?.standing.running.includes(id) ?? false
    t.ok([...known.keys()].some(runs), `${id} runs somewhere`)
    const ends = new Set([...known.keys()].filter((key) => !runs(key)))
    for (let size = -1; size < ends.size; ) {
      size = ends.size
      for (const [key, { next }] of known) if (next.some((one) => ends.has(one))) ends.add(key)
    }
    t.strictSame(
      [...known].filter(([key]) => !ends.has(key)).map(([key]) => key),
      [],
      `${id} comes to an end from everywhere`
    )
  }
})
