import { balancedLines, breakLines, type Line } from '../layout/lines.ts'
import { page, sizes } from '../layout/page.ts'
import type { Box } from './box.ts'
import { measureOf } from './fonts.ts'
import { type Face, textWidth } from './pen.ts'

/** 3号仿宋 set 28 to the line. */
export const body: Face = { font: 'song', size: sizes.three, spacing: page.charPitch - sizes.three }
/** The same size in 黑体. */
export const strong: Face = { ...body, font: 'hei' }
export const small: Face = { font: 'song', size: sizes.four }
export const heading: Face = { font: 'title', size: sizes.two }

/** Lines after which a page may not end: the last ones before a signature stay with it. */
const staying = 2

/** What is left of a line is spread over it, unless that would tear it apart. */
const stretched = ({ text, width, last }: Line, room: number, face: Face): Face => {
  const gaps = [...text].length - 1
  const left = room - width
  if (last || gaps < 1 || left <= 0 || left > 3 * face.size) return face
  return { ...face, spacing: (face.spacing ?? 0) + left / gaps }
}

interface ParagraphSet {
  readonly lead?: string | undefined
  /** Points before the first line. */
  readonly indent?: number
  /** Points before all others. */
  readonly hanging?: number
  readonly face?: Face
  readonly pitch?: number
  /** The last lines stay with what follows. */
  readonly keep?: boolean
}

/** A paragraph over the width of the text. */
export function paragraphBoxes(text: string, set: ParagraphSet = {}): Box[] {
  const { lead = '', indent = 0, hanging = 0, face = body, pitch = page.linePitch, keep = false } = set
  const led = textWidth(lead, { ...face, font: 'hei' })
  const width = page.textWidth - hanging
  const measure = measureOf(face.font, face.size, face.spacing)
  const lines = breakLines(text, measure, width, page.textWidth - indent - led)
  return lines.map((line, index) => ({
    height: pitch,
    keep: keep && index >= lines.length - staying,
    draw(pen, y) {
      const start = index === 0 ? indent + led : hanging
      if (index === 0 && lead !== '') pen.write(lead, { ...face, font: 'hei' }, page.left + indent, y, pitch)
      pen.write(line.text, stretched(line, page.textWidth - start, face), page.left + start, y, pitch)
    }
  }))
}

/** Lines in the middle of the text's width, of nearly the same length. */
export function centredBoxes(text: string, face: Face, pitch: number, width = page.textWidth): Box[] {
  const lines = balancedLines(text, measureOf(face.font, face.size, face.spacing), width)
  return lines.map((line) => ({
    height: pitch,
    keep: true,
    draw: (pen, y) => pen.write(line.text, face, page.left + (page.textWidth - line.width) / 2, y, pitch)
  }))
}

/** One line with texts at its two ends. */
export const endsBox = (left: string, right: string, face: Face, pitch: number): Box => ({
  height: pitch,
  keep: true,
  draw(pen, y) {
    pen.write(left, face, page.left, y, pitch)
    pen.write(right, face, page.left + page.textWidth - textWidth(right, face), y, pitch)
  }
})
