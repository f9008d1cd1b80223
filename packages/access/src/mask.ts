import type { Mask } from '@wuhu/contracts'

const masks: Record<Mask, (value: string) => string> = {
  'citizen-id': (value) => `**************${tail(value, 4)}`,
  phone: (value) => (/^\d{11}$/.test(value) ? `${value.slice(0, 3)}****${value.slice(-4)}` : '***********'),
  'person-name': (value) => `${[...value].length > 1 ? [...value][0] : '某'}某`,
  'company-name': () => '某某公司',
  uscc: (value) => `**************${tail(value, 4)}`
}

/** What a short value would give away with its end is not worth showing. */
const tail = (value: string, length: number) => (value.length >= 4 * length ? value.slice(-length) : '*'.repeat(length))

/**
 * What is left of a value: citizen id and USCC the last 4 characters, mobile number the first 3 and last 4, person the
 * surname's first character (张某), company nothing. The result's length does not depend on the value's.
 */
export function masked(mask: Mask, value: string): string {
  return masks[mask](value)
}
