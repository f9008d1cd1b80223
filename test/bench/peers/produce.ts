import { randomUUIDv7 } from 'node:crypto'
import { paced } from '../load/paced.ts'
import { answerQuestions, wallClock } from '../second-process.ts'
import { lanes, type PeerEvent, type Producer, type Where } from './way.ts'
import { type WayName, ways } from './ways.ts'

// The producer's process.

let producer: Producer | undefined
const text = '商业秘密案件线索研判通报。'.repeat(18)
const next = (): PeerEvent => ({ id: randomUUIDv7(), sentAt: wallClock(), text })

function present(): Producer {
  if (!producer) throw new Error('not open')
  return producer
}

answerQuestions({
  open: async ({ way, where }: { way: WayName; where: Where }) => {
    producer = await ways[way].producer(where)
  },
  /** As fast as it goes: each lane appends one after the other. */
  burst: async (count: number) => {
    const { append } = present()
    let left = count
    const lane = async () => {
      while (left > 0) {
        left -= 1
        await append(next())
      }
    }
    const begun = wallClock()
    await Promise.all(Array.from({ length: lanes }, lane))
    return count / ((wallClock() - begun) / 1000)
  },
  paced: async (pace: { rate: number; seconds: number }) => {
    const { append } = present()
    const { failures } = await paced(pace, () => append(next()))
    if (Object.keys(failures).length > 0) throw new Error(JSON.stringify(failures))
  },
  close: async () => {
    await present().close()
  }
})
