import type { MatchEvent } from '@wuhu/contracts'
import type { Decider } from '@wuhu/decider'

type Rotated = Extract<MatchEvent, { type: 'match.key-rotated.v1' }>

export interface MatchKeysState {
  readonly current?: string
}

/** `until`: end of the key that was current before. */
export type MatchKeysCommand = { do: 'announce'; keyId: string; publicKey: string; until: string }

/** The keys of blind matching as the agencies were told of them. */
export const matchKeys: Decider<MatchKeysState, MatchKeysCommand, Rotated> = {
  initial: {},

  decide({ keyId, publicKey, until }, { current: previous }) {
    if (previous === keyId) return []
    return [
      { type: 'match.key-rotated.v1', data: { keyId, publicKey, ...(previous !== undefined && { previous, until }) } }
    ]
  },

  evolve: (_state, { data }) => ({ current: data.keyId })
}
