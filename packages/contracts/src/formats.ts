import {
  FormatRegistry,
  Kind,
  type StringOptions,
  type TString,
  type TUnsafe,
  Type,
  TypeRegistry
} from '@sinclair/typebox'
import { isCitizenId, isUscc } from './check-digits.ts'
import { isCourtCaseNumber, isDocumentNumber } from './official-numbers.ts'

const matches = (pattern: RegExp) => (text: string) => pattern.test(text)

/** A day of the Gregorian calendar, `2026-06-01`. */
function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** An instant of RFC 3339 with its offset; leap seconds are refused, because JavaScript and Postgres disagree on them. */
function isDateTime(text: string): boolean {
  const [, date = '', hour, minute, second, zoneHour = '0', zoneMinute = '0'] =
    /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:Z|[+-](\d\d):(\d\d))$/.exec(text) ?? []
  return (
    isDate(date) &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60 &&
    Number(zoneHour) < 24 &&
    Number(zoneMinute) < 60
  )
}

/** Controls but tab and line breaks, of C0 and C1: terminals obey them. What turns the order of letters: it shows another text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const unreadable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

/** Something to read: not blank, well-formed Unicode, without what is unreadable. */
function isText(text: string): boolean {
  return text.trim() !== '' && text.isWellFormed() && !unreadable.test(text)
}

/** Checks behind the `format` keyword, by name: for TypeBox (registered here) and for Ajv (pass to its `formats`). */
export const formats: Readonly<Record<string, (text: string) => boolean>> = Object.freeze({
  uscc: isUscc,
  'citizen-id': isCitizenId,
  'document-number': isDocumentNumber,
  'court-case-number': isCourtCaseNumber,
  'case-source-number': matches(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?$/),
  'agency-code': matches(/^[a-z](?:[a-z0-9-]{0,30}[a-z0-9])?$/),
  'person-ref': matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
  'opaque-token': matches(/^[A-Za-z0-9_-]{8,128}$/),
  'admin-division': matches(/^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\d{4}$/),
  sha256: matches(/^[0-9a-f]{64}$/),
  'uuid-v7': matches(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  date: isDate,
  'date-time': isDateTime,
  text: isText
})

for (const [name, check] of Object.entries(formats)) FormatRegistry.Set(name, check)

/** Makes a schema of one format; its argument is a description of its own, or more options. */
const formatted =
  (format: string, maxLength: number, described: string) =>
  (options: string | StringOptions = {}): TString =>
    Type.String({
      format,
      maxLength,
      description: described,
      ...(typeof options === 'string' ? { description: options } : options)
    })

/** 统一社会信用代码: 18 characters with the check digit of GB 32100-2015. */
export const Uscc = formatted('uscc', 18, '统一社会信用代码 (GB 32100-2015)')
/** 公民身份号码: 18 characters with the check digit of GB 11643-1999. Never leaves unmasked: wrap in `personal`. */
export const CitizenId = formatted('citizen-id', 18, '公民身份号码 (GB 11643-1999)')
/** 公文文号: `乌中政办发〔2023〕32号`; documents of market regulation may carry 第. */
export const DocumentNumber = formatted('document-number', 64, '公文文号，如 乌中政办发〔2023〕32号')
/** 法院案号: `(2026)内0824刑初1号`. */
export const CourtCaseNumber = formatted('court-case-number', 64, '法院案号，如 (2026)内0824刑初1号')
/** 案源编号: the one number that all agencies' own case numbers hang on. */
export const CaseSourceNumber = formatted('case-source-number', 64, '案源编号，如 150824-2026-000001')
/** 成员单位代码: `amr`. */
export const AgencyCode = formatted('agency-code', 32, '成员单位代码，如 amr')
/** 人员代号: a reference that the agency can resolve, never a name. */
export const PersonRef = formatted('person-ref', 64, '人员代号（不是姓名）')
/** An identifier that only its issuer can resolve: who reported 举报人 stays in the intake agency's vault. */
export const OpaqueToken = formatted('opaque-token', 128, '不透明标识，仅签发单位可还原')
/** 行政区划代码: six digits of GB/T 2260, `150824`. */
export const AdminDivision = formatted('admin-division', 6, '行政区划代码 (GB/T 2260)，如 150824')
/** SHA-256 in lowercase hexadecimal. */
export const Sha256 = formatted('sha256', 64, 'SHA-256，十六进制小写')
/** UUID v7 of RFC 9562, lowercase. */
export const UuidV7 = formatted('uuid-v7', 36, 'UUID v7 (RFC 9562)')
/** 日期: `2026-06-01`. */
export const CalendarDate = formatted('date', 10, '日期，如 2026-06-01')
/** An instant of RFC 3339 with its offset: `2026-06-01T09:00:00+08:00`. */
export const Instant = formatted('date-time', 40, '时刻 (RFC 3339)，如 2026-06-01T09:00:00+08:00')

/** JSON Schema counts characters; TypeBox counts UTF-16 units, so that rare characters of names would count twice. */
TypeRegistry.Set<{ maxLength: number }>(
  'Text',
  ({ maxLength }, value) =>
    typeof value === 'string' && isText(value) && (value.length <= maxLength || [...value].length <= maxLength)
)

/** Text for people of at most `maxLength` characters: not blank, no control characters but tab and line breaks. */
export const Text = (maxLength: number, description: string): TUnsafe<string> =>
  Type.Unsafe<string>({ [Kind]: 'Text', type: 'string', format: 'text', minLength: 1, maxLength, description })
