import type { Mail } from './read-mailbox.ts'

const frames = new WeakMap<Mail, Buffer>()

/** One server-sent event (WHATWG HTML, 9.2): `id` is the sequence. Built once a copy, however many clients read it. */
export function mailFrame(mail: Mail): Buffer {
  let frame = frames.get(mail)
  if (!frame) {
    frame = Buffer.from(`id: ${mail.sequence}\nevent: mail\ndata: ${item(mail)}\n\n`)
    frames.set(mail, frame)
  }
  return frame
}

/** `{"items":[{"sequence":1,"event":{...}}],"last":1}` from stored copies, without parsing them. */
export function mailPage(mails: readonly Mail[], after: number): Buffer {
  return Buffer.from(`{"items":[${mails.map(item).join(',')}],"last":${mails.at(-1)?.sequence ?? after}}`)
}

const item = ({ sequence, body }: Mail): string => `{"sequence":${sequence},"event":${body}}`

/** The first copies that together stay within `length` (UTF-16 units); at least one of those that there are. */
export function within(mails: readonly Mail[], length: number): readonly Mail[] {
  let total = 0
  const end = mails.findIndex(({ body }, index) => {
    total += body.length
    return total > length && index > 0
  })
  return end < 0 ? mails : mails.slice(0, end)
}
