import type { Block, DocumentModel, Row } from '../model.ts'
import { hanNumber } from './dates.ts'
import type { BlockTemplate, RowTemplate, Template } from './template.ts'
import { fillText, isGiven, type Scope, valueAt } from './text.ts'

/** What every document is filled with, beside the fields that its template names. */
export interface DocumentData extends Readonly<Record<string, unknown>> {
  /** The agency that issues it, as the directory names it. */
  readonly organ: string
  /** RFC 3339 instant of the step. */
  readonly dated: string
  /** 发文字号, where the document has one. */
  readonly number?: string | undefined
}

/** Fills a template. Sections whose value is missing are left out, lists are repeated, single values read 〔未提供〕. */
export function fillTemplate(template: Template, data: DocumentData): DocumentModel {
  const { kind, name, style, labels } = template
  const scope: Scope = { data, labels }
  let numbered = 0
  const blocks = template.blocks.flatMap((block) =>
    sections(block, scope).flatMap((inner) =>
      toBlocks(block, inner).map((one): Block => {
        if (block.block !== 'heading' || !block.numbered || one.block !== 'heading') return one
        numbered += 1
        return { ...one, text: `${hanNumber(numbered)}、${one.text}` }
      })
    )
  )
  const { organ, dated, number } = data
  return { kind, name: name.zh, style, organ, dated, blocks, ...(number !== undefined && { number }) }
}

/** A scope for each time that the section stands in the document. */
function sections({ when, each }: { when?: string; each?: string }, scope: Scope): Scope[] {
  const scopes = each === undefined ? [scope] : entriesOf(valueAt(each, scope), scope)
  if (when === undefined) return scopes
  const wanted = !when.startsWith('!')
  return scopes.filter((one) => isGiven(valueAt(wanted ? when : when.slice(1), one)) === wanted)
}

const entriesOf = (value: unknown, scope: Scope): Scope[] =>
  Array.isArray(value) ? value.map((entry, index) => ({ ...scope, entry, n: index + 1 })) : []

function toBlocks(block: BlockTemplate, scope: Scope): Block[] {
  const text = (template: string) => fillText(template, scope)
  const maybe = <Name extends string>(name: Name, template: string | undefined) =>
    template === undefined ? {} : ({ [name]: text(template) } as Record<Name, string>)
  switch (block.block) {
    case 'head':
      return [
        {
          block: 'head',
          organ: text(block.organ),
          ...maybe('number', block.number),
          ...maybe('signer', block.signer),
          ...maybe('dated', block.dated)
        }
      ]
    case 'title':
    case 'addressee':
      return [{ block: block.block, text: text(block.text) }]
    case 'heading':
      return [{ block: 'heading', level: block.level, text: text(block.text) }]
    case 'paragraph':
      return paragraphs(text(block.text)).map((line, index) => ({
        block: 'paragraph',
        text: line,
        ...(index === 0 && maybe('lead', block.lead)),
        ...(block.flush && { flush: true })
      }))
    case 'attachments': {
      const items = entriesOf(valueAt(block.of, scope), scope).map((entry) => fillText(block.items, entry))
      return items.length > 0 ? [{ block: 'attachments', items }] : []
    }
    case 'signature':
      return [
        { block: 'signature', organ: text(block.organ), date: text(block.date), ...(block.seal && { seal: true }) }
      ]
    case 'imprint': {
      const copies = block.copies === undefined ? [] : entriesOf(valueAt(block.copies, scope), scope)
      return [
        {
          block: 'imprint',
          copies: copies.map(({ entry }) => String(entry)),
          ...maybe('printer', block.printer),
          ...maybe('printed', block.printed)
        }
      ]
    }
    case 'annex':
      return [{ block: 'annex', label: text(block.label), title: text(block.title) }]
    case 'ends':
      return [{ block: 'ends', left: text(block.left), right: text(block.right) }]
    case 'table':
      return [{ block: 'table', columns: block.columns, rows: block.rows.flatMap((row) => toRows(row, scope)) }]
  }
}

const toRows = (row: RowTemplate, scope: Scope): Row[] =>
  sections(row, scope).map((inner) => ({
    cells: row.cells.map(({ text, span, role, foot }) => ({
      text: fillText(text, inner),
      role,
      ...(span !== undefined && { span }),
      ...(foot !== undefined && { foot: fillText(foot, inner) })
    })),
    ...(row.height !== undefined && { height: row.height }),
    ...(row.head && { head: true })
  }))

const paragraphs = (text: string) => text.split(/\r?\n/).filter((line) => line.trim() !== '')
