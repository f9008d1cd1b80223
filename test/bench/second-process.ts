import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A process of its own beside the one that measures, so that neither waits for the other's event loop. */
export interface SecondProcess {
  /** Runs one of its actions. @throws Error with what the action threw, or when the process ends before it answers */
  ask<Answer>(action: string, input?: unknown): Promise<Answer>
  /** Ends it; resolves when it has ended. */
  stop(): Promise<void>
}

interface Question {
  readonly number: number
  readonly action: string
  readonly input: unknown
}

interface Reply {
  readonly number: number
  readonly answer?: unknown
  readonly error?: string
}

/** @param file what it runs: a module that calls `answerQuestions` */
export function secondProcess(file: URL): SecondProcess {
  const child = fork(fileURLToPath(file), { serialization: 'advanced' })
  const open = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>()
  let asked = 0
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      for (const { reject } of open.values()) reject(new Error(`${file.pathname} ended with ${signal ?? code}`))
      open.clear()
      resolve()
    })
  })
  child.on('message', (message) => {
    const { number, answer, error } = message as Reply
    const waiting = open.get(number)
    open.delete(number)
    if (error === undefined) waiting?.resolve(answer)
    else waiting?.reject(new Error(error))
  })
  return {
    ask: <Answer>(action: string, input?: unknown) =>
      new Promise<Answer>((resolve, reject) => {
        asked += 1
        open.set(asked, { resolve: resolve as (answer: unknown) => void, reject })
        child.send({ number: asked, action, input } satisfies Question)
      }),
    async stop() {
      if (child.connected) child.disconnect()
      await ended
    }
  }
}

/** The other side: answers questions until whoever asks is gone, then ends. */
// biome-ignore lint/suspicious/noExplicitAny: each action takes what its asker sends, on the same machine and version
export function answerQuestions(actions: Readonly<Record<string, (input: any) => Promise<unknown>>>): void {
  process.on('message', async (message) => {
    const { number, action, input } = message as Question
    const reply = await (actions[action] ?? (async () => Promise.reject(new Error(`no action ${action}`))))(input).then(
      (answer): Reply => ({ number, answer }),
      (error: Error): Reply => ({ number, error: error.stack ?? error.message })
    )
    if (process.connected) process.send?.(reply)
  })
  process.once('disconnect', () => process.exit(0))
}

/** Milliseconds since 1970 with fractions: comparable between processes of one machine and with its Postgres. */
export const wallClock = (): number => performance.timeOrigin + performance.now()
