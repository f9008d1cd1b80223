import type { Test } from 'tap'
import { type Cast, types } from './cast.ts'
import { dayIn } from './leads.ts'

interface Planned {
  readonly id: string
  readonly number: string
  readonly owners: readonly string[]
}

/** (7) The tasks of a phase: imported from the plan, issued, signed for, reported or missed, evaluated, and told of. */
export async function planTasks(t: Test, cast: Cast): Promise<void> {
  const { act, refused, read, clock, mail, stack } = cast
  const plan = await read('water', '/v1/tasks/phases')
  t.equal(plan.phases.length, 4)
  t.ok(plan.phases[3].sameDatesAs, 'the plan gives its last two phases the same dates, and that is said')
  const imported = await act('amr', 'office-head', '/v1/tasks/import-plan')
  const again = await act('amr', 'office-head', '/v1/tasks/import-plan')
  t.equal(again.planned, 0, 'importing again plans nothing twice')
  const second = (imported.tasks as Planned[]).filter(({ number }) => number.startsWith('2-'))
  t.ok(second.length > 0)

  const dueOn = dayIn(cast, 20)
  const shared = second.find(({ owners }) => owners.length > 2 && owners.includes('tax') && owners.includes('water'))
  t.ok(shared, 'a task of many')
  if (!shared) return
  const path = `/v1/tasks/${shared.id}`
  const of = `task/${shared.id}`
  t.equal((await stack.call('tax', 'GET', path)).status, 404, 'a plan is the office’s until it is issued')
  const two = { agencies: ['tax', 'water'], dueOn }
  t.equal(await refused('amr', 'office-staff', `${path}/issue`, two), 'actor.role')
  await act('amr', 'convener', `${path}/issue`, two)
  await clock('tax', of, 'E3', 'open')
  await act('tax', 'handler', `${path}/sign`)
  await act('tax', 'handler', `${path}/report`, { text: '已制定工作方案' })
  await clock('tax', of, 'E3', 'met')
  await stack.clock.advance({ days: 22 })
  await clock('water', of, 'E3', 'breached')
  await act('water', 'handler', `${path}/sign`)
  await act('water', 'handler', `${path}/report`, { text: '补报' })
  for (const [agency, result] of [
    ['tax', 'completed'],
    ['water', 'partly']
  ] as const) {
    await act('amr', 'office-staff', `${path}/evaluate`, { agency, result })
  }
  const whole = await read('amr', path)
  t.match(whole, { status: 'evaluated' })
  const own = await read('tax', path)
  t.same(
    own.assignments.map(({ agency }: { agency: string }) => agency),
    ['tax'],
    'each sees its own'
  )
  await act('amr', 'office-staff', `${path}/archive`)

  const draft = { kind: 'bulletin', title: '第二阶段任务通报', text: '税务局按期完成。' }
  const bulletin = await act('amr', 'office-staff', '/v1/bulletins', draft)
  const telling = `/v1/bulletins/${bulletin.id}`
  t.equal(
    await refused('amr', 'office-staff', `${telling}/publish`),
    'bulletin.wrong-status',
    'nothing goes out unapproved'
  )
  await act('amr', 'convener', `${telling}/approve`, { revision: 1 })
  await act('amr', 'office-staff', `${telling}/publish`)
  for (const agency of ['science', 'court']) {
    t.ok(
      types(await mail(agency, { of: `bulletin/${bulletin.id}` })).includes('bulletin.published'),
      `${agency} reads it`
    )
  }
  const { docx, pdf } = await cast.document('science', `${telling}/documents/bulletin`)
  t.ok(docx > 2_000 && pdf > 2_000)
}
