import t from 'tap'
import { readServerSentEvents } from './server-sent-events.ts'

async function read(text: string, size: number) {
  async function* chunks() {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
  }
  const events = []
  for await (const event of readServerSentEvents(chunks())) events.push(event)
  return events
}

t.test('fields, comments, several lines of data, and line ends of both kinds, in chunks of any size', async (t) => {
  const text =
    'retry: 1000\n\n: comment\nid: 1\nevent: mail\ndata: {"a":1}\n\nevent: heartbeat\r\ndata:x\r\ndata: y\r\n\r\nid: 3\ndata\n\ndata: torn off\n'
  for (const size of [1, 2, 5, 1000]) {
    t.same(await read(text, size), [
      { event: 'mail', id: '1', data: '{"a":1}' },
      { event: 'heartbeat', data: 'x\ny' },
      { event: 'message', id: '3', data: '' }
    ])
  }
})
