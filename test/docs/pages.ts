import { globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** A document of the repository. */
export interface Page {
  /** From the root: `services/audit/README.md`. */
  readonly path: string
  /** Its folder, absolute. */
  readonly folder: string
  readonly text: string
  /** What stands between backticks, and the lines of code blocks. */
  readonly code: readonly string[]
  readonly lines: readonly string[]
}

const where = ['*.md', 'docs/**/*.md', 'infra/*.md', 'packages/*/*.md', 'services/*/*.md', 'test/**/*.md']

/** Every document but the diagrams, which are compared with the code anyway. */
export function readPages(): Page[] {
  return globSync(where, { cwd: root, exclude: ['**/node_modules/**', 'docs/machines/**'] })
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      return { path, folder: dirname(join(root, path)), text, code: codeIn(text), lines: text.split('\n') }
    })
}

const blocks = /^```[^\n]*\n(.*?)^```$/gms

function codeIn(text: string): string[] {
  const inBlocks = [...text.matchAll(blocks)].flatMap(([, block = '']) => block.split('\n'))
  const inLines = [...text.replaceAll(blocks, '').matchAll(/`([^`]+)`/g)].map(([, span = '']) => span)
  return [...inBlocks, ...inLines].map((line) => line.replaceAll('\\|', '|'))
}
