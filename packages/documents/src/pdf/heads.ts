import { markSize, mm, page, red } from '../layout/page.ts'
import type { DocumentStyle, Head } from '../model.ts'
import { type Box, space } from './box.ts'
import { body, centredBoxes, endsBox, heading } from './lines.ts'
import { type Face, textWidth } from './pen.ts'

const kai: Face = { ...body }

/** 版头 as the style has it. Every box stays with the next, so that no page ends in a head. */
export function headBoxes(head: Head, style: DocumentStyle): Box[] {
  switch (style) {
    case 'file':
    case 'minutes':
      return redHead(head)
    case 'letter':
      return letterHead(head)
    case 'writ':
      return [
        ...centredBoxes(head.organ, heading, mm(13)),
        ...(head.number === undefined ? [] : [space(mm(1), true), numberRight(head.number)])
      ]
    case 'form':
      return []
  }
}

/** 文件格式 and 纪要格式: the mark 35 mm below the text's upper edge, number two lines below, a red rule 4 mm under it (7.2). */
function redHead({ organ, number = '', signer, dated }: Head): Box[] {
  const boxes: Box[] = [space(mm(35), true), mark(organ), space(2 * page.linePitch, true)]
  if (signer !== undefined) boxes.push(endsBox(`　${number}`, `签发人：${signer}　`, kai, page.linePitch))
  else if (dated !== undefined) boxes.push(endsBox(`　${number}`, `${dated}　`, body, page.linePitch))
  else boxes.push(...centredBoxes(number, body, page.linePitch))
  return [...boxes, redRule(mm(4), 1.5), space(2 * page.linePitch, true)]
}

/** 信函格式: the mark 30 mm from the paper's edge, a double rule of 170 mm, the number at the right (10.1). */
function letterHead({ organ, number }: Head): Box[] {
  const size = markSize(organ)
  const rules = mm(30) + size * 1.1 + mm(4)
  const head: Box = {
    height: rules + 4 - page.top,
    keep: true,
    draw(pen) {
      const face: Face = { font: 'title', size, color: red }
      pen.write(organ, face, (page.width - textWidth(organ, face)) / 2, mm(30), size)
      doubleRule(pen.rule, rules, [2.2, 0.8])
    }
  }
  return [
    head,
    ...(number === undefined ? [] : [space(page.linePitch / 4, true), numberRight(number)]),
    space(2 * page.linePitch, true)
  ]
}

/** The double rule at the foot of a letter's first page, 20 mm from the paper's edge, the thin line above. */
export const letterFoot = (rule: Rule): void => doubleRule(rule, page.height - mm(20) - 3, [0.8, 2.2])

type Rule = (from: readonly [number, number], to: readonly [number, number], width: number, color?: string) => void

function doubleRule(rule: Rule, y: number, [upper, lower]: readonly [number, number]): void {
  const [left, right] = [(page.width - mm(170)) / 2, (page.width + mm(170)) / 2]
  rule([left, y], [right, y], upper, red)
  rule([left, y + 3], [right, y + 3], lower, red)
}

function mark(organ: string): Box {
  const face: Face = { font: 'title', size: markSize(organ), color: red }
  return {
    height: face.size,
    keep: true,
    draw: (pen, y) => pen.write(organ, face, page.left + (page.textWidth - textWidth(organ, face)) / 2, y, face.size)
  }
}

const redRule = (below: number, width: number): Box => ({
  height: below + width,
  keep: true,
  draw: (pen, y) => pen.rule([page.left, y + below], [page.left + page.textWidth, y + below], width, red)
})

const numberRight = (number: string): Box => endsBox('', number, body, page.linePitch)
