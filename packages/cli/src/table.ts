/** Columns that a terminal uses for the text: Chinese characters and full-width marks take two. */
export function widthOf(text: string): number {
  const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/
  return [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0)
}

/** Text followed by spaces up to `width` columns. */
export const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** Rows under a heading in aligned columns; columns of numbers are aligned to the right. Ends with a line break. */
export function renderTable(heading: readonly string[], rows: ReadonlyArray<ReadonlyArray<string | number>>): string {
  const lines = [heading, ...rows]
  const widths = heading.map((_, column) => Math.max(...lines.map((line) => widthOf(String(line[column] ?? '')))))
  const cell = (value: string | number, width: number) =>
    typeof value === 'number' ? String(value).padStart(width) : pad(value, width)
  const render = (line: ReadonlyArray<string | number>) =>
    widths
      .map((width, column) => cell(line[column] ?? '', width))
      .join('  ')
      .trimEnd()
  return `${lines.map(render).join('\n')}\n`
}
