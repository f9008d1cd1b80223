import { testService } from '../app.test-setup.ts'

/** The service with five agencies, `amr` running the office. */
export async function clueApp(t: { teardown(action: () => unknown): void }) {
  const { store, direct, broker, join } = await testService(t)
  const clients = new Map<string, Awaited<ReturnType<typeof join>>>()
  for (const code of ['amr', 'psb', 'court', 'science', 'tax']) clients.set(code, await join(code))
  const of = (agency: string) => {
    const client = clients.get(agency)
    if (!client) throw new Error(`no agency ${agency}`)
    return client
  }

  /** A request as an agency; each with a token of its own. */
  const as =
    (agency: string) =>
    (method: 'GET' | 'POST', url: string, body: object = {}, headers: Record<string, string> = {}) =>
      method === 'GET' ? of(agency).get(url) : of(agency).post(url, body, headers)

  return { store, direct, as, token: (agency: string) => of(agency).token(), client: broker.connect() }
}

export const officeStaff = { person: 'o-1', role: 'office-staff' }
export const leader = { person: 'p-9', role: 'agency-leader' }
export const lead = {
  channel: 'report',
  title: '某企业图纸被离职员工带走',
  allegedAct: 'breach-of-confidence',
  secretKind: 'technical',
  description: '离职前复制图纸',
  subject: { person: '张某某', company: '某机械有限公司', uscc: '914403001922038216' },
  rightsHolder: { company: '权利人企业' },
  place: '150824',
  secretPoints: [{ number: 'MD-01', hash: 'ab'.repeat(32), custodian: '权利人档案室', place: '档案室查阅间' }],
  reporterToken: 'r-8f3kQ21x'
}
/** A time limit that is ahead, whatever the day. */
export const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
