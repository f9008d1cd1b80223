import { listReads } from '@wuhu/access'
import { type QueryDefinition, readsQuery } from '@wuhu/host'
import type { Deps } from '../commands/context.ts'

/** Who read assistances. */
export const readsOfAssistances = ({ store }: Pick<Deps, 'store'>): QueryDefinition =>
  readsQuery((filter) => listReads(store.db, filter))
