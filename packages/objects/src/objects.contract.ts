import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { Test } from 'tap'
import { ObjectExists, ObjectIdInvalid, ObjectMissing, type ObjectStore, ObjectTooLarge } from './objects.ts'

export interface ContractStore {
  /** A store of at most `maxBytes` an object; closed by the contract. */
  readonly open: (maxBytes: number) => Promise<ObjectStore>
  /** How many pieces of unfinished uploads lie about. */
  readonly leftovers: () => Promise<number>
}

const maxBytes = 20 * 1024 * 1024

/** What every implementation of ObjectStore must pass. */
export async function objectsContract(t: Test, { open, leftovers }: ContractStore): Promise<void> {
  const store = await open(maxBytes)
  t.teardown(() => store.close())

  for (const [name, size, piece] of [
    ['empty', 0, 1],
    ['small', 11, 4],
    ['of a chunk and a bit', 128 * 1024 + 1, 50_000],
    ['of several parts', 18 * 1024 * 1024 + 5, 1_000_003]
  ] as const) {
    t.test(`an object that is ${name} comes back as it was`, async (t) => {
      const id = randomUUID()
      const bytes = randomBytes(size)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      t.same(await store.put(id, pieces(bytes, piece)), { size, sha256 })
      t.same(await store.head(id), { size })
      t.ok((await collect(await store.get(id))).equals(bytes))
      t.equal(await leftovers(), 0)
    })
  }

  t.test('a range is those bytes and no others', async (t) => {
    const id = randomUUID()
    const bytes = randomBytes(5 * 1024 * 1024)
    await store.put(id, pieces(bytes, 65_536))
    for (const [from, to] of [
      [0, 0],
      [131_071, 131_072],
      [1_000_000, 4_999_999],
      [bytes.length - 1, bytes.length - 1]
    ] as const) {
      const got = await collect(await store.get(id, { from, to }))
      t.ok(got.equals(bytes.subarray(from, to + 1)), `${from}-${to}`)
    }
  })

  t.test('an object is not there before all of it is', async (t) => {
    const id = randomUUID()
    const seen: unknown[] = []
    const source = async function* () {
      for (let n = 0; n < 12; n++) {
        yield randomBytes(1024 * 1024)
        seen.push(await store.head(id))
      }
    }
    await store.put(id, source())
    t.same(new Set(seen), new Set([undefined]))
    t.same(await store.head(id), { size: 12 * 1024 * 1024 })
  })

  t.test('an id is used once', async (t) => {
    const id = randomUUID()
    await store.put(id, pieces(Buffer.from('first'), 5))
    await t.rejects(store.put(id, pieces(Buffer.from('second'), 6)), ObjectExists)
    t.equal(String(await collect(await store.get(id))), 'first')
  })

  t.test('what is not there is missing', async (t) => {
    const id = randomUUID()
    t.equal(await store.head(id), undefined)
    await t.rejects(store.get(id), ObjectMissing)
    await store.remove(id)
  })

  t.test('a removed object is gone', async (t) => {
    const id = randomUUID()
    await store.put(id, pieces(Buffer.from('gone'), 4))
    await store.remove(id)
    t.equal(await store.head(id), undefined)
    await t.rejects(store.get(id), ObjectMissing)
  })

  t.test('a name that is no UUID reaches nothing', async (t) => {
    const id = randomUUID()
    for (const name of ['', '..', `../${id}`, `${id}/..`, `${id}\0`, id.toUpperCase(), `x${id}`, '*', '/etc/passwd']) {
      await t.rejects(store.put(name, pieces(Buffer.from('x'), 1)), ObjectIdInvalid, 'put')
      await t.rejects(async () => store.get(name), ObjectIdInvalid, 'get')
      await t.rejects(async () => store.head(name), ObjectIdInvalid, 'head')
      await t.rejects(async () => store.remove(name), ObjectIdInvalid, 'remove')
    }
  })

  const nothingLeft = async (t: Test, id: string) => {
    t.equal(await store.head(id), undefined)
    t.equal(await leftovers(), 0)
  }

  for (const [name, before] of [
    ['at once', 0],
    ['after several parts', 17]
  ] as const) {
    t.test(`a source that fails ${name} leaves nothing`, async (t) => {
      const id = randomUUID()
      const torn = new Error('the line is cut')
      const source = async function* () {
        for (let n = 0; n < before; n++) yield randomBytes(1024 * 1024)
        throw torn
      }
      t.equal(await failure(store.put(id, source())), torn)
      await nothingLeft(t, id)
    })

    t.test(`a signal ${name} ends an upload whose source hangs, and nothing is left`, async (t) => {
      const id = randomUUID()
      const control = new AbortController()
      const gone = new Error('the caller has gone')
      const source = async function* () {
        for (let n = 0; n < before; n++) yield randomBytes(1024 * 1024)
        setImmediate(() => control.abort(gone))
        await new Promise(() => {})
      }
      t.equal(await failure(store.put(id, source(), { signal: control.signal })), gone)
      await nothingLeft(t, id)
    })
  }

  t.test('a signal that came before stores nothing', async (t) => {
    const id = randomUUID()
    await t.rejects(store.put(id, pieces(Buffer.from('x'), 1), { signal: AbortSignal.abort(new Error('no')) }), /no/)
    await nothingLeft(t, id)
  })

  t.test('what is larger than the limit is refused, and leaves nothing', async (t) => {
    const id = randomUUID()
    const source = async function* () {
      for (;;) yield Buffer.alloc(1024 * 1024)
    }
    t.type(await failure(store.put(id, source())), ObjectTooLarge)
    await nothingLeft(t, id)
  })

  t.test('a reader may leave early', async (t) => {
    const id = randomUUID()
    await store.put(id, pieces(randomBytes(6 * 1024 * 1024), 65_536))
    for await (const chunk of await store.get(id)) {
      t.ok((chunk as Buffer).length > 0)
      break
    }
    t.same(await store.head(id), { size: 6 * 1024 * 1024 })
  })

  t.test('uploads do not get in the way of each other', async (t) => {
    const all = Array.from({ length: 6 }, () => ({ id: randomUUID(), bytes: randomBytes(700_000) }))
    await Promise.all(all.map(({ id, bytes }) => store.put(id, pieces(bytes, 10_000))))
    for (const { id, bytes } of all) t.ok((await collect(await store.get(id))).equals(bytes))
    t.equal(await store.sweep(0), 0)
  })
}

const failure = (doing: Promise<unknown>) =>
  doing.then(
    () => undefined,
    (error: unknown) => error
  )

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function collect(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
