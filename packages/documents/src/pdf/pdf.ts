import PDFDocument from 'pdfkit'
import { mm, page, pageNumber, sizes } from '../layout/page.ts'
import type { DocumentModel } from '../model.ts'
import { boxesOf } from './boxes.ts'
import { type FontName, fontBytes } from './fonts.ts'
import { letterFoot } from './heads.ts'
import { setPages } from './paginate.ts'
import { createPen, type Face, type Pen, textWidth } from './pen.ts'

const names: readonly FontName[] = ['song', 'title', 'hei']

/** A document as PDF with the used parts of its fonts. The same model gives the same bytes. */
export async function toPdf(model: DocumentModel): Promise<Buffer> {
  const dated = new Date(model.dated)
  const doc = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: model.number === undefined ? model.name : `${model.name} ${model.number}`,
      Author: model.organ,
      Creator: '五互协同底座',
      Producer: '五互协同底座',
      CreationDate: dated,
      ModDate: dated
    }
  })
  const chunks: Buffer[] = []
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.once('end', resolve)
    doc.once('error', reject)
  })
  for (const name of names) doc.registerFont(name, fontBytes(name))
  const pen = createPen(doc)
  doc.addPage()
  setPages(boxesOf(model), { pen, next: () => doc.addPage() })
  furnish(doc, pen, model)
  doc.end()
  await ended
  return Buffer.concat(chunks)
}

/** What stands outside the text: page numbers, outer edge, one character in (7.5); a letter's rules instead of its first. */
function furnish(doc: PDFKit.PDFDocument, pen: Pen, { style }: DocumentModel): void {
  const { count } = doc.bufferedPageRange()
  const face: Face = { font: 'song', size: sizes.four }
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(index)
    if (style === 'letter' && index === 0) letterFoot(pen.rule)
    // A form of one sheet has no number, as a letter's first page has none.
    if ((style === 'letter' && index === 0) || (style === 'form' && count === 1)) continue
    const text = pageNumber.text(index + 1)
    const outer =
      index % 2 === 0 ? page.left + page.textWidth - sizes.four - textWidth(text, face) : page.left + sizes.four
    pen.write(text, face, outer, page.top + page.textHeight + pageNumber.below - mm(1), sizes.four)
  }
}
