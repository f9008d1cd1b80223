import {
  AlignmentType,
  BorderStyle,
  Table as DocxTable,
  type FileChild,
  RelativeVerticalPosition,
  TableAnchorType,
  TableCell,
  TableRow,
  TabStopType,
  WidthType
} from 'docx'
import { widthOf } from '../layout/lines.ts'
import { cells, dateIndent, mm, page, sizes } from '../layout/page.ts'
import type { Block, DocumentStyle, Imprint, Signature } from '../model.ts'
import { headParagraphs } from './heads.ts'
import { docxTable } from './table.ts'
import { paragraph, run, twips } from './type.ts'

const two = twips(2 * page.charPitch)
const firstLine = { indent: { firstLine: two } }

/** One block as Word has it. */
export function docxBlock(block: Block, style: DocumentStyle): FileChild[] {
  const form = style === 'form'
  switch (block.block) {
    case 'head':
      return headParagraphs(block, style)
    case 'title':
      return [
        paragraph([run(block.text, { font: 'title', size: sizes.two })], {
          alignment: AlignmentType.CENTER,
          pitch: mm(12),
          spacing: {
            before: form || style === 'writ' ? 0 : twips(2 * page.linePitch),
            after: twips(form ? mm(3) : page.linePitch)
          }
        })
      ]
    case 'addressee':
      return [paragraph([run(block.text)])]
    case 'heading':
      return [
        paragraph([run(block.text, { font: block.level === 1 ? 'hei' : 'kai' })], { ...firstLine, keepNext: true })
      ]
    case 'paragraph': {
      const set = form ? { size: cells.size } : {}
      const lead = block.lead === undefined ? [] : [run(block.lead, { ...set, font: 'hei' })]
      return [
        paragraph([...lead, run(block.text, set)], {
          ...(!block.flush && firstLine),
          ...(form && { pitch: cells.pitch })
        })
      ]
    }
    case 'attachments':
      return block.items.map((item, index) => {
        const numbered = block.items.length > 1 ? `${index + 1}.` : ''
        const hanging = twips((3 + (numbered ? 0.8 : 0)) * page.charPitch)
        return paragraph([run(`${index === 0 ? '附件：' : ''}${numbered}${item}`)], {
          spacing: { before: index === 0 ? twips(page.linePitch) : 0 },
          indent:
            index === 0
              ? { left: two + hanging, hanging }
              : { left: two + hanging, hanging: hanging - twips(3 * page.charPitch) }
        })
      })
    case 'signature':
      return signature(block)
    case 'imprint':
      return [imprint(block)]
    case 'annex':
      return [
        paragraph([run(block.label, { font: 'hei' })], { pageBreakBefore: true, keepNext: true }),
        paragraph([run(block.title, { font: 'title', size: sizes.two })], {
          alignment: AlignmentType.CENTER,
          pitch: mm(12),
          spacing: { before: twips(page.linePitch / 2), after: twips(mm(3)) }
        })
      ]
    case 'ends': {
      const set = { size: form ? sizes.smallFour : sizes.four }
      return [
        paragraph([run(`${block.left}\t${block.right}`, set)], {
          alignment: AlignmentType.LEFT,
          pitch: mm(8),
          tabStops: [{ type: TabStopType.RIGHT, position: twips(page.textWidth) }]
        })
      ]
    }
    case 'table':
      return [docxTable(block)]
  }
}

/** Half of an em for digits and Latin letters: near enough to centre one line on another. */
const roughly = (text: string) => widthOf(text, (one) => (/[\x20-\x7e]/.test(one) ? 0.5 : 1) * page.charPitch)

/** 署名 centred on the date, the date four characters from the right (7.3.5.1). */
function signature({ organ, date, seal }: Signature): FileChild[] {
  const centred = Math.max(0, dateIndent + (roughly(date) - roughly(organ)) / 2)
  const line = (text: string, right: number, before: number) =>
    paragraph([run(text)], {
      alignment: AlignmentType.RIGHT,
      indent: { right: twips(right) },
      keepNext: before > 0,
      spacing: { before: twips(before) }
    })
  const sealed = '（印章）'
  return [
    line(organ, centred, 2 * page.linePitch),
    seal ? line(`${date}${sealed}`, Math.max(0, dateIndent - roughly(sealed)), 0) : line(date, dateIndent, 0)
  ]
}

/** 版记 at the foot of its page: a table that hangs at the lower margin. */
function imprint({ copies, printer, printed }: Imprint): FileChild {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000' })
  const set = { size: sizes.four }
  const rows = [
    ...(copies.length === 0
      ? []
      : [
          paragraph([run(`抄送：${copies.join('，')}。`, set)], {
            pitch: 22,
            indent: { left: 56 * 20, hanging: 42 * 20, right: 280 }
          })
        ]),
    ...(printer === undefined
      ? []
      : [
          paragraph([run(`${printer}\t${printed ?? ''}`, set)], {
            pitch: 22,
            alignment: AlignmentType.LEFT,
            indent: { left: 280 },
            tabStops: [{ type: TabStopType.RIGHT, position: twips(page.textWidth) - 280 }]
          })
        ])
  ]
  const ruled = printer !== undefined
  return new DocxTable({
    width: { size: twips(page.textWidth), type: WidthType.DXA },
    columnWidths: [twips(page.textWidth)],
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      verticalAnchor: TableAnchorType.MARGIN,
      absoluteHorizontalPosition: 0,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM
    },
    borders: {
      top: ruled ? rule(8) : none,
      bottom: ruled ? rule(8) : none,
      left: none,
      right: none,
      insideHorizontal: ruled ? rule(6) : none,
      insideVertical: none
    },
    rows: rows.map((child) => new TableRow({ cantSplit: true, children: [new TableCell({ children: [child] })] }))
  })
}
