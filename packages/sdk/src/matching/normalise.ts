import type { MatchKind } from '@wuhu/contracts'
import { isUscc } from '#contracts/check-digits'
import { phoneOf } from './phone.ts'
import { UnusableIdentifier } from './unusable-identifier.ts'

/** Characters that a text may have. */
const longest = 500
/** Spaces, controls, punctuation of any script, and the symbols that are written for middle dots and strokes. */
const ornament = /[\p{Z}\p{C}\p{P}˙⋅∙●•・|¦~^`´¨=+<>°]/gu
const marks = /[®©™℠]/gu
/** 某, asterisks and blanks stand for characters that somebody hid. */
const hidden = /[某*＊×○〇◯□■█_]/u

const kinds: Readonly<Record<MatchKind, (text: string) => string>> = {
  uscc(text) {
    const code = text.replace(ornament, '').toUpperCase()
    if (code !== '' && !isUscc(code)) throw new UnusableIdentifier('uscc', 'malformed')
    return code
  },

  /** A name or a model: what is left is letters and digits, case and width and all between them set aside. */
  product(text) {
    const name = text.replace(ornament, '').toLowerCase()
    if (name !== '' && [...name].length < 2) throw new UnusableIdentifier('product', 'malformed')
    return name
  },

  /** 姓名, in any script. The order of given and family name stays as written. */
  person(text) {
    if (hidden.test(text)) throw new UnusableIdentifier('person', 'masked')
    const name = text.replace(ornament, '').toLowerCase()
    if (name !== '' && !/^\p{L}[\p{L}\p{M}]+$/u.test(name)) throw new UnusableIdentifier('person', 'malformed')
    return name
  },

  phone: phoneOf
}

/**
 * The one spelling of an identifier, so that two agencies that write it differently get the same token: NFKC (which
 * folds full and half width), case, spaces and punctuation, and the rules of the kind. Normalising twice changes
 * nothing more.
 * @throws UnusableIdentifier for what is empty, masked or none of its kind
 */
export function normalise(kind: MatchKind, text: string): string {
  if (text.length > longest || !text.isWellFormed()) throw new UnusableIdentifier(kind, 'malformed')
  let previous = text.replace(marks, '')
  // What is taken out can join what stood around it, so that there is something to fold again.
  for (let round = 0; round < 5; round += 1) {
    const next = kinds[kind](previous.normalize('NFKC'))
    if (next === '') throw new UnusableIdentifier(kind, 'empty')
    if (next === previous) return next
    previous = next
  }
  throw new UnusableIdentifier(kind, 'malformed')
}
