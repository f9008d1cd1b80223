import { createHash } from 'node:crypto'
import { failure } from './failure.ts'

/** What closes a replay: how many events, and the SHA-256 of all bytes before it. */
export interface Manifest {
  readonly filters: Readonly<Record<string, unknown>>
  readonly range: { readonly upto: number; readonly streams: Readonly<Record<string, number>> }
  readonly count: number
  readonly sha256: string
}

/** Follows the bytes of a replay as they pass. */
export interface ManifestCheck {
  /** @throws Failure for a line longer than any event can be */
  add(chunk: Uint8Array): void
  /** Lines so far, without the one that may still be the manifest. */
  lines(): number
  /** @throws Failure when the replay was cut short, or is not what its manifest says */
  finish(): Manifest
}

const newline = 10
/** An event is at most 1 MB on the bus; beyond this, what comes is no replay and must not fill memory. */
const longestLine = 16 * 1_048_576

/** Recomputes count and SHA-256 of a replay without holding more of it than its last line. */
export function createManifestCheck(): ManifestCheck {
  const hash = createHash('sha256')
  let last: Buffer = Buffer.alloc(0)
  let lines = 0

  return {
    add(chunk) {
      const bytes = Buffer.concat([last, chunk])
      // The last line, whole or not, may be the manifest, which is not part of its own hash.
      const start = bytes.lastIndexOf(newline, bytes.length - 2) + 1
      if (bytes.length - start > longestLine) {
        throw failure('failed', 'line-too-long', '回放不可信：一行过长', 'the replay is not one: a line is too long')
      }
      const before = bytes.subarray(0, start)
      hash.update(before)
      for (let at = before.indexOf(newline); at >= 0; at = before.indexOf(newline, at + 1)) lines++
      last = bytes.subarray(start)
    },
    lines: () => lines,
    finish() {
      const manifest = last.at(-1) === newline ? parseManifest(last.toString('utf8')) : undefined
      if (!manifest) {
        throw failure(
          'failed',
          'no-manifest',
          '回放不完整：缺少结尾清单',
          'the replay is cut short: its closing manifest is missing'
        )
      }
      if (manifest.count !== lines) {
        throw failure(
          'failed',
          'count-mismatch',
          `回放不可信：清单称 ${manifest.count} 件，收到 ${lines} 件`,
          `the replay is not what its manifest says: ${manifest.count} events, but ${lines} arrived`
        )
      }
      if (manifest.sha256 !== hash.digest('hex')) {
        throw failure(
          'failed',
          'hash-mismatch',
          '回放不可信：SHA-256 与清单不符',
          'the SHA-256 of the replay is not that of its manifest'
        )
      }
      return manifest
    }
  }
}

function parseManifest(line: string): Manifest | undefined {
  let parsed: { manifest?: Manifest } | null
  try {
    parsed = JSON.parse(line)
  } catch {
    return undefined
  }
  return typeof parsed?.manifest?.sha256 === 'string' ? parsed.manifest : undefined
}
