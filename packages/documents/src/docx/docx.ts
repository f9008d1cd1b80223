import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  TextRun
} from 'docx'
import { mm, page, sizes } from '../layout/page.ts'
import type { DocumentModel } from '../model.ts'
import { docxBlock } from './blocks.ts'
import { sealed } from './deterministic.ts'
import { letterHeader, wide } from './heads.ts'
import { paragraph, twips } from './type.ts'

/** A document as DOCX, to be edited in Word or WPS. The same model gives the same bytes. */
export async function toDocx(model: DocumentModel): Promise<Uint8Array> {
  const letter = model.style === 'letter'
  const head = model.blocks.find((block) => block.block === 'head')
  const children = model.blocks.flatMap((block) => docxBlock(block, model.style))
  const furniture: Pick<ISectionOptions, 'headers' | 'footers'> = {
    ...(letter && head && { headers: { first: letterHeader(head), default: new Header({ children: [] }) } }),
    footers: {
      default: numberFooter('odd', letter),
      even: numberFooter('even', letter),
      ...(letter && { first: letterFooter() })
    }
  }
  const document = new Document({
    title: model.number === undefined ? model.name : `${model.name} ${model.number}`,
    creator: model.organ,
    lastModifiedBy: model.organ,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        ...furniture,
        properties: {
          titlePage: letter,
          page: {
            size: { width: twips(page.width), height: twips(page.height) },
            margin: {
              top: twips(page.top),
              right: twips(page.right),
              bottom: twips(page.bottom),
              left: twips(page.left),
              header: twips(mm(letter ? 30 : 15)),
              footer: twips(mm(letter ? 20 : 23))
            }
          },
          // 22 lines of 28 characters (5.2.3): charSpace is in 4096ths of a point.
          grid: {
            type: DocumentGridType.LINES_AND_CHARS,
            linePitch: twips(page.linePitch),
            charSpace: Math.round((page.charPitch - sizes.three) * 4096)
          }
        },
        children
      }
    ]
  })
  return sealed(await Packer.toBuffer(document), model.dated)
}

/** 一字线 and number, one character from the outer edge (7.5). */
function numberFooter(side: 'odd' | 'even', letter: boolean): Footer {
  const number = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    size: sizes.four * 2,
    font: { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体', cs: '宋体' }
  })
  const inset = twips(sizes.four)
  return new Footer({
    children: [
      paragraph([number], {
        pitch: 18,
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: inset } : { left: inset },
        ...(letter && { spacing: { after: twips(mm(3)) } })
      })
    ]
  })
}

const letterFooter = () =>
  new Footer({
    children: [
      paragraph([], {
        pitch: 6,
        indent: wide,
        border: { top: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, space: 1, color: 'FF0000' } }
      })
    ]
  })
