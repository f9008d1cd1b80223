import { Type } from '@sinclair/typebox'

/** An NKey user public key. Its checksum is verified where the key enters, not here. */
export const KeyId = (description: string) =>
  Type.String({ pattern: '^U[A-Z2-7]{55}$', minLength: 56, maxLength: 56, description })
