import { strFromU8, unzipSync } from 'fflate'
import t from 'tap'
import { type Client, testService } from '../app.test-setup.ts'

const number = '150824-2026-000001'
const staff = { by: { person: 'a-1', role: 'office-staff' } }
const attendees = [
  { agency: 'psb', person: 'p-7', name: '孙某甲' },
  { agency: 'amr', person: 'a-1', name: '李某乙' }
]

t.test('the application, and the minutes from draft to signed', async (t) => {
  const service = await testService(t)
  const office = await service.join('amr', 'agency-system', { office: true, name: '市场监督管理局' })
  const [psb, court] = [await service.join('psb', 'agency-system', { name: '公安局' }), await service.join('court')]
  await service.openCase(number, 'psb', 'amr')
  const must = async (who: Client, path: string, body: object = {}) => {
    const answer = await who.post(path, body)
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const words = async (who: Client, url: string) => {
    const authorization = `Bearer ${await who.token()}`
    const reply = await service.app.inject({ method: 'GET', url: `${url}format=docx`, headers: { authorization } })
    if (reply.statusCode !== 200) return `${reply.statusCode}`
    const document = unzipSync(reply.rawPayload)['word/document.xml']
    return strFromU8(document ?? new Uint8Array()).replaceAll(/<[^>]*>/g, '')
  }
  const question = { question: '客户名单是否构成商业秘密？', secretKind: 'business', caseNumber: number }
  const { id } = await must(psb, '/v1/consultations', question)
  const path = `/v1/consultations/${id}`
  await must(office, `${path}/accept`, staff)
  const application = await words(psb, `${path}/documents/consultation-application?`)
  for (const part of ['公安局', number, '经营信息', '客户名单是否构成商业秘密？', '同意受理'])
    t.match(application, part)
  t.equal(await words(court, `${path}/documents/consultation-application?`), '404', 'not before it is invited')
  t.match(await psb.get(`${path}/documents/consultation-minutes`), { status: 404, body: { code: 'document.none' } })

  await must(psb, `${path}/bring-materials`, { summary: '笔录三份' })
  await must(office, `${path}/convene`, { meetsAt: '2026-06-05T14:30:00+08:00', place: '三楼会议室', ...staff })
  await must(office, `${path}/hold`, { attendees, ...staff })
  const minutes = { text: '各方发表意见。', conclusion: '倾向认为构成经营秘密。' }
  await must(office, `${path}/draft-minutes`, { ...minutes, ...staff })
  await must(office, `${path}/draft-minutes`, { ...minutes, ...staff })
  await must(office, `${path}/draft-minutes`, { ...minutes, text: '各方充分发表意见。', ...staff })
  t.match((await psb.get(`${path}/documents`)).body.items, [
    { kind: 'consultation-application' },
    { kind: 'consultation-minutes', edition: 1, number: '乌中市监会纪〔2026〕1号' },
    { kind: 'consultation-minutes', edition: 2, number: '乌中市监会纪〔2026〕1号' }
  ])
  t.match(await words(psb, `${path}/documents/consultation-minutes?`), '各方充分发表意见。')
  t.match(await words(psb, `${path}/documents/consultation-minutes?edition=1&`), '各方发表意见。')
  t.match(await words(psb, `${path}/documents/consultation-minutes?`), '尚未全部签署')
  await must(office, `${path}/sign-minutes`, staff)
  await must(psb, `${path}/sign-minutes`, { by: { person: 'p-7', role: 'handler' }, dissent: '证据不足' })
  const signed = await words(office, `${path}/documents/consultation-minutes?`)
  for (const part of ['倾向认为构成经营秘密', '公安局孙某甲：证据不足', '李某乙（市场监督管理局）'])
    t.match(signed, part)
  t.notMatch(signed, '尚未全部签署')

  const other = await must(psb, '/v1/consultations', { ...question, question: '图纸是否不为公众所知悉？' })
  const next = `/v1/consultations/${other.id}`
  await must(office, `${next}/accept`, staff)
  await must(psb, `${next}/bring-materials`, { summary: '图纸目录' })
  await must(office, `${next}/convene`, { meetsAt: '2026-06-05T14:30:00+08:00', place: '三楼会议室', ...staff })
  await must(office, `${next}/hold`, { attendees, ...staff })
  await must(office, `${next}/draft-minutes`, { ...minutes, ...staff })
  t.match(
    await words(office, `${next}/documents/consultation-minutes?`),
    '乌中市监会纪〔2026〕2号',
    'no gap by redrafts'
  )
})
