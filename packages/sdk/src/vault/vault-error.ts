/** Stable codes of the reporter vault. */
export type VaultProblem =
  /** The reason is too short to be one. */
  | 'vault.reason'
  /** That role does not look up reporters, or not this one. */
  | 'vault.refused'
  | 'vault.unknown'
  /** The record cannot be opened with this identity. */
  | 'vault.wrong-key'
  /** Journal, settings or a record were changed by other hands. */
  | 'vault.tampered'
  | 'vault.exists'
  | 'vault.missing'
  /** Another process holds the journal. */
  | 'vault.busy'
  | 'vault.invalid'

const sentences: Record<VaultProblem, string> = {
  'vault.reason': 'say why, in at least four characters',
  'vault.refused': 'that role may not look this reporter up',
  'vault.unknown': 'the vault has no record of this token',
  'vault.wrong-key': 'the identity does not open the record',
  'vault.tampered': 'the vault was changed by other hands: tell the security administrator',
  'vault.exists': 'there is a vault in this folder',
  'vault.missing': 'there is no vault in this folder',
  'vault.busy': 'another process works on the vault; repeat',
  'vault.invalid': 'what was given has not the form that is wanted'
}

/** Carries a code and no cause: of a reporter nothing may get into logs with an error. */
export class VaultError extends Error {
  readonly code: VaultProblem
  constructor(code: VaultProblem) {
    super(`${code}: ${sentences[code]}`)
    this.name = 'VaultError'
    this.code = code
  }
}
