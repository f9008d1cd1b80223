import type { BusStream } from '../bus.ts'
import { ApiError, callApi, describeStream, MESSAGE_NOT_FOUND } from './api.ts'
import { decodeValue } from './headers.ts'
import type { Link } from './link.ts'
import { createPublisher } from './publisher.ts'
import { type ReadSettings, readStream } from './reader.ts'

export interface StreamSettings extends ReadSettings {
  /** Milliseconds without any acknowledgement after which publish() gives up. */
  readonly acknowledgeWithin: number
}

interface StoredMessage {
  readonly message: { readonly hdrs?: string }
}

export function createStream(link: Link, name: string, settings: StreamSettings): BusStream {
  const publish = createPublisher(link, name, settings)
  return {
    name,
    publish,
    describe: () => describeStream(link, name),
    read: (options) => readStream(link, name, options, settings),
    async idAt(sequence) {
      if (sequence < 1) return undefined
      try {
        const stored = await callApi<StoredMessage>(link, `STREAM.MSG.GET.${name}`, name, { seq: sequence })
        const headers = Buffer.from(stored.message.hdrs ?? '', 'base64').toString('utf8')
        return decodeValue(/^Event-Id: ?(.*)\r$/m.exec(headers)?.[1] ?? '')
      } catch (error) {
        if (error instanceof ApiError && error.errorCode === MESSAGE_NOT_FOUND) return undefined
        throw error
      }
    }
  }
}
