import { AgencyCode, PersonRef, Text } from '../../formats.ts'
import { open, work } from '../../sensitivity.ts'

/** Whose account: an officer of the directory. */
export const holder = { agency: open(AgencyCode('所在单位')), person: open(PersonRef()) }

export const because = (description: string) => work(Text(500, description))
