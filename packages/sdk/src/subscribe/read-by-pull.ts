import { patiently, type ReadMailbox, readPage } from './reader.ts'

/** Seconds that a long poll waits for news. */
const longPoll = 25

/** Reads by long poll: one request at a time, nothing kept open in between. */
export const readByPull: ReadMailbox = async function* (source, options) {
  const { signal } = options
  for (let last = options.after; ; ) {
    const request = { after: last, limit: options.ahead, wait: longPoll, signal }
    for (const mail of await patiently(() => readPage(source, request), options)) {
      last = mail.sequence
      yield { mail }
    }
  }
}
