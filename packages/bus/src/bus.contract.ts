import { randomBytes } from 'node:crypto'
import type { Test } from 'tap'
import { askingContract } from './contract/asking.ts'
import type { ContractBroker } from './contract/broker.ts'
import { publishingContract } from './contract/publishing.ts'
import { readingContract } from './contract/reading.ts'

export type { ContractBroker } from './contract/broker.ts'

/** What every implementation of Bus must pass, over two buses on one broker. The broker may be shared with others. */
export async function busContract(t: Test, broker: ContractBroker): Promise<void> {
  const [a, b] = [await broker.connect(), await broker.connect()]
  t.teardown(() => Promise.all([a.close(), b.close()]))
  const fresh = async () => {
    const name = `T${randomBytes(6).toString('hex')}`
    await broker.createStream(name)
    return name
  }
  publishingContract(t, broker, a, b, fresh)
  readingContract(t, broker, a, b, fresh)
  askingContract(t, broker, a, b, fresh)
}
