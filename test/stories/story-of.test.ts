import t from 'tap'
import { membersOf } from './member-of.ts'
import { publishedCase, publishedCases } from './published-case.ts'
import { eventOf, fill, type Note, pathOf, type Step } from './story.ts'
import { storyOf } from './story-of.ts'
import { transferStoryOf } from './transfer-story.ts'

const stories = publishedCases.map((published) => ({ published, story: storyOf(published, 2026) }))
const isStep = (line: Step | Note): line is Step => line.kind === 'step'

t.test('agencies are mapped by kind, and who carries only the name is nobody', async (t) => {
  t.same(membersOf('三乡镇公安部门'), ['psb'])
  t.same(membersOf('市场监管部门、公安机关'), ['amr', 'psb'])
  t.same(membersOf('葛店经开区检察处'), ['procuratorate'])
  t.same(membersOf('广州知识产权法院'), ['court'])
  for (const name of ['公安部计算机信息系统安全产品质量检验中心', '特邀检察官助理', '办案机关', '新疆司法机关', null]) {
    t.same(membersOf(name), [], String(name))
  }
})

t.test('every entry of every timeline is there, in order, and every case is opened once, first', async (t) => {
  t.equal(stories.length, 49)
  for (const { published, story } of stories) {
    const notes = story.lines.filter((line) => !isStep(line)) as Note[]
    t.same(
      notes.map(({ entry }) => entry),
      published.timeline,
      published.id
    )
    const steps = story.lines.filter(isStep)
    const opens = steps.filter(({ command }) => command === 'case.open' || command === 'clue.receive')
    t.equal(opens.length, 1, `${published.id} is opened once`)
    t.equal(steps[0], opens[0], `${published.id} is opened first`)
    t.same(storyOf(published, 2026), story, 'the same case gives the same story')
  }
})

t.test('nothing is claimed that the source is not direct evidence of', async (t) => {
  const claimed: string[] = []
  for (const { published, story } of stories) {
    let entry: Note['entry'] | undefined
    for (const line of story.lines) {
      if (!isStep(line)) entry = line.entry
      else if (line.mutual !== undefined) {
        t.equal(entry?.mutual_fit, 'direct', published.id)
        t.equal(entry?.mutual, line.mutual, published.id)
        t.equal(line.basis, 'published')
        claimed.push(`${published.id} ${line.mutual}`)
      }
    }
  }
  t.same(claimed.sort(), [
    'ts-003 疑难互商',
    'ts-020 疑难互商',
    'ts-027 信息互通',
    'ts-042 疑难互商',
    'ts-044 信息互通',
    'ts-044 疑难互商',
    'ts-048 疑难互商',
    'ts-051 信息互通',
    'ts-055 协查互助',
    'ts-055 线索互享',
    'ts-064 信息互通'
  ])
})

t.test(
  'an agency acts only in cases whose source names it; the office only assigns, signs and runs consultations',
  async (t) => {
    for (const { published, story } of stories) {
      const lead = /报案/.test(published.lead_channel ?? '') ? ['psb'] : []
      const toPolice = published.timeline.some(({ action_zh }) => action_zh.includes('向公安报案')) ? ['psb'] : []
      const named = published.timeline.flatMap((entry) => [
        ...membersOf(entry.actor_agency),
        ...membersOf(entry.to_agency)
      ])
      const may = new Set([...named, ...lead, ...toPolice])
      for (const { agency, command } of story.lines.filter(isStep)) {
        if (may.has(agency)) continue
        const office =
          agency === 'amr' && /^(clue\.assign|notice\.sign|expert\.register|consultation\.\w+)/.test(command)
        const recipient = agency === 'psb' && command === 'notice.sign'
        t.ok(office || recipient, `${published.id} ${agency} ${command}`)
      }
    }
  }
)

t.test('texts quote the source, and numbers that it lacks say that they are made up', async (t) => {
  for (const { published, story } of stories) {
    for (const { command, body, synthetic } of story.lines.filter(isStep)) {
      if (typeof body.outcome === 'string' && command !== 'clue.decide-penalty') {
        const words = [published.outcome_zh, ...published.timeline.map(({ action_zh }) => action_zh)]
        t.ok(words.includes(body.outcome), `${published.id} ${command}`)
      }
      for (const field of ['documentNumber', 'letterNumber', 'agencyCaseNumber'] as const) {
        if (field in body && command !== 'assistance.reply') t.ok(synthetic.includes(field), `${published.id} ${field}`)
      }
      if (body.kind === 'judgment' && synthetic.includes('courtCaseNumber')) t.match(body.text, /演示编号/)
    }
  }
  const appeal = storyOf(publishedCase('ts-009'), 2026).lines.filter(isStep)
  t.same(
    appeal.filter(({ body }) => body.kind === 'judgment').map(({ body }) => body.courtCaseNumber),
    ['(2007)杨刑初字第751号', '(2008)沪二中刑终字第432号']
  )
})

t.test('a consultation is proposed, held, signed by who was there, and closed', async (t) => {
  const steps = storyOf(publishedCase('ts-020'), 2026).lines.filter(isStep)
  const consulting = steps.filter(({ command }) => command.startsWith('consultation.'))
  t.same(
    consulting.map(({ agency, command }) => `${agency} ${command.slice('consultation.'.length)}`),
    [
      ...['procuratorate propose', 'amr accept', 'procuratorate bring-materials', 'amr convene', 'amr hold'],
      ...['amr draft-minutes', 'procuratorate sign-minutes', 'amr sign-minutes', 'psb sign-minutes', 'amr close']
    ]
  )
  t.same(consulting[1]?.body.invite, ['psb'])
  const asked = storyOf(publishedCase('ts-048'), 2026).lines.filter(isStep)
  t.ok(asked.some(({ command, basis }) => command === 'consultation.engage' && basis === 'published'))
  t.ok(asked.some(({ command }) => command === 'expert.register'))
})

t.test('the transfer is staged, every step of it, and claims nothing', async (t) => {
  const published = publishedCase('ts-014')
  const story = transferStoryOf(published, 2026)
  const steps = story.lines.filter(isStep)
  t.match(story.title, /依法构造/)
  const transferring = steps.filter(({ command }) => command.startsWith('transfer.'))
  t.equal(transferring.length, 11)
  for (const { basis, mutual } of steps) t.same({ basis, mutual }, { basis: 'staged', mutual: undefined })
  t.notOk(
    stories.some(({ story }) => story.lines.some((line) => isStep(line) && line.basis === 'staged')),
    'no published story has a staged step'
  )
})

t.test('commands have a path and placeholders are filled, or refused', async (t) => {
  const now = new Date('2026-05-31T18:00:00Z')
  t.equal(pathOf('clue.receive'), '/v1/clues')
  t.equal(fill(pathOf('clue.assign'), { clue: 'x' }, now), '/v1/clues/x/assign')
  t.same(fill({ a: ['{today}'], dueAt: '{in 2 days}', n: 1 }, {}, now), {
    a: ['2026-06-01'],
    dueAt: '2026-06-02T18:00:00.000Z',
    n: 1
  })
  t.throws(() => fill('{assistance}', {}, now), /nothing is known yet of {assistance}/)
  t.equal(pathOf('transfer.start-reverse'), '/v1/transfers/reverse')
  t.throws(() => pathOf('supervision.issue'))
  for (const { story } of stories) {
    for (const { command } of story.lines.filter(isStep))
      t.ok(command === 'notice.publish' || eventOf[command], command)
  }
})
