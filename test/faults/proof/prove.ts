import { connectNats } from '@wuhu/bus/nats'
import pg from 'pg'
import type { TestStack } from '../../stack/start-stack.ts'
import type { Dice } from '../dice.ts'
import type { Load } from '../load/load.ts'
import type { Sender } from '../load/sender.ts'
import { answerProblems, repetitionProblems } from './answer-problems.ts'
import { type Image, readImage, sourceNames, streamNames } from './images.ts'
import { logProblems } from './log-problems.ts'
import { mailboxProblems } from './mailbox-problems.ts'
import { viewProblems } from './rebuilt-views.ts'
import { streamProblems } from './stream-problems.ts'

/** What is needed of a tap test. */
export interface Assertions {
  strictSame(found: unknown, wanted: unknown, message: string): boolean
  match(found: unknown, pattern: object, message: string): boolean
  teardown(action: () => unknown): void
}

export interface ProofMeans {
  readonly stack: TestStack
  readonly pool: pg.Pool
  readonly sender: Sender
  readonly load: Load
  readonly dice: Dice
  /** Ids of the events that were there before the load. */
  readonly before: ReadonlySet<string>
}

const shown = 20
const repeated = 100

/** Asserts every promise on a stack that is at rest. */
export async function prove(t: Assertions, { stack, pool, sender, load, dice, before }: ProofMeans): Promise<void> {
  const none = (problems: readonly string[], what: string) => t.strictSame(problems.slice(0, shown), [], what)
  const images = await readImages(stack, pool)
  const sources = images.filter(({ name }) => sourceNames.includes(name))
  const mail = images.find(({ name }) => name === 'MAIL') as Image

  none(sender.unexpected, 'callers were told to repeat, and nothing else')
  for (const image of images) none(streamProblems(image), `${image.name} is the image of its store`)
  none(answerProblems(sender.acknowledged, sources, { before, made: load.made }), 'every acknowledged command once')
  const sample = dice.shuffle(sender.acknowledged).slice(0, repeated)
  none(await repetitionProblems(sender, sample), 'asked again, the same answers')
  none(mailboxProblems(sources, mail), 'every entitled mailbox once and in order, nobody else')
  for (const reader of load.readers) {
    const due = mail.stored.filter(({ streamId }) => streamId === `mailbox/${reader.agency}`).map(({ id }) => id)
    await reader.readTo(due.length, 10_000)
    none(reader.disorder, `${reader.agency} read its mailbox in order`)
    t.strictSame(reader.seen, due, `${reader.agency} read everything`)
  }
  none(await logProblems(pool, sources), 'the log has every event once')
  none(await viewProblems(pool, await scratchDatabase(t, stack, pool), images), 'the views are what a replay makes')
  const gaps = await stack.call('amr', 'GET', '/v1/gaps?deep=true', undefined, { role: 'audit-admin' })
  t.match(gaps, { status: 200, body: { complete: true, gaps: [] } }, 'the gap report')
}

/** All streams and their stores as they are now. */
export async function readImages(stack: TestStack, pool: pg.Pool): Promise<Image[]> {
  const bus = await connectNats({ url: stack.natsUrl, credentialsFile: stack.natsAdmin, name: 'fault-proof' })
  try {
    return await Promise.all(streamNames.map((name) => readImage(pool, bus, name)))
  } finally {
    await bus.close()
  }
}

async function scratchDatabase(t: Assertions, stack: TestStack, pool: pg.Pool) {
  await pool.query('create database rebuilt template template0')
  const url = new URL(stack.databaseUrl)
  url.pathname = '/rebuilt'
  const scratch = new pg.Pool({ connectionString: url.href, max: 2 })
  scratch.on('error', () => undefined)
  scratch.on('connect', (client) => client.on('error', () => undefined))
  t.teardown(() => scratch.end())
  return { url: url.href, pool: scratch }
}
