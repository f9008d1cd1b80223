import t from 'tap'
import { type AttemptOptions, attemptMail, MailDead } from './attempts.ts'
import type { Mail } from './mail.ts'

const mail = { sequence: 4, event: { type: 'case.closed.v1' } } as unknown as Mail

function options(more: Partial<AttemptOptions>): AttemptOptions & { troubles: unknown[] } {
  const troubles: unknown[] = []
  return {
    handler: async () => {},
    maxAttempts: 3,
    onDead: () => 'stop',
    onTrouble: (error) => troubles.push(error),
    firstDelay: 1,
    signal: new AbortController().signal,
    troubles,
    ...more
  }
}

await t.test('repeats what fails, and counts', async (t) => {
  const attempts: number[] = []
  const given = options({
    handler: async (_, { attempt }) => {
      attempts.push(attempt)
      if (attempt < 3) throw new Error('not yet')
    }
  })
  await attemptMail(mail, given)
  t.same(attempts, [1, 2, 3])
  t.equal(given.troubles.length, 2)
})

await t.test('what fails too often stops, unless somebody decides to skip it', async (t) => {
  const failing = async () => {
    throw new Error('never')
  }
  await t.rejects(attemptMail(mail, options({ handler: failing })), {
    name: 'MailDead',
    mail,
    cause: { message: 'never' }
  })
  const asked: unknown[] = []
  const skip = async (dead: Mail, error: unknown) => {
    asked.push([dead.sequence, (error as Error).message])
    return 'skip' as const
  }
  await attemptMail(mail, options({ handler: failing, onDead: skip }))
  t.same(asked, [[4, 'never']])
})

await t.test('stops between attempts', async (t) => {
  const stopping = new AbortController()
  const given = options({
    firstDelay: 60_000,
    signal: stopping.signal,
    handler: async () => {
      setImmediate(() => stopping.abort())
      throw new Error('once')
    }
  })
  const error = await attemptMail(mail, given).catch((reason) => reason)
  t.equal(error.name, 'AbortError')
  t.notOk(error instanceof MailDead)
})
