import type { Readable } from 'node:stream'

/** What was stored. `sha256` in lowercase hexadecimal. */
export interface Stored {
  readonly size: number
  readonly sha256: string
}

/** Bytes `from` to `to`, both included, counted from 0. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

/**
 * Where sealed files lie. Names are UUIDs, nothing else; an object is there whole or not at all, and is never changed.
 * Nothing holds a whole object in memory. What cannot be reached throws ObjectsUnavailable.
 */
export interface ObjectStore {
  /**
   * Stores what `content` yields, and is durable when it resolves. When `content` throws, `signal` is aborted or the
   * limit is passed, nothing is left and that error is thrown.
   * @throws ObjectIdInvalid, ObjectExists, ObjectTooLarge
   */
  put(id: string, content: AsyncIterable<Uint8Array>, options?: { readonly signal?: AbortSignal }): Promise<Stored>
  /** @throws ObjectIdInvalid, ObjectMissing; the stream fails when the object does */
  get(id: string, range?: ByteRange): Promise<Readable>
  /** Bytes; undefined when there is no such object. @throws ObjectIdInvalid */
  head(id: string): Promise<{ readonly size: number } | undefined>
  /** For uploads that did not become an attachment; does nothing when there is no such object. @throws ObjectIdInvalid */
  remove(id: string): Promise<void>
  /** Removes what killed processes left of uploads, once nothing was added for `quiet` milliseconds. @returns how many */
  sweep(quiet: number): Promise<number>
  close(): Promise<void>
}

/** The name is no UUID. */
export class ObjectIdInvalid extends TypeError {
  constructor() {
    super('the name of an object is a UUID in small letters')
    this.name = 'ObjectIdInvalid'
  }
}

/** An id is used once. */
export class ObjectExists extends Error {
  constructor(id: string) {
    super(`object ${id} exists`)
    this.name = 'ObjectExists'
  }
}

export class ObjectMissing extends Error {
  constructor(id: string) {
    super(`there is no object ${id}`)
    this.name = 'ObjectMissing'
  }
}

export class ObjectTooLarge extends Error {
  /** Bytes. */
  readonly limit: number
  constructor(limit: number) {
    super(`the object is larger than ${limit} bytes`)
    this.name = 'ObjectTooLarge'
    this.limit = limit
  }
}

/** The disk, the message server or the S3 server does not do what was asked; the cause says why. */
export class ObjectsUnavailable extends Error {
  constructor(what: string, cause: unknown) {
    super(`${what}: ${(cause as Error).message}`, { cause })
    this.name = 'ObjectsUnavailable'
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** @throws ObjectIdInvalid for what is no UUID: no name leads out of its folder, bucket or subject */
export function assertObjectId(id: string): void {
  if (!uuid.test(id)) throw new ObjectIdInvalid()
}
