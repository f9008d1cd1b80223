import { createHash } from 'node:crypto'
import type { ReplayFilters } from './filters.ts'
import type { LoggedEvent } from './pages.ts'
import type { ReplayRange } from './range.ts'
import type { RedactBody } from './redact-body.ts'

/** The last line of a replay: what was asked, how far it went, and a hash over all lines before it. */
export interface Manifest {
  readonly filters: ReplayFilters
  /** Whose copy it is: an agency's own, or an auditor's. */
  readonly reader: string
  readonly bodies: boolean
  readonly range: ReplayRange
  readonly count: number
  readonly sha256: string
}

export interface ReplayOutput {
  readonly pages: AsyncIterable<readonly LoggedEvent[]>
  readonly redact: RedactBody
  readonly head: Omit<Manifest, 'count' | 'sha256'>
  /** Before the manifest is sent: a manifest that somebody holds is on record. */
  readonly onEnd: (manifest: Manifest) => Promise<void>
}

/** The bytes of a replay. Reading it slowly slows the reading of the log; leaving it ends that. */
export async function* replayBytes({ pages, redact, head, onEnd }: ReplayOutput): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let count = 0
  for await (const page of pages) {
    const bytes = Buffer.from(page.map((event) => lineOf(event, redact(event))).join(''))
    hash.update(bytes)
    count += page.length
    yield bytes
  }
  const manifest = { ...head, count, sha256: hash.digest('hex') }
  await onEnd(manifest)
  yield Buffer.from(`${JSON.stringify({ manifest })}\n`)
}

const lineOf = ({ index, stream, sequence, recorded }: LoggedEvent, body: string): string =>
  `{"index":${index},"stream":"${stream}","sequence":${sequence},"recorded":"${recorded}","event":${body}}\n`
