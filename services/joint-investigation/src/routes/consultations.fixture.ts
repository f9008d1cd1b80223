import type { Envelope } from '@wuhu/contracts'
import { type Client, testService } from '../app.test-setup.ts'

export const number = '150824-2026-000001'
export const uscc = '914403001922038216'
export const staff = { by: { person: 'a-1', role: 'office-staff' } }
export const justice = { by: { person: 'j-3', role: 'handler' } }
export const three = { question: '客户名单经加工整理，是否构成商业秘密？', secretKind: 'business', caseNumber: number }
export const materials = { summary: '笔录三份、客户名单目录' }
export const meeting = { meetsAt: '2026-06-05T14:30:00+08:00', place: '市监局三楼会议室' }
export const attendees = [
  { agency: 'psb', person: 'p-7', name: '孙某甲' },
  { agency: 'amr', person: 'a-1', name: '李某乙' },
  { agency: 'justice', person: 'j-3', name: '周某丙' }
]
export const minutes = {
  number: '乌中市监会纪〔2026〕1号',
  text: '各方发表意见。',
  conclusion: '倾向认为构成经营秘密。'
}

/** The service with the office (amr), whoever proposes (psb), and others; the case is that of psb and amr. */
export async function cast(t: Parameters<typeof testService>[0]) {
  const service = await testService(t)
  const office = await service.join('amr', 'agency-system', { office: true })
  const [psb, law, court] = [await service.join('psb'), await service.join('justice'), await service.join('court')]
  const procuratorate = await service.join('procuratorate')
  const tax = await service.join('tax', 'agency-system', { core: false })
  await service.openCase(number, 'psb', 'amr')
  return { service, office, psb, law, court, procuratorate, tax }
}

/** What a command answers that is not refused. @throws Error when it is */
export const must = async (who: Client, path: string, body: object = {}) => {
  const answer = await who.post(path, body)
  if (answer.status >= 300) throw new Error(`${who.agency} ${path}: ${JSON.stringify(answer.body)}`)
  return answer.body
}
/** `proposed`, `accepted`: what the agency was told of. */
export const types = (body: { history: { event: Envelope }[] }) =>
  body.history.map(({ event }) => event.type.slice(8, -3))
