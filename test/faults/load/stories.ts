import type { Dice } from '../dice.ts'
import type { Sender } from './sender.ts'

const intakes = ['science', 'commerce', 'tax', 'industry-it', 'culture', 'housing', 'water'] as const
const handlers = ['psb', 'amr', 'procuratorate', 'finance'] as const
const addressees = ['court', 'hrss', 'transport', 'civil-affairs'] as const
const officeStaff = { person: 'o-1', role: 'office-staff' }

/** What agencies do all day, as chains of commands; each command waits for the acknowledgement of the one before it. */
export interface Stories {
  /** Plays one story, chosen by the dice, to its end. */
  readonly play: () => Promise<void>
  /** How many aggregates of each kind the stories made. */
  readonly made: { clue: number; notice: number; assistance: number; case: number }
}

export function createStories({ send }: Sender, dice: Dice): Stories {
  const made = { clue: 0, notice: 0, assistance: 0, case: 0 }
  let serial = 0

  const clue = async (): Promise<void> => {
    const intake = dice.pick(intakes)
    const draft = dice.next() < 0.3
    const received = await send(intake, '/v1/clues', { ...lead, ...(draft && { register: false }) })
    made.clue += 1
    made.case += 1
    const path = `/v1/clues/${received.id}`
    const { caseNumber = '' } = draft ? await send(intake, `${path}/register`, {}) : received
    const handler = dice.pick(handlers)
    await send('amr', `${path}/assign`, { to: handler, dueAt: ahead(10), by: officeStaff })
    // Two agencies write to the same case at the same moment.
    await Promise.all([
      send(handler, `${path}/accept`, {}),
      ...[intake, handler].map((agency) => link(agency, caseNumber))
    ])
    if (dice.next() < 0.7) await assistance(handler, caseNumber)
  }

  const link = (agency: string, caseNumber: string) =>
    send(agency, `/v1/cases/${caseNumber}/link-number`, { linked: `${agency}-${++serial}`, kind: 'other' })

  const assistance = async (requester: string, caseNumber: string): Promise<void> => {
    const addressee = dice.pick(addressees)
    const asked = await send(requester, '/v1/assistances', {
      ...letter,
      caseNumber,
      addressee
    })
    made.assistance += 1
    const path = `/v1/assistances/${asked.id}`
    await send(addressee, `${path}/receive`, {})
    await send(addressee, `${path}/accept`, { dueAt: ahead(15) })
    await send(addressee, `${path}/reply`, { text: '经查属实，材料附后' })
    await send(requester, `${path}/confirm`, {})
    await send(requester, `${path}/close`, {})
  }

  const notice = async (): Promise<void> => {
    const named = dice.shuffle(addressees).slice(0, 2)
    const audience = dice.next() < 0.2 ? 'conference' : named
    const published = await send(dice.pick(handlers), '/v1/notices', {
      kind: 'notice',
      title: '商业秘密保护工作提示',
      text: '请各单位对照检查。',
      audience
    })
    made.notice += 1
    await Promise.all(named.map((agency) => send(agency, `/v1/notices/${published.id}/sign`, {})))
  }

  return { play: () => (dice.next() < 0.75 ? clue() : notice()), made }
}

const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

const lead = {
  channel: 'report',
  title: '某企业图纸被离职员工带走',
  allegedAct: 'breach-of-confidence',
  secretKind: 'technical',
  description: '离职前复制图纸',
  subject: { person: '张某某', company: '某机械有限公司', uscc: '914403001922038216' },
  rightsHolder: { company: '权利人企业' },
  secretPoints: [{ number: 'MD-01', hash: 'ab'.repeat(32), custodian: '权利人档案室', place: '档案室查阅间' }],
  reporterToken: 'r-8f3kQ21x'
}

const letter = {
  title: '核实离职人员去向',
  items: [{ kind: 'inquiry', text: '询问离职人员王某' }],
  legalBasis: '行政处罚法第二十六条',
  approver: { person: 'p-001', role: 'agency-leader' }
}
