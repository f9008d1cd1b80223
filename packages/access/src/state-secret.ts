/** The three levels of 保守国家秘密法: 绝密, 机密, 秘密. */
export type SecrecyMark = 'top-secret' | 'secret' | 'confidential'

export interface MarkedField {
  /** JSON pointer (RFC 6901) of the text that carries the mark; a member's name that is itself marked is `*`. */
  readonly path: string
  readonly mark: SecrecyMark
  /** Characters of that text. */
  readonly length: number
}

const marks: Readonly<Record<string, SecrecyMark>> = {
  绝: 'top-secret',
  絕: 'top-secret',
  机: 'secret',
  機: 'secret',
  秘: 'confidential',
  祕: 'confidential'
}

/** 商业秘密, 工作秘密, 技术秘密 and the like are everyday words here, and are no state secrets. */
const everyday =
  '(?<!(?:商业|商業|工作|技术|技術|经营|經營|审判|審判|个人|個人|企业|企業|公司|行业|職業|职业|通信|核心) ?)'
const digit = '[0-9一二三四五六七八九十百两〇]'
const figure = `${digit}(?: ?${digit}){0,5}`
/** Years, months, a date, 长期, or until an occasion such as 启用前 (国家秘密定密管理规定: 期限、解密时间、解密条件). */
const period = [
  `(?:${figure} ?(?:年(?: ?${figure} ?月)?(?: ?${figure} ?日)?|[个個] ?月)(?: ?[前止])?`,
  '[长長] ?期',
  '\\p{Script=Han}{0,12}(?:启用|啟用|公开|公布|发布|开考|解密) ?前)'
].join('|')
/** A mark may stand in brackets: 【机密】★. */
const word = '(?<mark>[绝絕机機秘祕]) ?密[)\\]】〕』」》 ]?'
const star = '[★☆⭐✩✪✫✬✭✮✯✰🌟🟊⚝]'
const end = '(?![\\p{L}\\p{N}])'

const patterns = [
  // 机密★10年, 秘密★, also where an extraction broke the line before the star.
  `${everyday}${word} ?\\n? ?${star}`,
  // 机密*10年. Without a period an asterisk is typography.
  `${everyday}${word} ?\\* ?${period}`,
  // 机密 10年, standing alone: 保守秘密3年 is everyday speech.
  `(?<![\\p{L}\\p{N}] ?)${word} ?${period}${end}`,
  `密 ?级 ?[:是为]? ?${word} ?${period}${end}`
].map((text) => new RegExp(text, 'u'))

/**
 * Which texts of a JSON value carry a classification mark: 绝密, 机密 or 秘密 with a star, or with a period of secrecy.
 * Full and half width, spaces between the characters and invisible characters make no difference. A text without a mark
 * may still hold a state secret: no scan can tell.
 * @returns one entry for each marked text, in order; the texts themselves are not in it
 */
export function findStateSecretMarks(value: unknown): MarkedField[] {
  const found: MarkedField[] = []
  const visit = (inner: unknown, path: string): void => {
    if (typeof inner === 'string') {
      const mark = markIn(inner)
      if (mark) found.push({ path, mark, length: [...inner].length })
    } else if (Array.isArray(inner)) {
      for (const [index, item] of inner.entries()) visit(item, `${path}/${index}`)
    } else if (typeof inner === 'object' && inner !== null) {
      for (const [name, item] of Object.entries(inner)) {
        const mark = markIn(name)
        const token = mark ? '*' : name.replaceAll('~', '~0').replaceAll('/', '~1')
        if (mark) found.push({ path: `${path}/*`, mark, length: [...name].length })
        visit(item, `${path}/${token}`)
      }
    }
  }
  visit(value, '')
  return found
}

function markIn(text: string): SecrecyMark | undefined {
  // No other character folds into 密: a text without it costs nothing more.
  if (!/密/u.test(text)) return undefined
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replaceAll(/[^\S\n]+/gu, ' ')
  for (const pattern of patterns) {
    const mark = pattern.exec(plain)?.groups?.mark
    if (mark !== undefined) return marks[mark]
  }
  return undefined
}
