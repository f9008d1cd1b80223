import { listReads } from '@wuhu/access'
import { type QueryDefinition, readsQuery } from '@wuhu/host'
import type { Deps } from '../commands/context.ts'

/** Who read cases, clues, notices, attachments and unmasked fields of this service. */
export const readsOfCases = ({ store }: Pick<Deps, 'store'>): QueryDefinition =>
  readsQuery((filter) => listReads(store.db, filter))
