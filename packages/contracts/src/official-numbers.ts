const inner = '(?:（[\\u4e00-\\u9fa5]{1,8}）|\\([\\u4e00-\\u9fa5]{1,8}\\))?'
const document = new RegExp(`^([\\u4e00-\\u9fa5]{2,12}${inner}[\\u4e00-\\u9fa5]{0,8})〔20\\d{2}〕(第?)[1-9]\\d{0,5}号$`)

/**
 * Whether `text` is a 公文文号 (GB/T 9704-2012): the issuer's characters, the year in hexagonal brackets, a number
 * without leading zeros: `乌中政办发〔2023〕32号`, `乌中公(食药)立字〔2026〕1号`. 第 before the number is wrong, except
 * that the enforcement documents of market regulation (市监) print it.
 */
export function isDocumentNumber(text: string): boolean {
  const [, issuer = '', ordinal] = document.exec(text) ?? []
  return issuer !== '' && (ordinal === '' || issuer.includes('市监'))
}

const province = '[京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新兵军]'
const continued = '(?:之[一二三四五六七八九十]{1,3})?'
const since2016 = new RegExp(
  `^(\\d{4})\\|(?:最高法|${province}\\d{0,4})(?:(?![字第])[\\u4e00-\\u9fa5]){1,8}[1-9]\\d{0,7}号${continued}$`
)
const before2016 = new RegExp(
  `^(\\d{4})\\|[\\u4e00-\\u9fa5]{1,10}${inner}[\\u4e00-\\u9fa5]{0,8}字第\\d{1,8}号${continued}$`
)

/**
 * Whether `text` is a court's 案号 by the rule in force since 2016: `(2026)内0824刑初1号`, or an older one as it was
 * written until 2015: `(2008)扬刑二终字第0010号`. Both round brackets are full-width or both are not.
 */
export function isCourtCaseNumber(text: string): boolean {
  const [, half, full, rest = ''] = /^(?:\((\d{4})\)|（(\d{4})）)(.+)$/.exec(text) ?? []
  const year = half ?? full
  if (year === undefined) return false
  return Number(year) >= 2016
    ? since2016.test(`${year}|${rest}`)
    : Number(year) >= 1980 && before2016.test(`${year}|${rest}`)
}
