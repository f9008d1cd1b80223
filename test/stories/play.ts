import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Answer, Client } from '../stack/client.ts'
import { eventOf, fill, type Known, pathOf, type Step, type Story } from './story.ts'

/** A command as it was sent, and what came of it. */
export interface PlayedStep {
  readonly step: Step
  readonly path: string
  readonly body: unknown
  readonly answer: Answer
  readonly milliseconds: number
}

export interface PlayedStory extends Known {
  readonly story: Story
  readonly steps: readonly PlayedStep[]
}

type Sender = Pick<Client, 'call'>

/**
 * What one service must hear of another first: that the case was opened, or that work on it has ended. It may still be on
 * its way.
 */
const onTheirWay = [/^(case|expert|transfer)\.unknown$/, /^(case|clue)\.open-work$/]
/** Milliseconds. */
const patience = 30_000

async function send(client: Sender, step: Step, path: string, body: unknown): Promise<Answer> {
  const headers = { 'idempotency-key': randomUUID() }
  const began = performance.now()
  // Asking without a pause would hold up what is on its way.
  for (; ; await pause(Math.max(20, Math.min(250, (performance.now() - began) / 8)))) {
    const answer = await client.call(step.agency, 'POST', path, body, { headers })
    const waits = answer.status >= 400 && onTheirWay.some((code) => code.test(answer.body?.code ?? ''))
    if (!waits || performance.now() > began + patience) return answer
  }
}

/** @throws Error that names the story, the step and the answer, unless the command did what it should */
function check(story: Story, step: Step, answer: Answer): void {
  const first: unknown = answer.body?.events?.[0]?.type
  const wanted = eventOf[step.command]
  const done = answer.status === 200 || answer.status === 201
  if (done && typeof first === 'string' && (wanted === undefined || first === wanted)) return
  throw new Error(
    `${story.id} ${step.agency} ${step.command}（${step.what}）: ${answer.status} ${answer.text.slice(0, 1_000)}`
  )
}

function learned(known: Known, step: Step, { body }: Answer): Known {
  switch (step.command) {
    case 'case.open':
      return { ...known, caseNumber: body.id }
    case 'clue.receive':
      return { ...known, clue: body.id, caseNumber: body.caseNumber }
    case 'notice.publish':
      return { ...known, notice: body.id }
    case 'clue.file':
      // A filing with signs of a crime proposes a transfer of the same id by itself.
      return known.clue === undefined ? known : { ...known, transfer: known.clue }
    case 'assistance.request':
      return { ...known, assistance: body.id }
    case 'consultation.propose':
      return { ...known, consultation: body.id }
    case 'expert.register':
      return { ...known, expert: body.id }
    case 'transfer.start-reverse':
      return { ...known, transfer: body.id }
    default:
      return known
  }
}

/**
 * Sends a story's commands one after the other, each with the key of its agency, and checks every answer.
 * @param onStep is told after each command
 * @throws Error when a command is not answered as it should be
 */
export async function play(
  client: Sender,
  story: Story,
  onStep: (played: PlayedStep) => void = () => {}
): Promise<PlayedStory> {
  const steps: PlayedStep[] = []
  let known: Known = {}
  for (const step of story.lines) {
    if (step.kind === 'note') continue
    const now = new Date()
    const [path, body] = [fill(pathOf(step.command), known, now), fill(step.body, known, now)]
    const began = performance.now()
    const answer = await send(client, step, path, body)
    check(story, step, answer)
    known = learned(known, step, answer)
    const played = { step, path, body, answer, milliseconds: performance.now() - began }
    steps.push(played)
    onStep(played)
  }
  return { ...known, story, steps }
}
