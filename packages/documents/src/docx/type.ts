import { AlignmentType, type IParagraphOptions, Paragraph, type ParagraphChild, TextRun } from 'docx'
import { page, sizes } from '../layout/page.ts'

/** The fonts that GB/T 9704-2012 names; a machine without them takes the second name (word/fontTable.xml). */
export const officialFonts = {
  fangsong: '仿宋_GB2312',
  title: '方正小标宋简体',
  hei: '黑体',
  kai: '楷体_GB2312'
} as const
export const otherNames: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋',
  方正小标宋简体: '宋体',
  楷体_GB2312: '楷体'
}
export type OfficialFont = keyof typeof officialFonts

export const twips = (points: number): number => Math.round(points * 20)

export interface RunSet {
  readonly font?: OfficialFont
  /** Points. */
  readonly size?: number
  readonly color?: string
}

/** Text with its Chinese in an official font; digits and Latin letters of the body in Times New Roman. */
export function run(text: string, { font = 'fangsong', size = sizes.three, color }: RunSet = {}): TextRun {
  const name = officialFonts[font]
  const latin = font === 'fangsong' || font === 'kai' ? 'Times New Roman' : name
  return new TextRun({
    text,
    font: { ascii: latin, hAnsi: latin, cs: latin, eastAsia: name },
    size: size * 2,
    ...(color && { color })
  })
}

/** A paragraph on the grid of 22 lines, unless `pitch` (points) says otherwise. */
export function paragraph(
  children: readonly ParagraphChild[],
  options: IParagraphOptions & { readonly pitch?: number } = {}
): Paragraph {
  const { pitch = page.linePitch, spacing, ...rest } = options
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    ...rest,
    spacing: { before: 0, after: 0, line: twips(pitch), lineRule: 'exact', ...spacing },
    children: [...children]
  })
}
