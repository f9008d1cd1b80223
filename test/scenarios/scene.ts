import { agencies, type Mail, readMail } from '../stack/mailboxes.ts'
import { settled } from '../stack/settled.ts'
import type { TestStack } from '../stack/start-stack.ts'
import { type PlayedStory, play } from '../stories/play.ts'
import { publishedCase } from '../stories/published-case.ts'
import type { Story } from '../stories/story.ts'
import { storyOf } from '../stories/story-of.ts'

/** What must not leave the circle of those who may know it: planted in the lead that a story begins with. */
export const planted = {
  reporterToken: 'rt_8f3c1d77e2a94b06',
  secretPoint: '密点-测-0417',
  custodian: '权利人档案室甲',
  person: '谭某某',
  company: '某摄影器材有限公司',
  uscc: '914403001922038216'
}

/** The story of a case, with the planted values in its lead. */
export function plantedStory(id: string): Story {
  const story = storyOf(publishedCase(id), 2026)
  const more = {
    reporterToken: planted.reporterToken,
    secretPoints: [
      {
        number: planted.secretPoint,
        hash: 'a'.repeat(64),
        custodian: planted.custodian,
        place: '权利人住所地'
      }
    ],
    subject: { person: planted.person },
    rightsHolder: { company: planted.company, uscc: planted.uscc }
  }
  return {
    ...story,
    lines: story.lines.map((line) =>
      line.kind === 'step' && line.command === 'clue.receive' ? { ...line, body: { ...line.body, ...more } } : line
    )
  }
}

/** A played story and what lies in the mailboxes of all 21 members when nothing more is on its way. */
export interface Scene extends PlayedStory {
  /** Ids of its events in the order in which they happened. */
  readonly ids: readonly string[]
  /**
   * The story's events in an agency's mailbox, those of each service in their order there, service by service: between
   * two services no order is promised.
   */
  readonly mail: (agency: string) => readonly Mail[]
  /** Their types, without version. */
  readonly types: (agency: string) => readonly string[]
  /** Members that received none of its events. */
  readonly left: readonly string[]
}

/** Plays a story and waits until every copy is where it belongs. */
export async function playScene(stack: TestStack, story: Story): Promise<Scene> {
  const played = await play(stack, story)
  await settled(stack)
  const ids = played.steps.flatMap(({ answer }) => answer.body.events.map(({ id }: { id: string }) => id as string))
  const boxes = new Map(
    await Promise.all(agencies.map(async (agency) => [agency, (await readMail(stack, agency, 0)).mails] as const))
  )
  const mail = (agency: string) => {
    const mine = (boxes.get(agency) ?? []).filter(({ event }) => ids.includes(event.id))
    return mine.sort(({ event: one }, { event: other }) => one.source.localeCompare(other.source))
  }
  return {
    ...played,
    ids,
    mail,
    types: (agency) => mail(agency).map(({ event }) => shortType(event.type)),
    left: agencies.filter((agency) => mail(agency).length === 0)
  }
}

export const shortType = (type: string): string => type.replace(/\.v\d+$/, '')

/** Clocks run by themselves beside what the agencies do. */
export const isClock = (type: string): boolean => type.startsWith('deadline.')

/**
 * Types of a case's timeline as an agency sees it, without its clocks; undefined when it is told that there is no such
 * case.
 */
export async function timelineOf(stack: TestStack, agency: string, caseNumber: string): Promise<string[] | undefined> {
  const { status, body } = await stack.call(agency, 'GET', `/v1/cases/${caseNumber}?limit=500`)
  if (status === 404) return undefined
  const types: string[] = body.timeline.map((entry: { event: { type: string } }) => shortType(entry.event.type))
  return types.filter((type) => !isClock(type))
}

/** Everything that an agency can read anywhere, as one text. */
export async function everythingFor(stack: TestStack, agency: string, caseNumber: string): Promise<string> {
  const paths = [
    '/v1/mailbox?limit=500',
    '/v1/clues?limit=200',
    '/v1/cases?limit=200',
    '/v1/notices?limit=200',
    '/v1/assistances?limit=200',
    `/v1/cases/${caseNumber}?limit=500`,
    `/v1/replay?case=${caseNumber}`
  ]
  const answers = await Promise.all(paths.map((path) => stack.call(agency, 'GET', path)))
  return answers.map(({ status, text }) => `${status} ${text}`).join('\n')
}
