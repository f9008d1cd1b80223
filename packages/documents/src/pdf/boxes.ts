import { cells, dateIndent, mm, page, sizes } from '../layout/page.ts'
import type { Block, DocumentModel, Imprint, Signature } from '../model.ts'
import { type Box, space } from './box.ts'
import { headBoxes } from './heads.ts'
import { body, centredBoxes, endsBox, heading, paragraphBoxes, small, strong } from './lines.ts'
import { type Face, textWidth } from './pen.ts'
import { tableBoxes } from './table.ts'

const two = 2 * page.charPitch
/** What is said under a form's table. */
const note: Face = { font: 'song', size: cells.size }

/** Everything of a document in the order in which it is set. */
export function boxesOf({ blocks, style }: DocumentModel): Box[] {
  return blocks.flatMap((block, index) => {
    return blockBoxes(block, style, blocks[index + 1]?.block)
  })
}

function blockBoxes(block: Block, style: DocumentModel['style'], next: Block['block'] | undefined): Box[] {
  const signedNext = next === 'signature'
  switch (block.block) {
    case 'head':
      return headBoxes(block, style)
    case 'title':
      return [...centredBoxes(block.text, heading, mm(12)), space(style === 'form' ? mm(3) : page.linePitch, true)]
    case 'addressee':
      return paragraphBoxes(block.text)
    case 'heading':
      return paragraphBoxes(block.text, { indent: two, face: block.level === 1 ? strong : body }).map((box) => ({
        ...box,
        keep: true
      }))
    case 'paragraph':
      if (style === 'form') {
        return [space(mm(2)), ...paragraphBoxes(block.text, { face: note, pitch: cells.pitch, indent: 2 * cells.size })]
      }
      return paragraphBoxes(block.text, { lead: block.lead, indent: block.flush ? 0 : two, keep: signedNext })
    case 'attachments':
      return [space(page.linePitch, true), ...attachmentBoxes(block.items, signedNext)]
    case 'signature':
      return signatureBoxes(block, style)
    case 'imprint':
      return [imprintBox(block)]
    case 'annex': {
      const label = paragraphBoxes(block.label, { face: strong }).map((box) => ({ ...box, keep: true }))
      const [first, ...rest] = label
      return [
        ...(first ? [{ ...first, onNewPage: true }, ...rest] : []),
        space(page.linePitch / 2, true),
        ...centredBoxes(block.title, heading, mm(12)),
        space(mm(3), true)
      ]
    }
    case 'ends':
      return next === 'table'
        ? [endsBox(block.left, block.right, { ...small, size: sizes.smallFour }, mm(8))]
        : [endsBox(block.left, block.right, small, mm(8)), space(mm(4), true)]
    case 'table':
      return tableBoxes(block)
  }
}

/** 附件：1.……, the text of each beginning under the first (7.3.4). */
function attachmentBoxes(items: readonly string[], keep: boolean): Box[] {
  return items.flatMap((item, index) => {
    const numbered = items.length > 1 ? `${index + 1}.` : ''
    const lead = `${index === 0 ? '附件：' : ''}${numbered}`
    const indent = two + (index === 0 ? 0 : textWidth('附件：', body))
    const hanging = two + textWidth('附件：', body) + textWidth(numbered, body)
    return paragraphBoxes(`${lead}${item}`, { indent, hanging, keep: keep && index === items.length - 1 })
  })
}

/** 署名 over 成文日期 and centred on it, the date four characters from the right (7.3.5.1); room above for the seal. */
function signatureBoxes({ organ, date, seal }: Signature, style: DocumentModel['style']): Box[] {
  const right = page.left + page.textWidth - dateIndent
  const centre = right - textWidth(date, body) / 2
  const signed = textWidth(organ, body)
  const at = Math.min(centre - signed / 2, page.left + page.textWidth - signed)
  const sealed = seal ? `${date}（印章）` : date
  const lines: Box[] = [
    { height: page.linePitch, keep: true, draw: (pen, y) => pen.write(organ, body, at, y, page.linePitch) },
    {
      height: page.linePitch,
      draw: (pen, y) => pen.write(sealed, body, right - textWidth(date, body), y, page.linePitch)
    }
  ]
  return [space((style === 'form' ? 1 : 2) * page.linePitch, true), ...lines]
}

/** 版记 in 4号 between rules at the foot of the last page; a letter's has the copies only, without rules (7.4, 10.1). */
function imprintBox({ copies, printer, printed }: Imprint): Box {
  const set = copies.length === 0 ? [] : paragraphBoxes(`抄送：${copies.join('，')}。`, copiesSet)
  const ruled = printer !== undefined
  const height = set.reduce((sum, box) => sum + box.height, 0) + (ruled ? 22 + 4 : 0)
  return {
    height,
    atFoot: true,
    draw(pen, y) {
      const rule = (at: number, weight: number) => pen.rule([page.left, at], [page.left + page.textWidth, at], weight)
      if (ruled) rule(y, 1)
      let at = y + 1
      for (const box of set) {
        box.draw(pen, at)
        at += box.height
      }
      if (!ruled) return
      if (set.length > 0) rule(at, 0.7)
      endsBox(`　${printer}`, `${printed ?? ''}　`, small, 22).draw(pen, at)
      rule(y + height, 1)
    }
  }
}

const copiesSet = {
  indent: 14,
  hanging: 14 + textWidth('抄送：', small),
  face: small,
  pitch: 22
}
