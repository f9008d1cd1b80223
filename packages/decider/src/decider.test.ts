import t from 'tap'
import { given } from './given.ts'
import { type Decider, fold, Refusal } from './index.ts'

type State = { readonly open: boolean; readonly times: number }
type Command = { readonly do: 'open' | 'close' }
type Event = { readonly type: 'opened' | 'closed'; readonly data: { readonly at: string } }

const door: Decider<State, Command, Event> = {
  initial: { open: false, times: 0 },
  decide(command, state, now) {
    switch (command.do) {
      case 'open':
        return state.open ? [] : [{ type: 'opened', data: { at: now } }]
      case 'close':
        if (!state.open) throw new Refusal('door.not-open', 'the door is not open')
        return [{ type: 'closed', data: { at: now } }]
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'opened':
        return { open: true, times: state.times + 1 }
      case 'closed':
        return { ...state, open: false }
    }
  }
}

const at = '2026-06-01T09:00:00+08:00'
const opened: Event = { type: 'opened', data: { at } }
const closed: Event = { type: 'closed', data: { at } }

t.test('fold runs over history, from any state', async (t) => {
  t.same(fold(door, []), door.initial)
  t.same(fold(door, [opened, closed, opened]), { open: true, times: 2 })
  t.same(fold(door, [closed], fold(door, [opened])), fold(door, [opened, closed]))
})

t.test('given says what follows, and fails when something else does', async (t) => {
  given(door, []).when({ do: 'open' }).then([opened])
  given(door, [opened]).when({ do: 'open' }).then([])
  given(door, [opened])
    .when({ do: 'close' }, '2026-06-02T09:00:00+08:00')
    .then([{ type: 'closed', data: { at: '2026-06-02T09:00:00+08:00' } }])
  given(door, [opened, closed]).when({ do: 'close' }).refuses('door.not-open')
  t.throws(() => given(door, []).when({ do: 'open' }).then([]), 'another event')
  t.throws(() => given(door, []).when({ do: 'close' }).refuses('door.locked'), 'another code')
  t.throws(() => given(door, []).when({ do: 'open' }).refuses('door.not-open'), 'no refusal')
})
