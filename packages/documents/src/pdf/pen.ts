import { widthOf } from '../layout/lines.ts'
import { black } from '../layout/page.ts'
import type { FontName } from './fonts.ts'
import { measureOf, printable } from './fonts.ts'

/** How a run of characters is printed. Sizes and spacing in points. */
export interface Face {
  readonly font: FontName
  readonly size: number
  /** Added after each character; negative to set 28 characters of 3号 in a line of 156 mm. */
  readonly spacing?: number
  readonly color?: string
}

/** Draws on the present page; lengths in points from its upper left corner. */
export interface Pen {
  /** One line of text in a strip of `height`, standing in its middle. */
  write(text: string, face: Face, x: number, y: number, height: number): void
  rule(from: readonly [number, number], to: readonly [number, number], width: number, color?: string): void
}

/** Where the baseline of Chinese type lies: 0.88 of the em below its top. */
const baseline = 0.88

export function createPen(doc: PDFKit.PDFDocument): Pen {
  return {
    write(text, { font, size, spacing = 0, color = black }, x, y, height) {
      if (text === '') return
      doc
        .font(font)
        .fontSize(size)
        .fillColor(color)
        .text(printable(font, text), x, y + (height - size) / 2 + baseline * size, {
          lineBreak: false,
          characterSpacing: spacing,
          baseline: 'alphabetic'
        })
    },
    rule([x1, y1], [x2, y2], width, color = black) {
      doc.moveTo(x1, y1).lineTo(x2, y2).lineWidth(width).strokeColor(color).stroke()
    }
  }
}

/** The width of a text in a face, in points. */
export const textWidth = (text: string, { font, size, spacing = 0 }: Face): number =>
  widthOf(text, measureOf(font, size, spacing))
