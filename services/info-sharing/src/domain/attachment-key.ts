import type { SealingKeyEvent } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'

interface SealingKey {
  readonly recipient: string
  /** RFC 3339. */
  readonly validFrom: string
}

/** The keys to which files for one agency are sealed; the one that came into force last counts. */
export interface SealingKeyState {
  readonly status: 'none' | 'published'
  readonly keys: readonly SealingKey[]
}

/** `validFrom` is now when it is not given. */
export type SealingKeyCommand = { do: 'publish'; code: string; recipient: string; validFrom?: string | undefined }

/** Sealing keys 封存公钥 of an agency: published by its own system, in a stream of their own. */
export const sealingKey: Decider<SealingKeyState, SealingKeyCommand, SealingKeyEvent> = {
  initial: { status: 'none', keys: [] },

  decide({ code, recipient, validFrom }, state, now) {
    const known = state.keys.find((key) => key.recipient === recipient)
    if (known && (validFrom === undefined || Date.parse(validFrom) === Date.parse(known.validFrom))) return []
    if (known) throw new Refusal('sealing-key.exists', 'this key is published with another validity')
    const newest = state.keys.at(-1)
    const from = validFrom ?? now
    if (Date.parse(from) < Date.parse(now)) {
      throw new Refusal('sealing-key.validity', 'a key comes into force now or later')
    }
    if (newest && Date.parse(from) < Date.parse(newest.validFrom)) {
      throw new Refusal('sealing-key.validity', 'a newer key is to come into force later than that')
    }
    return [{ type: 'agency.sealing-key-published.v1', data: { code, recipient, validFrom: from } }]
  },

  evolve(state, event) {
    switch (event.type) {
      case 'agency.sealing-key-published.v1': {
        const { recipient, validFrom } = event.data
        return { status: 'published', keys: [...state.keys, { recipient, validFrom }] }
      }
    }
  }
}
