import type { Deed, Made } from './actions.ts'

type Post = (
  agency: string,
  path: string,
  body: object
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
) => Promise<any>

export const workflowDeeds = ['transfer', 'keep', 'supervise', 'task', 'suggest', 'tell'] as const
export type WorkflowDeed = (typeof workflowDeeds)[number]

interface Doing {
  readonly post: Post
  readonly mark: () => string
  readonly made: Made
  readonly deed: Deed
  readonly lead: Made['leads'][number] | undefined
}

const sha256 = 'a'.repeat(64)

/** Goes through a workflow until somebody refuses; whether it began. */
export async function performWorkflow(name: WorkflowDeed, doing: Doing): Promise<boolean> {
  const { post, mark, made, deed, lead } = doing
  const by = (role: string) => ({ by: { person: `p-${mark()}`, role } })
  /** What was begun is read by everybody later. */
  const begin = async (agency: string, path: string, body: object) => {
    const begun = await post(agency, path, body)
    if (begun) made.paths.push(`${path}/${begun.id}`)
    return begun && `${path}/${begun.id}`
  }
  switch (name) {
    case 'transfer':
      return lead ? await transfer(doing, lead, begin, by) : false
    case 'keep': {
      if (!lead) return false
      const holder = lead.assignee ?? lead.intake
      const persons = [`p-${mark()}`, `p-${mark()}`]
      const item = {
        kind: 'object',
        number: `证-${mark()}`,
        name: `硬盘${mark()}`,
        quantity: '1 块',
        place: `柜${mark()}`
      }
      const obtainedAt = new Date().toISOString()
      const path = await begin(holder, '/v1/evidence', { caseNumber: lead.caseNumber, ...item, obtainedAt, persons })
      if (path) await post(holder, `${path}/hand-over`, { to: deed.other, purpose: `鉴定${mark()}`, persons })
      if (path) await post(deed.other, `${path}/receive`, { intact: true, place: `室${mark()}`, persons })
      return Boolean(path)
    }
    case 'supervise': {
      const subject = { target: deed.other, subject: { kind: 'rectification' } }
      const words = { title: `督办${mark()}`, reason: `理由${mark()}` }
      const path = await begin('amr', '/v1/supervisions', { ...subject, ...words, ...by('office-head') })
      if (!path || !deed.flag) return Boolean(path)
      await post('amr', `${path}/issue`, { days: 10, demand: `要求${mark()}`, ...by('office-head') })
      await post('amr', `${path}/send-letter`, { text: `商请${mark()}`, ...by('office-head') })
      await post(deed.other, `${path}/acknowledge`, {})
      await post(deed.other, `${path}/report`, { text: `整改${mark()}` })
      return true
    }
    case 'task': {
      const owners = [...new Set([deed.agency, deed.other])]
      const plan = { number: `9-${1 + deed.pick}`, title: '任务', text: `内容${mark()}`, owners, dueOn: '2099-01-01' }
      const path = await begin('amr', '/v1/tasks', { ...plan, ...by('office-head') })
      if (!path || !deed.flag) return Boolean(path)
      await post('amr', `${path}/issue`, { agencies: [deed.other], ...by('convener') })
      await post(deed.other, `${path}/sign`, {})
      await post(deed.other, `${path}/report`, { text: `完成${mark()}` })
      return true
    }
    case 'suggest': {
      const words = { title: `建议${mark()}`, text: `内容${mark()}` }
      const path = await begin('procuratorate', '/v1/suggestions', { addressee: deed.other, ...words })
      if (path && deed.flag) await post(deed.other, `${path}/answer`, { text: `采纳${mark()}` })
      return Boolean(path)
    }
    case 'tell': {
      const words = { kind: 'bulletin', title: `通报${mark()}`, text: `正文${mark()}` }
      const path = await begin('amr', '/v1/bulletins', { ...words, ...by('office-staff') })
      if (!path || !deed.flag) return Boolean(path)
      await post('amr', `${path}/approve`, { revision: 1, ...by('convener') })
      await post('amr', `${path}/publish`, by('office-staff'))
      return true
    }
  }
}

type Begin = (agency: string, path: string, body: object) => Promise<string | undefined>
type By = (role: string) => object

async function transfer({ post, mark, deed }: Doing, lead: Made['leads'][number], begin: Begin, by: By) {
  const sender = lead.assignee ?? lead.intake
  const path = await begin(sender, '/v1/transfers', {
    ...{ caseNumber: lead.caseNumber, grounds: [`依据${mark()}`], note: `说明${mark()}` }
  })
  if (!path) return false
  const step = (agency: string, name: string, body: object) => post(agency, `${path}/${name}`, body)
  const number = (what: string) => `乌中${what}〔2026〕${1 + deed.pick}号`
  const exhibits = [{ name: `电脑${mark()}`, quantity: '1台', measure: 'sealed' }]
  await step(sender, 'form-team', { members: [`p-${mark()}`, `p-${mark()}`] })
  const report = { suspectedOffence: `罪名${mark()}`, summary: `核实${mark()}`, opinion: 'transfer' }
  await step(sender, 'report', report)
  if (deed.flag) await step(sender, 'refuse', { reasons: `理由${mark()}`, ...by('agency-head') })
  await step(sender, 'approve', by('agency-head'))
  const file = (id: string) => ({ id, sha256, size: 1 })
  await step(sender, 'send', {
    ...{ to: 'psb', suspectedOffence: `罪名${mark()}`, facts: `事实${mark()}` },
    ...{ legalBasis: `依据${mark()}`, suspects: [{ company: `企业${mark()}`, person: `某${mark()}` }], exhibits },
    documents: {
      ...{ transferLetter: file('a'), investigationReport: file('b'), exhibitList: file('c'), appraisals: [file('d')] }
    }
  })
  await step('psb', 'receipt', {})
  await step('psb', 'request-supplement', { what: `补正${mark()}` })
  await step(sender, 'supplement', { text: `补充${mark()}` })
  await step('psb', 'accept', {})
  await step('psb', 'not-file', { documentNumber: number('不立'), reason: `不立${mark()}`, ...by('agency-leader') })
  await step(sender, 'request-supervision', { grounds: `监督${mark()}` })
  await step('procuratorate', 'require-explanation', { documentNumber: number('说'), ...by('agency-leader') })
  await step('psb', 'explain', { reasons: `说明${mark()}` })
  await step('procuratorate', 'uphold-reasons', { ...by('agency-leader') })
  return true
}
