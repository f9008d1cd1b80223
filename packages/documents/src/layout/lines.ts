/** No line begins with these (GB/T 15834-2011, 5.1). */
const closing = new Set('，。、；：？！）》〉」』】〕”’％%℃·…—,.;:?!)]}')
/** And none ends with these. */
const opening = new Set('（《〈「『【〔“‘([{')
const joined = /[A-Za-z0-9_.@+/%:'-]/

/** The width of one character, in points. */
export type Measure = (character: string) => number

export interface Line {
  readonly text: string
  /** In points. */
  readonly width: number
  /** The last of its paragraph is not stretched. */
  readonly last: boolean
}

/**
 * Breaks a text into lines: between Chinese characters, never inside a Latin word or a number, never so that a line begins
 * with a closing mark or ends with an opening one. A word wider than a line is cut.
 * @param first width of the first line where it differs, in points
 */
export function breakLines(text: string, measure: Measure, width: number, first = width): Line[] {
  return text
    .split(/\r?\n/)
    .flatMap((paragraph, index) => breakParagraph(paragraph, measure, width, index ? width : first))
}

function breakParagraph(text: string, measure: Measure, width: number, first: number): Line[] {
  const lines: Line[] = []
  let [line, used] = ['', 0]
  const room = () => (lines.length === 0 ? first : width)
  const end = (last: boolean) => {
    const shown = line.trimEnd()
    lines.push({ text: shown, width: used - (line.length - shown.length) * measure(' '), last })
    ;[line, used] = ['', 0]
  }
  for (const piece of pieces(text)) {
    for (const part of fitting(piece, measure, width)) {
      const wide = widthOf(part, measure)
      // A rounding error must not push a character off a full line.
      if (line !== '' && used + wide > room() + 0.01) end(false)
      if (line === '' && lines.length > 0 && part === ' ') continue
      line += part
      used += wide
    }
  }
  end(true)
  return lines
}

export const widthOf = (text: string, measure: Measure): number =>
  [...text].reduce((sum, character) => sum + measure(character), 0)

/** The parts between which a line may end. */
function pieces(text: string): string[] {
  const found: string[] = []
  let glue = false
  for (const character of text) {
    const before = found.at(-1)
    const sticks =
      before !== undefined &&
      (glue || closing.has(character) || (joined.test(character) && joined.test(before.at(-1) ?? '')))
    if (sticks) found[found.length - 1] = before + character
    else found.push(character)
    glue = opening.has(character)
  }
  return found
}

/** What is wider than a line comes in parts that are not. */
function fitting(piece: string, measure: Measure, width: number): string[] {
  if (widthOf(piece, measure) <= width) return [piece]
  const parts: string[] = []
  let [part, used] = ['', 0]
  for (const character of piece) {
    const wide = measure(character)
    if (part !== '' && used + wide > width) {
      parts.push(part)
      ;[part, used] = ['', 0]
    }
    part += character
    used += wide
  }
  return [...parts, part]
}

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** Breaks a title into lines of nearly the same length, the fewest that fit, and between words (7.3.1: 词意完整). */
export function balancedLines(text: string, measure: Measure, width: number): Line[] {
  const fewest = breakLines(text, measure, width)
  if (fewest.length === 1) return fewest
  const even = widthOf(text, measure) / fewest.length
  for (let tried = even; tried < width; tried += measure('国') / 2) {
    const lines = wordLines(text, measure, tried)
    if (lines.length <= fewest.length && lines.every((line) => line.width <= width)) return lines
  }
  return fewest
}

/** Lines of whole words; a mark stays with the word that it closes or opens. */
function wordLines(text: string, measure: Measure, width: number): Line[] {
  const parts: string[] = []
  for (const { segment } of words.segment(text)) {
    const before = parts.at(-1)
    if (before !== undefined && (closing.has(segment) || opening.has(before.at(-1) ?? ''))) {
      parts[parts.length - 1] = before + segment
    } else parts.push(segment)
  }
  const lines: string[] = ['']
  for (const part of parts) {
    const line = `${lines.at(-1)}${part}`
    if (lines.at(-1) !== '' && widthOf(line, measure) > width + 0.01) lines.push(part)
    else lines[lines.length - 1] = line
  }
  return lines.map((line, index) => ({
    text: line,
    width: widthOf(line, measure),
    last: index === lines.length - 1
  }))
}
