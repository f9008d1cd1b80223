import { type Static, Type } from '@sinclair/typebox'
import { AgencyCode, Sha256, UuidV7 } from '../../formats.ts'

/** An age recipient (X25519): the public half, to which files are sealed. */
export const SealingKey = (description = '封存公钥（age，X25519）') =>
  Type.String({ pattern: '^age1[02-9ac-hj-np-z]{58}$', minLength: 62, maxLength: 62, description })

/** An agency that can open the file, and the key of its own to which it is sealed. */
export const sealedTo = Type.Object(
  { agency: AgencyCode('能开启的单位'), key: SealingKey('封存所用公钥') },
  { additionalProperties: false }
)
export type SealedTo = Static<typeof sealedTo>

/** Everybody who can open one ciphertext. Whoever can open a file knows who else can. */
export const sealedToAll = Type.Array(sealedTo, { minItems: 1, maxItems: 32, description: '能开启的单位及其公钥' })

/** Bytes; 200 are less than the smallest file of the age format has. */
export const Size = () => Type.Integer({ minimum: 200, maximum: 2 ** 53 - 1, description: '密文字节数' })

/** What names a ciphertext. */
export const ciphertext = {
  id: UuidV7('附件标识'),
  object: UuidV7('密文标识：加收件单位即重新封存，密文有多份'),
  sha256: Sha256('密文的 SHA-256')
}
