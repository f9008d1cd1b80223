import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { baseRules } from '@wuhu/calendar'
import { authenticate, callerOf, Problem } from '@wuhu/host'
import t, { type Test } from 'tap'
import { emptyFolder, runHere, startStack } from '../stack.fixture.ts'

const notice = {
  year: 2027,
  notice: '国办发明电〔2026〕9号',
  source: '国务院办公厅关于2027年部分节假日安排的通知',
  daysOff: ['2027-01-01', '2027-01-02'],
  workdays: ['2027-01-09']
}
const rules = { ...baseRules, version: '2027-01' }
const person = ['--person', 'o-8']

/** The doors of the service; what they are asked goes into `asked`, and `events` is what they answer. */
async function sample(t: Test, asked: unknown[], events: object[] = [{ id: '1', type: 'calendar.imported.v1' }]) {
  return await startStack(t, (app) => {
    for (const path of ['/v1/calendar/years', '/v1/time-limits']) {
      app.post(path, { onRequest: authenticate('calendar.change') }, async (request) => {
        const { body, headers } = request
        asked.push({ path, agency: callerOf(request).agency, body, attested: headers['wuhu-attestation'] })
        return { id: 'x', version: 1, status: 'imported', events }
      })
    }
  })
}

async function fileWith(t: Test, content: unknown): Promise<string> {
  const file = join(await emptyFolder(t), 'file.json')
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

t.test('a holiday notice goes to the service, in the name of the head of the office', async (t) => {
  const asked: unknown[] = []
  const stack = await sample(t, asked)
  const file = await fileWith(t, notice)
  t.match(await stack.run('calendar', 'import', file, ...person), { code: 0, stdout: /2027 .*9号 已导入 imported/ })
  const by = { person: 'o-8', role: 'office-head' }
  t.match(asked, [{ agency: 'amr', body: { ...notice, by }, attested: 'no-state-secret; by=o-8' }])
  t.match(await stack.run('calendar', 'import', file, '--replaces', '--json', ...person), {
    code: 0,
    stdout: /"version"/
  })
  t.match(asked[1], { body: { replaces: true } })
})

t.test('rules go to the service as a whole', async (t) => {
  const asked: { body: { rules: unknown[] } }[] = []
  const stack = await sample(t, asked, [])
  const done = await stack.run('calendar', 'limits', await fileWith(t, rules), ...person)
  t.match(done, { code: 0, stdout: /2027-01（\d+）内容相同，未作改动 nothing new/ })
  t.equal(asked[0]?.body.rules.length, baseRules.rules.length)
})

t.test('what is wrong with a file is one sentence, and nothing is sent', async (t) => {
  const asked: unknown[] = []
  const stack = await sample(t, asked)
  const refused = async (command: string, content: unknown, stderr: RegExp) => {
    const done = await stack.run('calendar', command, await fileWith(t, content), ...person)
    t.match(done, { code: 2, stdout: '', stderr })
    t.equal(done.stderr.trimEnd().split('\n').length, 1, done.stderr)
  }
  await refused(
    'import',
    { ...notice, daysOff: ['2028-01-01'], workdays: ['2027-01-11'] },
    /内容有误：\/daysOff\/0 .*（另有 1 处） · .*daysOff\/0.*and 1 more/
  )
  await refused('import', '{"year": 2027', /内容有误 · .*JSON/)
  await refused('import', [], /expected object/)
  await refused('limits', { ...rules, rules: [{ ...rules.rules[0], limit: -1 }] }, /rule A1 at \/rules\/0\/limit/)
  await refused('limits', { ...rules, colour: 'red' }, /\/colour: unknown field/)
  t.match(await stack.run('calendar', 'import', '/nowhere.json', ...person), {
    code: 2,
    stderr: /cannot read .*ENOENT/
  })
  t.match(await stack.run('calendar', 'import', '/nowhere.json'), { code: 2, stderr: /--person/ })
  t.match(await stack.run('calendar', 'import', '/nowhere.json', '--person', '张 三'), { code: 2 })
  t.match(await runHere(['calendar']), { code: 2 })
  t.same(asked, [])
})

t.test('what the service refuses is said', async (t) => {
  const stack = await startStack(t, (app) => {
    app.post('/v1/calendar/years', { onRequest: authenticate('calendar.change') }, async () => {
      throw new Problem(409, 'calendar.imported', 'the notice of 2027 is there with other content')
    })
  })
  const done = await stack.run('calendar', 'import', await fileWith(t, notice), ...person)
  t.match(done, { code: 1, stderr: /is there with other content/ })
})
