import { UnusableIdentifier } from './unusable-identifier.ts'

const mobile = /^1[3-9]\d{9}$/
/** 010 and 02x have eight digits after them, the others seven or eight. */
const landline = /^0(?:(?:10|2\d)\d{8}|[3-9]\d{2}\d{7,8})$/
/** 400 and 800 numbers have no area code. */
const service = /^[48]00\d{7}$/
const foreign = /^\+[1-9]\d{6,14}$/
/** What is dialled after the number: 转801, ext. 801, #801, and a third group behind area code and number. */
const extension = /(?:转|轉|分机|分機|ext|#|x).*$/iu
const thirdGroup = /^(\D*0\d{2,3}\D*[-\s]\d{7,8})[-\s]\d{1,6}$/u

/**
 * A telephone number: mobile numbers with eleven digits, landlines with their area code, foreign ones as `+852…`.
 * `+86`, `0086` and `86` before a Chinese number say nothing and go; what is dialled after it goes too. Expects NFKC.
 * @throws UnusableIdentifier for what is none, and for a landline without area code: it would match other places'
 */
export function phoneOf(text: string): string {
  if (/[*○〇□]/u.test(text)) throw new UnusableIdentifier('phone', 'masked')
  const number = text
    .trim()
    .replace(/[‐-―−]/gu, '-')
    .replace(extension, '')
    .replace(thirdGroup, '$1')
  if (/\p{L}/u.test(number.replace(/^\D*?(?:tel|phone|电话|手机|手机号|联系电话)\D*?(?=[+\d(])/iu, ''))) {
    throw new UnusableIdentifier('phone', 'malformed')
  }
  const digits = number.replace(/\D/gu, '')
  if (digits === '') return ''
  const abroad = /^\D*\+/u.test(number) ? digits : digits.startsWith('00') ? digits.slice(2) : undefined
  const found =
    abroad === undefined ? domestic(digits) : abroad.startsWith('86') ? after86(abroad.slice(2)) : `+${abroad}`
  if (
    found !== undefined &&
    (mobile.test(found) || landline.test(found) || service.test(found) || foreign.test(found))
  ) {
    return found
  }
  throw new UnusableIdentifier('phone', 'malformed')
}

function domestic(digits: string): string | undefined {
  return /^86(?=1[3-9]\d{9}$|0)/.test(digits) ? digits.slice(2) : digits
}

/** After the country code the area code has lost its zero, unless somebody wrote it in brackets. */
function after86(digits: string): string | undefined {
  return mobile.test(digits) || service.test(digits) || digits.startsWith('0') ? digits : `0${digits}`
}
