import { baseRules, type CalendarYear, parseRules } from '@wuhu/calendar'
import t from 'tap'
import { testService } from '../app.test-setup.ts'
import { notice } from '../domain/calendar.fixture.ts'

const by = { person: 'o-8', role: 'office-head' }
const rules = JSON.parse(JSON.stringify(baseRules)) as typeof baseRules
const adoption = { ...rules, version: '2027-01', note: '试用', by }

t.test('what time limits are computed by', async (t) => {
  const { join, officer, direct, admin } = await testService(t)
  const amr = await join('amr')
  const psb = await join('psb')
  const stored = async (type: string) => {
    const rows = await direct.db.selectFrom('events').select('body').where('type', '=', type).orderBy('seq').execute()
    return rows.map(({ body }) => JSON.parse(body.toString('utf8')))
  }

  await t.test('a holiday notice is imported, and everybody is told', async (t) => {
    const made = await amr.post('/v1/calendar/years', { ...notice, by })
    t.match(made, { status: 201, body: { id: '2027', version: 1, status: 'imported' } })
    t.match((await stored('calendar.imported.v1')).at(-1), {
      subject: 'calendar/2027',
      actor: 'amr/o-8/office-head',
      marking: 'open',
      audience: 'amr:publisher,psb:conference',
      data: { ...notice, replaces: false }
    })
    t.match(await amr.post('/v1/calendar/years', { ...notice, by }), { status: 201, body: { events: [] } })
  })

  await t.test('a correction says that it is one', async (t) => {
    const other = { ...notice, workdays: [], by }
    t.match(await amr.post('/v1/calendar/years', other), {
      status: 409,
      body: { code: 'calendar.imported', title: '该年份已导入其他内容，更正须写明' }
    })
    t.match(await amr.post('/v1/calendar/years', { ...other, replaces: true }), { status: 201, body: { version: 2 } })
    t.match((await stored('calendar.imported.v1')).at(-1), { data: { workdays: [], replaces: true } })
  })

  await t.test('a malformed notice is refused with every place', async (t) => {
    const wrong = {
      ...notice,
      year: 2028,
      daysOff: ['2028-01-01', '2027-01-01'],
      workdays: ['2028-01-03']
    }
    const answer = await amr.post('/v1/calendar/years', { ...wrong, by })
    t.match(answer, { status: 400, body: { code: 'request.invalid' } })
    const paths = answer.body.errors.map(({ path }: { path: string }) => path)
    t.same(paths, ['/daysOff/1', '/workdays/0'])
    t.match(await amr.post('/v1/calendar/years', { ...notice, year: 'next', by }), { status: 400 })
    t.match(await amr.post('/v1/calendar/years', { ...notice, holidays: [], by }), { status: 400 })
  })

  await t.test('rules are adopted as a whole, under a new version', async (t) => {
    t.match(await amr.post('/v1/time-limits', adoption), {
      status: 201,
      body: { id: '2027-01', status: 'adopted', events: [{ type: 'limits.adopted.v1' }] }
    })
    const [event] = await stored('limits.adopted.v1')
    t.match(event, { subject: 'time-limits/rules', audience: 'amr:publisher,psb:conference' })
    t.same(parseRules(event.data.rules), { ...rules, version: '2027-01', note: '试用' })
    t.match(await amr.post('/v1/time-limits', adoption), { status: 201, body: { events: [] } })
    t.match(await amr.post('/v1/time-limits', { ...adoption, note: '又改' }), {
      status: 409,
      body: { code: 'limits.version-taken', title: '该规则版本已被使用' }
    })
  })

  await t.test('rules that cannot be computed by are refused with every place', async (t) => {
    const [first, ...rest] = rules.rules
    const wrong = { ...first, limit: -1, startsOn: ['clue.invented'] }
    const answer = await amr.post('/v1/time-limits', {
      ...adoption,
      version: '2027-02',
      rules: [wrong, first, ...rest]
    })
    t.match(answer, {
      status: 400,
      body: {
        errors: [
          { in: 'body', path: '/rules/0/limit', message_en: /^A1: / },
          { path: '/rules/1/id', message: 'A1：编号重复' }
        ]
      }
    })
    const unknown = { ...first, startsOn: ['clue.invented'] }
    t.match(await amr.post('/v1/time-limits', { ...adoption, version: '2027-02', rules: [unknown, ...rest] }), {
      status: 400,
      body: { errors: [{ path: '/rules/0/startsOn/0', message: 'A1：没有这种事件' }] }
    })
    t.equal((await stored('limits.adopted.v1')).length, 1)
  })

  await t.test('both are of the head of the office', async (t) => {
    const next: CalendarYear = { ...notice, year: 2028, daysOff: ['2028-01-01'], workdays: [] }
    const staff = { person: 'o-1', role: 'office-staff' }
    t.match(await psb.post('/v1/calendar/years', { ...next, by }), {
      status: 409,
      body: { code: 'calendar.office-only' }
    })
    t.match(await amr.post('/v1/calendar/years', { ...next, by: staff }), {
      status: 409,
      body: { code: 'calendar.role' }
    })
    t.match(await amr.post('/v1/calendar/years', next), { status: 409, body: { code: 'calendar.role' } })
    t.match(await psb.post('/v1/time-limits', { ...adoption, version: '2027-03' }), {
      status: 409,
      body: { code: 'calendar.office-only' }
    })
    t.equal((await admin.post('/v1/calendar/years', next)).status, 403)
    const handler = await officer('amr', 'o-3', 'handler')
    t.equal((await handler.post('/v1/calendar/years', next)).status, 403)
    const head = await officer('amr', 'o-9', 'office-head')
    t.match(await head.post('/v1/calendar/years', next), { status: 201, body: { id: '2028' } })
  })
})
