import type { Cast } from './cast.ts'

/** A transfer under way. */
export interface Transferring {
  readonly id: string
  readonly of: string
  readonly path: string
}

export const transferring = (id: string): Transferring => ({ id, of: `transfer/${id}`, path: `/v1/transfers/${id}` })

const file = (id: string) => ({ id, sha256: id.charCodeAt(0).toString(16).padStart(2, '0').repeat(32), size: 1024 })
const exhibits = [{ name: '笔记本电脑', quantity: '1台', measure: 'sealed' }]

/** The letter 移送书 with the four documents of 国令310 art 6. */
export const letterTo = (to: string, letterNumber: string) => ({
  ...{ to, letterNumber, suspectedOffence: '侵犯商业秘密罪', facts: '使用离职员工带走的图纸' },
  ...{ legalBasis: '国务院令第310号第三条', suspects: [{ company: '某某科技有限公司' }], exhibits },
  documents: {
    ...{ transferLetter: file('a'), investigationReport: file('b'), exhibitList: file('c') },
    appraisals: [file('d')]
  }
})

/** From the team to the letter at the police. */
export async function sendToPolice(
  { act }: Cast,
  sender: string,
  { path }: Transferring,
  letterNumber: string
): Promise<void> {
  await act(sender, 'handler', `${path}/form-team`, { members: [`${sender}-a`, `${sender}-b`] })
  const report = { suspectedOffence: '侵犯商业秘密罪', summary: '经核实有合理嫌疑', opinion: 'transfer' }
  await act(sender, 'handler', `${path}/report`, report)
  await act(sender, 'agency-head', `${path}/approve`)
  await act(sender, 'handler', `${path}/send`, letterTo('psb', letterNumber))
}
