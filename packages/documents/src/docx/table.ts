import {
  AlignmentType,
  BorderStyle,
  Table as DocxTable,
  HeightRule,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType
} from 'docx'
import { cells, mm, page } from '../layout/page.ts'
import type { Cell, Row, Table } from '../model.ts'
import { paragraph, run, twips } from './type.ts'

const border = { style: BorderStyle.SINGLE, size: 5, color: '000000' }
const leastHeight = 8

/** A form's table over the width of the text. */
export function docxTable({ columns, rows }: Table): DocxTable {
  const total = columns.reduce((sum, width) => sum + width, 0)
  const widths = columns.map((width) => twips((width / total) * page.textWidth))
  return new DocxTable({
    layout: TableLayoutType.FIXED,
    width: { size: twips(page.textWidth), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: twips(cells.padding), right: twips(cells.padding), top: 40, bottom: 40 },
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border
    },
    rows: rows.map((row) => tableRow(row, widths))
  })
}

function tableRow({ cells: row, height = leastHeight, head }: Row, widths: readonly number[]): TableRow {
  let column = 0
  return new TableRow({
    ...(head && { tableHeader: true }),
    height: { value: twips(mm(height)), rule: HeightRule.ATLEAST },
    children: row.map((cell) => {
      const { span = 1 } = cell
      const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0)
      column += span
      return tableCell(cell, span, width, height > 20)
    })
  })
}

function tableCell({ text, role, foot }: Cell, span: number, width: number, fromTop: boolean): TableCell {
  const alignment = role === 'text' ? AlignmentType.LEFT : AlignmentType.CENTER
  const set = { pitch: cells.pitch }
  const write = (line: string) => run(line, { size: cells.size })
  return new TableCell({
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: role === 'text' && fromTop && foot === undefined ? VerticalAlign.TOP : VerticalAlign.CENTER,
    children: [
      ...text.split(/\r?\n/).map((line) => paragraph([write(line)], { ...set, alignment })),
      ...(foot === undefined ? [] : [paragraph([write('')], set)]),
      ...(foot === undefined ? [] : [paragraph([write(foot)], { ...set, alignment: AlignmentType.RIGHT })])
    ]
  })
}
