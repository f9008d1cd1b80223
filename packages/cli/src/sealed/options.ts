import { type Command, Option } from 'commander'
import { type Identity, office, parseIdentity } from '../identity.ts'
import { type CommonOptions, withCommonOptions } from '../stack.ts'

export interface SealedOptions extends CommonOptions {
  readonly as: Identity
}

/** Adds `--as`, whose default is the system of the office's agency, and the common options. */
export function asAgency(command: Command, json: string): Command {
  const as = new Option('--as <agency>', '以哪个单位的名义 · as which agency')
    .argParser(parseIdentity)
    .default({ agency: office, role: 'agency-system' }, office)
  return withCommonOptions(command.addOption(as), json)
}
