/**
 * Why an agency may see an event: it handles the case (`party`), was written to (`addressee`), receives a copy by
 * law (`statutory-copy`), is a member of the conference (`conference`), or published it (`publisher`).
 */
export const grounds = ['publisher', 'party', 'addressee', 'statutory-copy', 'conference'] as const
export type Ground = (typeof grounds)[number]

/** One agency that may see an event, and on what ground. */
export interface AudienceEntry {
  readonly agency: string
  readonly ground: Ground
}

/** CloudEvents attributes are plain strings, so the snapshot is written `amr:publisher,psb:addressee`. */
export function formatAudience(entries: readonly AudienceEntry[]): string {
  return entries.map(({ agency, ground }) => `${agency}:${ground}`).join(',')
}

/** Reads what `formatAudience` wrote. @throws TypeError for anything else */
export function parseAudience(text: string): AudienceEntry[] {
  if (text === '') return []
  return text.split(',').map((entry) => {
    const [agency = '', ground = ''] = entry.split(':')
    if (agency === '' || !grounds.includes(ground as Ground)) throw new TypeError(`audience entry ${entry}`)
    return { agency, ground: ground as Ground }
  })
}

/** One entry per agency, the strongest ground (in the order of `grounds`) kept; stable order. */
export function audienceOf(...entries: (AudienceEntry | undefined)[]): AudienceEntry[] {
  const strongest = new Map<string, Ground>()
  for (const entry of entries) {
    if (!entry) continue
    const known = strongest.get(entry.agency)
    if (!known || grounds.indexOf(entry.ground) < grounds.indexOf(known)) strongest.set(entry.agency, entry.ground)
  }
  return [...strongest].map(([agency, ground]) => ({ agency, ground }))
}
