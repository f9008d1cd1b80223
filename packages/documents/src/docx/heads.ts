import { AlignmentType, BorderStyle, Header, type Paragraph, TabStopType } from 'docx'
import { markSize, mm, page, sizes } from '../layout/page.ts'
import type { DocumentStyle, Head } from '../model.ts'
import { paragraph, run, twips } from './type.ts'

const red = 'FF0000'
/** Rules of 170 mm in the middle of the paper. */
export const wide = { left: twips(mm(20) - page.left), right: twips(mm(20) - page.right) }

/** 版头 in the text; a letter's mark stands in its first header (`letterHeader`). */
export function headParagraphs(head: Head, style: DocumentStyle): Paragraph[] {
  const { organ, number, signer, dated } = head
  switch (style) {
    case 'letter':
      return number === undefined ? [] : [right(number)]
    case 'writ':
      return [
        paragraph([run(organ, { font: 'title', size: sizes.two })], { alignment: AlignmentType.CENTER, pitch: mm(13) }),
        ...(number === undefined ? [] : [right(number)])
      ]
    case 'form':
      return []
    case 'file':
    case 'minutes': {
      const end = signer === undefined ? dated : `签发人：${signer}`
      const rule = { bottom: { style: BorderStyle.SINGLE, size: 12, space: 11, color: red } }
      const line =
        end === undefined
          ? paragraph([run(number ?? '')], { alignment: AlignmentType.CENTER, border: rule })
          : paragraph([run(`　${number ?? ''}\t${end}　`)], {
              alignment: AlignmentType.LEFT,
              tabStops: [{ type: TabStopType.RIGHT, position: twips(page.textWidth) }],
              border: rule
            })
      const size = markSize(organ)
      return [
        paragraph([run(organ, { font: 'title', size, color: red })], {
          alignment: AlignmentType.CENTER,
          pitch: size * 1.1,
          spacing: { before: twips(mm(35)), after: twips(2 * page.linePitch) }
        }),
        line
      ]
    }
  }
}

const right = (number: string) => paragraph([run(number)], { alignment: AlignmentType.RIGHT })

/** 信函格式: the mark and the double rule, in the header of the first page (10.1). */
export function letterHeader({ organ }: Head): Header {
  const size = markSize(organ)
  return new Header({
    children: [
      paragraph([run(organ, { font: 'title', size, color: red })], {
        alignment: AlignmentType.CENTER,
        pitch: size * 1.1,
        indent: wide,
        border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, space: 11, color: red } },
        spacing: { after: twips(page.linePitch / 4) }
      })
    ]
  })
}
