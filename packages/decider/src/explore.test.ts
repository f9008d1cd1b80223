import t from 'tap'
import { explore } from './explore.ts'
import { type Decider, Refusal } from './index.ts'

type State = {
  readonly at: 'none' | 'open' | 'closed' | 'walled-up'
  readonly times: number
  readonly marks: Set<string>
}
type Command = { readonly do: 'build' | 'open' | 'close' | 'mark' | 'wall-up' | 'break' }
type Event = { readonly type: 'built' | 'opened' | 'closed' | 'marked' | 'walled-up' }

/** A door that is walled up after it was opened twice. */
const door: Decider<State, Command, Event> = {
  initial: { at: 'none', times: 0, marks: new Set() },
  decide(command, state) {
    switch (command.do) {
      case 'build':
        return state.at === 'none' ? [{ type: 'built' }, { type: 'opened' }] : []
      case 'open':
        if (state.at !== 'closed') throw new Refusal('door.not-closed', 'is not closed')
        return [{ type: 'opened' }]
      case 'close':
        if (state.at !== 'open') throw new Refusal('door.not-open', 'is not open')
        return [{ type: 'closed' }]
      case 'mark':
        return state.marks.has('x') || state.at === 'none' ? [] : [{ type: 'marked' }]
      case 'wall-up':
        if (state.at !== 'closed' || state.times < 2) throw new Refusal('door.in-use', 'is in use')
        return [{ type: 'walled-up' }]
      case 'break':
        throw new TypeError('a bug')
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'built':
        return { ...state, at: 'closed' }
      case 'opened':
        return { ...state, at: 'open', times: state.times + 1 }
      case 'closed':
        return { ...state, at: 'closed' }
      case 'marked':
        return { ...state, marks: new Set(['x']) }
      case 'walled-up':
        return { ...state, at: 'walled-up' }
    }
  }
}
const all = (['build', 'open', 'close', 'mark', 'wall-up'] as const).map((name): Command => ({ do: name }))
const machine = { decider: door, commands: all, statusOf: ({ at }: State) => at, now: ['2026-06-01T09:00:00+08:00'] }

t.test('every way that the commands lead, the long ones too, and it ends', async (t) => {
  const { transitions, statuses, idle } = explore(machine)
  t.same(
    transitions.map(({ from, event, to }) => `${from} ${event} ${to}`),
    [
      'closed marked closed',
      'closed opened open',
      'closed walled-up walled-up',
      'none built closed',
      'open closed closed',
      'open marked open',
      'walled-up marked walled-up'
    ].sort()
  )
  t.same(statuses, ['none', 'closed', 'open', 'walled-up'])
  t.same(idle, [])
})

t.test('a command that never does anything is named', async (t) => {
  const commands: Command[] = [{ do: 'open' }, { do: 'build' }]
  t.same(explore({ ...machine, commands }).idle, [0])
})

t.test('a bound too small leaves something out, and a bug comes out', async (t) => {
  t.notOk(explore({ ...machine, perStatus: 1 }).statuses.includes('walled-up'))
  t.throws(() => explore({ ...machine, commands: [{ do: 'break' }] }), TypeError)
})
