/** Points (1/72 inch) of a length in millimetres. */
export const mm = (length: number): number => (length * 72) / 25.4

/**
 * The page of GB/T 9704-2012, chapters 5 and 7: A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm, 22 lines of 28 characters of
 * 3号 (16 pt). Lengths in points.
 */
export const page = {
  width: mm(210),
  height: mm(297),
  top: mm(37),
  right: mm(26),
  bottom: mm(35),
  left: mm(28),
  textWidth: mm(156),
  textHeight: mm(225),
  linePitch: mm(225) / 22,
  charPitch: mm(156) / 28
} as const

/** Sizes of type by their Chinese names, in points. */
export const sizes = { two: 22, three: 16, four: 14, smallFour: 12 } as const

/** A form's text: 小四 on lines of 18 points, with room in its cells. */
export const cells = { size: sizes.smallFour, pitch: 18, padding: mm(1.6) } as const

/** 一字线 around the number, 7 mm below the text (7.5). */
export const pageNumber = { below: mm(7), text: (number: number) => `— ${number} —` } as const

export const red = '#ff0000'
export const black = '#000000'

/**
 * Size of 发文机关标志: 小标宋 in red, as large as one line of the text's width allows, from 16 to 44 points.
 * @param text what is printed
 */
export const markSize = (text: string): number =>
  Math.max(sizes.three, Math.min(44, Math.floor(page.textWidth / ([...text].length + 0.5))))

/** 成文日期 stands four characters from the right where a seal is set (7.3.5.1). */
export const dateIndent = 4 * page.charPitch
