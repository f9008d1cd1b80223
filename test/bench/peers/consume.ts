import { answerQuestions } from '../second-process.ts'
import type { Where } from './way.ts'
import { type WayName, ways } from './ways.ts'

// The consumer's process.

let stop = async () => {}

answerQuestions({
  open: async ({ way, where }: { way: WayName; where: Where }) => {
    stop = await ways[way].consumer(where)
  },
  close: () => stop()
})
