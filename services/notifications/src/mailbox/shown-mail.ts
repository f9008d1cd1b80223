import { classesShown, type Shown } from '@wuhu/access'
import { type Envelope, parseAudience } from '@wuhu/contracts'
import type { Mail } from './read-mailbox.ts'

const known = new WeakMap<Mail, Shown>()

/** What a copy shows its agency, for the log of readings. Worked out once a copy, however many clients read it. */
export function shownMail(agency: string, mail: Mail): Shown {
  let shown = known.get(mail)
  if (!shown) {
    const { type, subject, casenumber, audience } = headOf(mail.body)
    const ground = parseAudience(audience).find((entry) => entry.agency === agency)?.ground
    // A copy lies in the mailbox of an agency that its own audience names.
    if (!ground) throw new TypeError(`the copy at ${mail.sequence} is not for ${agency}`)
    shown = {
      caseNumber: casenumber,
      subject,
      sequence: mail.sequence,
      classes: classesShown(type, { agency, ground })
    }
    known.set(mail, shown)
  }
  return shown
}

/** The envelope without its data, which is its last member: the rest is short, whatever the event's length. */
const headOf = (body: string) => JSON.parse(`${body.slice(0, body.indexOf(',"data":'))}}`) as Omit<Envelope, 'data'>
