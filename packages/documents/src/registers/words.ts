import { type Static, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { formats } from '@wuhu/contracts'
import { type DocumentKind, documentKinds } from '../templates.ts'
import base from './words.json' with { type: 'json' }

const Word = Type.String({ pattern: '^[\\u4e00-\\u9fa5]{1,12}$' })
const Words = Type.Object(
  {
    /** 机关代字, by the agency's code. */
    prefixes: Type.Record(Type.String(), Word),
    /** What follows it for a kind of document. */
    suffixes: Type.Record(Type.String(), Word),
    /** Whole words where the rule does not fit: agency, then kind. */
    words: Type.Record(Type.String(), Type.Record(Type.String(), Word))
  },
  { additionalProperties: false }
)

/** 发文字 of each agency for each kind of document: 乌中市监协. */
export interface DocumentWords {
  /** Undefined for an agency that numbers such documents elsewhere. */
  wordOf(agency: string, kind: DocumentKind): string | undefined
  /** Whose documents, and which, a word numbers: no two share one. Undefined for a word of nobody's. */
  keeperOf(word: string): Keeper | undefined
}

interface Keeper {
  readonly agency: string
  readonly kind: DocumentKind
}

/**
 * Words from data, which take precedence over those of the package, agency by agency and kind by kind.
 * @throws TypeError naming what is wrong, such as a word that two agencies or two kinds share
 */
export function parseWords(json: unknown): DocumentWords {
  const own = Value.Default(Words, structuredClone(json ?? {}))
  const given = { prefixes: {}, suffixes: {}, words: {}, ...(own as object) }
  if (!Value.Check(Words, given)) {
    const [first] = [...Value.Errors(Words, given)]
    throw new TypeError(`document words${first?.path ?? ''}: ${first?.message ?? 'have another form'}`)
  }
  const kinds = [given.suffixes, ...Object.values(given.words)].flatMap((one) => Object.keys(one))
  for (const kind of kinds) {
    if (!(documentKinds as string[]).includes(kind)) throw new TypeError(`document words: there is no document ${kind}`)
  }
  return createWords(merged(base, given))
}

type Data = Static<typeof Words>

const merged = (from: Data, over: Data): Data => ({
  prefixes: { ...from.prefixes, ...over.prefixes },
  suffixes: { ...from.suffixes, ...over.suffixes },
  words: { ...from.words, ...over.words }
})

function createWords({ prefixes, suffixes, words }: Data): DocumentWords {
  const wordOf = (agency: string, kind: DocumentKind): string | undefined => {
    const own = words[agency]?.[kind]
    if (own !== undefined) return own
    const [prefix, suffix] = [prefixes[agency], suffixes[kind]]
    return prefix === undefined || suffix === undefined ? undefined : prefix + suffix
  }
  const keepers = new Map<string, Keeper>()
  for (const agency of new Set([...Object.keys(prefixes), ...Object.keys(words)])) {
    for (const kind of documentKinds) {
      const word = wordOf(agency, kind)
      if (word === undefined) continue
      if (!formats['document-number']?.(`${word}〔2026〕1号`)) throw new TypeError(`${word} is no 发文字`)
      const other = keepers.get(word)
      if (other) throw new TypeError(`${word} is shared by ${agency} ${kind} and ${other.agency} ${other.kind}`)
      keepers.set(word, { agency, kind })
    }
  }
  return { wordOf, keeperOf: (word) => keepers.get(word) }
}

/** The words that come with the package: settable by `parseWords`. */
export const baseWords: DocumentWords = createWords(base)
