import { type AudienceEntry, type Ground, parseAudience } from '@wuhu/contracts'

/** On what ground `who` (a caller, or an agency's code) may see what has this audience; undefined: not at all. */
export function visible(
  who: { readonly agency: string } | string,
  audience: readonly AudienceEntry[] | string
): Ground | undefined {
  const agency = typeof who === 'string' ? who : who.agency
  const entries = typeof audience === 'string' ? parseAudience(audience) : audience
  return entries.find((entry) => entry.agency === agency)?.ground
}
