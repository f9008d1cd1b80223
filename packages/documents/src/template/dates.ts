const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 to 99 in Chinese numerals: 十, 十一, 二十, 二十三. */
export function hanNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99) return String(value)
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  if (tens === 0) return digits[ones] ?? ''
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`
}

/** Year, month, day, hour and minute in Beijing of an instant or a calendar date (which has no hour). */
function partsOf(text: string): { date: [number, number, number]; clock?: string } | undefined {
  const calendar = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (calendar) return { date: [Number(calendar[1]), Number(calendar[2]), Number(calendar[3])] }
  const at = Date.parse(text)
  if (Number.isNaN(at)) return undefined
  const local = new Date(at + 8 * 3_600_000).toISOString()
  return {
    date: [Number(local.slice(0, 4)), Number(local.slice(5, 7)), Number(local.slice(8, 10))],
    clock: `${Number(local.slice(11, 13))}时${local.slice(14, 16)}分`
  }
}

/** 成文日期 in Arabic numerals without leading zeros (GB/T 9704-2012, 7.3.5.4): 2026年3月5日. What is no date stays as it is. */
export function dateText(text: string): string {
  const parts = partsOf(text)
  return parts ? `${parts.date[0]}年${parts.date[1]}月${parts.date[2]}日` : text
}

/** The same with the hour, where there is one: 2026年3月5日9时30分. */
export function timeText(text: string): string {
  return `${dateText(text)}${partsOf(text)?.clock ?? ''}`
}

/** The older form, which writs still have: 二〇二六年三月五日. */
export function hanDate(text: string): string {
  const parts = partsOf(text)
  if (!parts) return text
  const [year, month, day] = parts.date
  const years = [...String(year)].map((digit) => digits[Number(digit)]).join('')
  return `${years}年${hanNumber(month)}月${hanNumber(day)}日`
}
