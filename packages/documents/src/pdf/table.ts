import { breakLines, type Line } from '../layout/lines.ts'
import { cells, mm, page } from '../layout/page.ts'
import type { Cell, Row, Table } from '../model.ts'
import type { Box } from './box.ts'
import { measureOf } from './fonts.ts'
import { type Face, type Pen, textWidth } from './pen.ts'

const face: Face = { font: 'song', size: cells.size }
const leastHeight = mm(8)
/** Cells that leave room to write in begin at their top. */
const roomy = mm(20)
/** A row is cut only where at least so many of its lines stay on the page. */
const leastLines = 3
const line = 0.6

interface SetCell {
  readonly x: number
  readonly width: number
  readonly lines: readonly Line[]
  readonly role: Cell['role']
  readonly foot?: string | undefined
}

/** The rows of a table; those marked `head` are repeated on each page. */
export function tableBoxes({ columns, rows }: Table): Box[] {
  const heads = rows.filter(({ head }) => head).map((row) => rowBox(setCells(row, columns), row.height ?? 0))
  return rows.map((row) => ({
    ...rowBox(setCells(row, columns), row.height ?? 0, row.head ? [] : heads),
    keep: row.head === true
  }))
}

function setCells({ cells: row }: Row, columns: readonly number[]): SetCell[] {
  const total = columns.reduce((sum, width) => sum + width, 0)
  const measure = measureOf(face.font, face.size)
  let [column, x] = [0, page.left]
  return row.map(({ text, span = 1, role, foot }) => {
    const share = columns.slice(column, column + span).reduce((sum, width) => sum + width, 0)
    const cell = { x, width: (share / total) * page.textWidth, role, foot }
    column += span
    x += cell.width
    return { ...cell, lines: text === '' ? [] : breakLines(text, measure, cell.width - 2 * cells.padding) }
  })
}

function rowBox(row: readonly SetCell[], least: number, repeated: readonly Box[] = []): Box {
  const footed = row.some(({ foot }) => foot !== undefined)
  const tallest = Math.max(0, ...row.map(({ lines, foot }) => lines.length + (foot === undefined ? 0 : 1)))
  const height = Math.max(leastHeight, mm(least), tallest * cells.pitch + 2 * cells.padding)
  return {
    height,
    repeated,
    draw: (pen, y) => drawRow(pen, row, y, height, mm(least) > roomy),
    split(room) {
      const fitting = Math.floor((room - 2 * cells.padding) / cells.pitch)
      if (fitting < leastLines || (tallest <= fitting && !footed)) return undefined
      const upper = row.map(({ foot: _, ...cell }) => ({ ...cell, lines: cell.lines.slice(0, fitting) }))
      const lower = row.map((cell) => ({
        ...cell,
        lines: cell.role === 'label' ? cell.lines : cell.lines.slice(fitting)
      }))
      if (lower.every(({ role, lines }) => role === 'label' || lines.length === 0)) return undefined
      const rest = Math.max(0, least - (room * 25.4) / 72)
      return [rowBox(upper, (room * 25.4) / 72 - 0.1), rowBox(lower, rest, repeated)]
    }
  }
}

function drawRow(pen: Pen, row: readonly SetCell[], y: number, height: number, fromTop: boolean): void {
  for (const { x, width, lines, role, foot } of row) {
    const start =
      role === 'text' && (fromTop || foot !== undefined)
        ? y + cells.padding
        : y + (height - lines.length * cells.pitch) / 2
    for (const [index, { text, width: used }] of lines.entries()) {
      const inset = role === 'text' ? cells.padding : (width - used) / 2
      pen.write(text, face, x + inset, start + index * cells.pitch, cells.pitch)
    }
    if (foot !== undefined) {
      const at = y + height - cells.padding - cells.pitch
      pen.write(foot, face, x + width - cells.padding - textWidth(foot, face), at, cells.pitch)
    }
    pen.rule([x, y], [x, y + height], line)
  }
  const [left, right] = [page.left, page.left + page.textWidth]
  pen.rule([right, y], [right, y + height], line)
  pen.rule([left, y], [right, y], line)
  pen.rule([left, y + height], [right, y + height], line)
}
