import type { TSchema } from '@sinclair/typebox'
import { Value, ValueErrorType } from '@sinclair/typebox/value'
import type { DataProblem } from './invalid-data.ts'

/** Every place where `json` has not the shape of `schema`, one problem per place, in the order of the schema. */
export function shapeProblems(schema: TSchema, json: unknown): DataProblem[] {
  const found = new Map<string, DataProblem>()
  for (const error of Value.Errors(schema, json)) {
    if (!found.has(error.path)) found.set(error.path, { path: error.path, ...words(error.type, error.message) })
  }
  return [...found.values()]
}

function words(type: ValueErrorType, english: string): { message: string; message_en: string } {
  if (type === ValueErrorType.ObjectAdditionalProperties)
    return { message: '不认识的字段', message_en: 'unknown field' }
  if (type === ValueErrorType.ObjectRequiredProperty) return { message: '缺少必填字段', message_en: 'required field' }
  return { message: '不符合格式要求', message_en: english.charAt(0).toLowerCase() + english.slice(1) }
}
