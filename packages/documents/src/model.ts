/**
 * How a document begins. `file` 文件格式 with the red mark of the organ and 文件; `letter` 信函格式; `minutes` 纪要格式 (GB/T
 * 9704-2012, 10.1 and 10.3); `writ` 执法文书, organ and name in black; `form` a title over a table.
 */
export const styles = ['file', 'letter', 'minutes', 'writ', 'form'] as const
export type DocumentStyle = (typeof styles)[number]

/** 版头: who writes, under which number, and who signs where the letter goes upward (签发人). */
export interface Head {
  readonly block: 'head'
  /** 发文机关标志 as it is printed. */
  readonly organ: string
  readonly number?: string
  readonly signer?: string
  /** Right of the number in minutes: the day. */
  readonly dated?: string
}

export interface Title {
  readonly block: 'title'
  readonly text: string
}

/** 主送机关, with the colon. */
export interface Addressee {
  readonly block: 'addressee'
  readonly text: string
}

/** 一、 in 黑体 (level 1) or （一） in 楷体 (level 2). */
export interface Heading {
  readonly block: 'heading'
  readonly level: 1 | 2
  readonly text: string
}

/** Body text, indented by two characters unless `flush`; `lead` stands before it in 黑体. */
export interface Paragraph {
  readonly block: 'paragraph'
  readonly text: string
  readonly lead?: string
  readonly flush?: boolean
}

/** 附件说明: 附件：1.……. */
export interface Attachments {
  readonly block: 'attachments'
  readonly items: readonly string[]
}

/** 发文机关署名 over 成文日期, where the seal is set; `seal` prints （印章） for forms and writs that have it. */
export interface Signature {
  readonly block: 'signature'
  readonly organ: string
  readonly date: string
  readonly seal?: boolean
}

/** 版记 at the foot of the last page. */
export interface Imprint {
  readonly block: 'imprint'
  readonly copies: readonly string[]
  readonly printer?: string
  readonly printed?: string
}

/** A new page with 附件 in its first line and the annex's title. */
export interface Annex {
  readonly block: 'annex'
  readonly label: string
  readonly title: string
}

/** Two short texts at both ends of a line above a table. */
export interface Ends {
  readonly block: 'ends'
  readonly left: string
  readonly right: string
}

export interface Cell {
  readonly text: string
  /** Columns that it covers; default 1. */
  readonly span?: number
  /** Labels stand centred, texts at the left; `foot` stands at the right of the cell's last line. */
  readonly role: 'label' | 'text' | 'centred'
  readonly foot?: string
}

export interface Row {
  readonly cells: readonly Cell[]
  /** Least height in millimetres. */
  readonly height?: number
  /** Repeated on every page of the table. */
  readonly head?: boolean
}

export interface Table {
  readonly block: 'table'
  /** Widths in relation to each other. */
  readonly columns: readonly number[]
  readonly rows: readonly Row[]
}

export type Block =
  | Head
  | Title
  | Addressee
  | Heading
  | Paragraph
  | Attachments
  | Signature
  | Imprint
  | Annex
  | Ends
  | Table

/** A document with every word in its place: what both renderers draw. */
export interface DocumentModel {
  readonly kind: string
  /** What it is called, as in 协助调查函. */
  readonly name: string
  readonly number?: string
  readonly style: DocumentStyle
  /** The agency that issues it. */
  readonly organ: string
  /** RFC 3339 instant of the step that it documents: the only time in the file. */
  readonly dated: string
  readonly blocks: readonly Block[]
}
