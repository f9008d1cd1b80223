import type { MatchKind } from '@wuhu/contracts'
import { matchKinds } from '@wuhu/contracts'
import fc from 'fast-check'
import t from 'tap'
import { normalise } from './normalise.ts'
import { UnusableIdentifier } from './unusable-identifier.ts'

const same: Readonly<Record<MatchKind, readonly (readonly [string, ...string[]])[]>> = {
  uscc: [
    ['914403001922038216', '９１４４０３００１９２２０３８２１６', ' 9144 0300-1922.0382 16\u200b'],
    ['91150824MA0N0XJ12U', '91150824ma0n0xj12u', '９１１５０８２４ｍａ０Ｎ０ＸＪ１２Ｕ']
  ],
  product: [
    ['xy123型数控机床', 'ＸＹ－１２３型 数控机床', 'xy-123 型（数控）机床', 'XY_123型「数控机床」®'],
    ['乌拉特后旗', '乌拉特\u3000后旗', '乌拉特\u00ad后旗']
  ],
  person: [
    ['张三', '张 三', '张\u3000三', ' 张三\u200b'],
    ['买买提艾力', '买买提·艾力', '买买提•艾力', '买买提．艾力', '买买提・艾力', '买买提 艾力', '买买提‧艾力'],
    ['johnsmith', 'John Smith', 'ＪＯＨＮ　ＳＭＩＴＨ', 'john-smith'],
    ['josé', 'José', 'Jose\u0301']
  ],
  phone: [
    [
      '13812345678',
      '138 1234 5678',
      '+86 138-1234-5678',
      '0086 13812345678',
      '8613812345678',
      '（＋８６）１３８１２３４５６７８',
      '手机：138.1234.5678'
    ],
    [
      '04781234567',
      '0478-1234567',
      '(0478) 123 4567',
      '+86 478 1234567',
      '+86 (0)478-1234567',
      '0478-1234567-801',
      '0478—1234567转801',
      '0478-1234567 ext. 8',
      'Tel: 0478 1234567'
    ],
    ['01012345678', '010-12345678', '+86-10-12345678', '86-010-12345678'],
    ['4001234567', '400-123-4567', '+86 400 123 4567'],
    ['+85212345678', '+852 1234 5678', '00852-12345678']
  ]
}

t.test('spellings of one identifier', async (t) => {
  for (const kind of matchKinds) {
    for (const [expected, ...spellings] of same[kind]) {
      for (const text of [expected, ...spellings]) t.equal(normalise(kind, text), expected, `${kind} ${text}`)
    }
  }
})

t.test('identifiers that differ stay apart', async (t) => {
  const apart: [MatchKind, string, string][] = [
    ['person', '张三', '张三丰'],
    ['product', 'XY-123', 'XY-124'],
    ['phone', '0478-1234567', '0479-1234567'],
    ['phone', '+852 13812345678', '13812345678']
  ]
  for (const [kind, one, other] of apart) t.not(normalise(kind, one), normalise(kind, other), `${kind} ${one}`)
})

t.test('what cannot be compared is refused, and never repeated', async (t) => {
  const refused: [MatchKind, string, string][] = [
    ['uscc', '914403001922038217', 'malformed'],
    ['uscc', '9144030019220382', 'malformed'],
    ['uscc', ' - ', 'empty'],
    ['product', '…！', 'empty'],
    ['product', 'A', 'malformed'],
    ['product', 'x'.repeat(501), 'malformed'],
    ['product', '\ud800ab', 'malformed'],
    ['person', '张某某', 'masked'],
    ['person', '张＊＊', 'masked'],
    ['person', '张○三', 'masked'],
    ['person', '张', 'malformed'],
    ['person', '张三2', 'malformed'],
    ['person', ' · ', 'empty'],
    ['phone', '138****5678', 'masked'],
    ['phone', '12345678', 'malformed'],
    ['phone', '12812345678', 'malformed'],
    ['phone', '张三 13812345678', 'malformed'],
    ['phone', '()', 'empty']
  ]
  for (const [kind, text, reason] of refused) {
    try {
      t.fail(`${kind} ${text}: ${normalise(kind, text)}`)
    } catch (error) {
      if (!(error instanceof UnusableIdentifier)) throw error
      t.equal(error.reason, reason, `${kind} ${text}`)
      if (text.trim().length > 3) t.notOk(error.message.includes(text))
    }
  }
})

t.test('normalising twice changes nothing more, and neither do width, spaces and dashes', async (t) => {
  const wide = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
  const attempt = (kind: MatchKind, text: string) => {
    try {
      return normalise(kind, text)
    } catch (error) {
      if (error instanceof UnusableIdentifier) return undefined
      throw error
    }
  }
  const digits = (from: number, to: number) => fc.stringMatching(new RegExp(`^[0-9]{${from},${to}}$`))
  const numbers = fc
    .tuple(
      fc.constantFrom('', '+86', '0086', '86', '+', '00'),
      fc.constantFrom('', '0', '1', '13', '0478', '400'),
      digits(6, 11)
    )
    .map((parts) => parts.join(''))
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'grapheme-ascii' }),
    numbers
  )
  let kept = 0
  fc.assert(
    fc.property(fc.constantFrom(...matchKinds), text, (kind, text) => {
      const once = attempt(kind, text)
      if (once === undefined) return true
      kept += 1
      return attempt(kind, once) === once && attempt(kind, ` ${wide(once)}\u3000`) === once
    }),
    { numRuns: 5000 }
  )
  t.ok(kept > 500, `${kept} texts were usable`)
})
