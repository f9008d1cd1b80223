import { readFileSync } from 'node:fs'
import { Type } from '@sinclair/typebox'
import { fail } from '@wuhu/host'
import { type DocumentWords, parseWords } from './words.ts'

/** The setting DOCUMENT_WORDS of every service that numbers documents. */
export const documentWordsSetting = Type.Optional(
  Type.String({
    description:
      '发文字文件 JSON file with the words of document numbers (prefixes, suffixes, words); none for the built-in ones'
  })
)

/** Words from the file of the setting, or those of the package. Ends the process with one sentence when it is wrong. */
export function readWords(file: string | undefined): DocumentWords | undefined {
  if (file === undefined) return undefined
  try {
    return parseWords(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    return fail(`DOCUMENT_WORDS ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
