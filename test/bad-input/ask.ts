import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'

/** What came back, before anybody interpreted it. Header names in small letters. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** Sends a request whose address and headers nobody tidies up, as fetch would. */
export function ask(
  url: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array | undefined
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url)
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>()
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  // A connection of its own: what one wrong request does to its connection is no other's concern.
  const sent = request({ hostname, port, method, path, headers: { ...length, ...headers }, agent: false }, (answer) => {
    const chunks: Buffer[] = []
    answer.on('data', (chunk: Buffer) => chunks.push(chunk))
    answer.on('error', reject)
    answer.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      const flat = Object.entries(answer.headers).map(([name, value]) => [name, String(value)])
      resolve({ status: answer.statusCode ?? 0, headers: Object.fromEntries(flat), text })
    })
  })
  sent.on('error', reject)
  sent.end(body)
  return promise
}

/** Writes bytes that need not be HTTP and reads until the server hangs up. `whole: false` keeps the request unfinished. */
export async function speak(
  url: string,
  bytes: string | Uint8Array,
  options: { readonly within?: number } = {}
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.setTimeout(options.within ?? 10_000, () =>
    socket.destroy(new Error('the server neither answered nor hung up'))
  )
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(socket, 'connect')
  socket.write(bytes)
  await once(socket, 'close')
  const [head = '', ...rest] = Buffer.concat(chunks).toString('utf8').split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 2)
  ])
  return { status: Number(first.split(' ')[1]), headers: Object.fromEntries(headers), text: rest.join('\r\n\r\n') }
}
