/** Who acted: an agency, and where it said so the person (a reference, not a name) and the role of `members.json`. */
export interface Actor {
  readonly agency: string
  readonly person?: string
  readonly role?: string
}

/** CloudEvents attributes are plain strings, so an actor is written `amr`, `amr/p-017` or `amr/p-017/handler`. */
export function formatActor({ agency, person, role }: Actor): string {
  return [agency, person ?? (role && '-'), role].filter(Boolean).join('/')
}

/** Reads what `formatActor` wrote. */
export function parseActor(text: string): Actor {
  const [agency = '', person, role] = text.split('/')
  return { agency, ...(person && person !== '-' && { person }), ...(role && { role }) }
}
