import { definitionOf } from '@wuhu/contracts'

/** What an event type is called in Chinese. */
export const titleOfType = (type: string): string => definitionOf(type)?.title.zh ?? type
