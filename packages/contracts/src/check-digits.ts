const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const usccShape = /^[1-9A-GNY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/**
 * Whether `text` is a 统一社会信用代码: 18 characters (no I, O, S, V, Z) whose last is the check digit of
 * GB 32100-2015: weights 3^(i-1) mod 31 over the first 17, then 31 minus the remainder.
 */
export function isUscc(text: string): boolean {
  if (!usccShape.test(text)) return false
  let sum = 0
  let weight = 1
  for (const character of text.slice(0, 17)) {
    sum += usccAlphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return usccAlphabet[(31 - (sum % 31)) % 31] === text[17]
}

/**
 * Whether `text` is a 公民身份号码: a possible date of birth and the check digit of GB 11643-1999
 * (ISO 7064 MOD 11-2). The check digit X is a capital.
 */
export function isCitizenId(text: string): boolean {
  const birth = /^[1-9]\d{5}(\d{4})(\d\d)(\d\d)\d{3}[\dX]$/.exec(text)
  if (!birth) return false
  const [year, month, day] = birth.slice(1).map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < 1850 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return false
  let remainder = 0
  for (const digit of text.slice(0, 17)) remainder = ((remainder + Number(digit)) * 2) % 11
  return '10X98765432'[remainder] === text[17]
}
