import { until } from '@wuhu/test-support'
import type { Cast } from './cast.ts'

interface Card {
  readonly id: string
  readonly status: string
  readonly title: string
  readonly of?: string
}

/** The card that a missed clock of the thing proposes to the office. */
export async function proposedCard({ read }: Cast, of: string): Promise<Card> {
  const proposals = async () => (await read('amr', '/v1/supervisions?limit=200')).items as Card[]
  return await until(async () => (await proposals()).find((one) => one.of === of), { what: 'a card proposed' })
}
