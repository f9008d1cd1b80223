import { createPool, createStore } from '@wuhu/store'
import { resolve } from './deadlines.test-setup.ts'
import { createDeadlines } from './index.ts'
import type { DeadlineTables } from './tables.ts'

// A process that fires deadlines and does nothing else, until it is told to end; it says when it was interrupted. Arguments: database, instant.

const [url = '', instant = ''] = process.argv.slice(2)
const pool = createPool({ url, schema: 'one', onError: () => undefined })
const deadlines = createDeadlines<DeadlineTables>({
  store: createStore({ pool, schema: 'one' }),
  service: 'info-sharing',
  resolve,
  now: () => instant,
  log: { info: () => undefined, warn: () => process.send?.('put out') }
})
deadlines.start()
process.on('disconnect', () => process.exit(0))
