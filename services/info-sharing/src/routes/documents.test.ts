import { strFromU8, unzipSync } from 'fflate'
import t from 'tap'
import { type Client, testService } from '../app.test-setup.ts'
import { ahead, lead, leader, officeStaff } from './clues.fixture.ts'

t.test('a clue handed over: the register sheet and the letter', async (t) => {
  const { app, join, direct } = await testService(t)
  const [science, office, police, tax] = [
    await join('science'),
    await join('amr'),
    await join('psb'),
    await join('tax')
  ]
  const words = async (who: Client, url: string) => {
    const authorization = `Bearer ${await who.token()}`
    const reply = await app.inject({ method: 'GET', url: `${url}?format=docx`, headers: { authorization } })
    if (reply.statusCode !== 200) return `${reply.statusCode}`
    const document = unzipSync(reply.rawPayload)['word/document.xml']
    return strFromU8(document ?? new Uint8Array()).replaceAll(/<[^>]*>/g, '')
  }
  const must = async (who: Client, path: string, body: object) => {
    const answer = await who.post(path, body)
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const { id, caseNumber } = await must(science, '/v1/clues', lead)
  const path = `/v1/clues/${id}`
  t.match((await science.get(`${path}/documents`)).body, {
    items: [],
    missing: [
      { kind: 'clue-transfer-register', needs: { zh: '线索分办或者报送移送' } },
      { kind: 'case-transfer-letter' }
    ]
  })
  await must(office, `${path}/assign`, { to: 'psb', dueAt: ahead(21), instruction: '请两人以上核查', by: officeStaff })
  const sheet = await words(police, `${path}/documents/clue-transfer-register`)
  for (const part of [
    caseNumber,
    lead.title,
    '某机械有限公司',
    '张某某',
    'MD-01',
    '请两人以上核查',
    '举报',
    '乌拉特中旗'
  ]) {
    t.ok(sheet.includes(part), part)
  }
  t.notOk(sheet.includes(lead.reporterToken), 'nothing of the reporter')
  t.equal(await words(tax, `${path}/documents/clue-transfer-register`), '404')

  await must(police, `${path}/accept`, { handlers: ['p-1', 'p-2'] })
  await must(police, `${path}/refer`, { to: 'tax', ground: '属税务稽查职责。', by: leader })
  const letter = await words(tax, `${path}/documents/case-transfer-letter`)
  const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()
  for (const part of [`乌中公移〔${year}〕1号`, '属税务稽查职责。', caseNumber]) t.ok(letter.includes(part), part)
  const shown = await words(tax, `${path}/documents/clue-transfer-register`)
  t.notOk(shown.includes('张某某'), 'who only receives it reads masks')
  t.ok(shown.includes('张某') && shown.includes('某某公司'))
  const reads = await direct.db.selectFrom('reads').selectAll().where('agency', '=', 'tax').execute()
  t.match(reads[0], { case_number: caseNumber, subjects: [`clue/${id}`], channel: 'api' })
})
