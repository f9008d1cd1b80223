import { errors } from '@nats-io/nats-core'
import { BusUnavailable, StreamMissing } from '../bus.ts'
import type { Link } from './link.ts'

/** What JetStream answers when it refuses. Codes: nats-server, server/errors.json. */
export interface ApiFailure {
  readonly code: number
  readonly err_code: number
  readonly description: string
}

/** JetStream refused a request for another reason than a missing stream. */
export class ApiError extends Error {
  readonly errorCode: number

  constructor(subject: string, failure: ApiFailure) {
    super(`JetStream refused ${subject}: ${failure.description} (${failure.err_code})`)
    this.name = 'ApiError'
    this.errorCode = failure.err_code
  }
}

const STREAM_NOT_FOUND = 10059
export const MESSAGE_NOT_FOUND = 10037

/**
 * One request to `$JS.API.<subject>`.
 * @throws StreamMissing, ApiError, and BusUnavailable where there was no answer (JetStream may be starting)
 */
export async function callApi<Answer>(link: Link, subject: string, stream: string, body?: object): Promise<Answer> {
  link.requireConnected()
  const payload = body === undefined ? '' : JSON.stringify(body)
  let answer: Answer & { error?: ApiFailure }
  try {
    answer = (await link.nc.request(`$JS.API.${subject}`, payload, { timeout: 5000 })).json()
  } catch (error) {
    throw unavailable(error, `JetStream did not answer ${subject}`)
  }
  if (answer.error?.err_code === STREAM_NOT_FOUND) throw new StreamMissing(stream)
  if (answer.error) throw new ApiError(subject, answer.error)
  return answer
}

/** The client's error as the port knows it, its reason kept. */
export function unavailable(error: unknown, what: string): BusUnavailable {
  const reason = error instanceof errors.NoRespondersError ? 'no responders' : String((error as Error).message || error)
  return Object.assign(new BusUnavailable(`${what}: ${reason}`), { cause: error })
}

interface StreamInfo {
  readonly created: string
  readonly state: { readonly last_seq: number }
}

/** @throws StreamMissing, BusUnavailable */
export async function describeStream(link: Link, stream: string): Promise<{ lastSequence: number; created: string }> {
  const info = await callApi<StreamInfo>(link, `STREAM.INFO.${stream}`, stream)
  return { lastSequence: info.state.last_seq, created: info.created }
}
