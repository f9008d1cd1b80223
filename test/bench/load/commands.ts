/** A command as an agency sends it: one request, one transaction, one durable answer. */
export interface LoadCommand {
  readonly path: string
  body(n: number): object
}

export const loadCommands = {
  /** The heaviest: three events on two streams and a gap-free case number, for which all writers queue. */
  'register a clue': {
    path: '/v1/clues',
    body: (n) => ({
      channel: 'report',
      title: `某企业图纸被离职员工带走（${n}）`,
      allegedAct: 'breach-of-confidence',
      secretKind: 'technical',
      description: '离职前复制图纸，到竞争企业任职后生产同类产品。'.repeat(4),
      subject: { person: '张某某', company: '某机械有限公司', uscc: '914403001922038216' },
      rightsHolder: { company: '权利人企业' },
      place: '150824'
    })
  },
  /** The lightest: one event to one other agency. */
  'publish a notice': {
    path: '/v1/notices',
    body: (n) => ({
      kind: 'notice',
      audience: ['psb'],
      title: `商业秘密案件线索研判通报（${n}）`,
      text: '近期机械制造企业图纸泄密线索增多，请各单位核对在办案件。'.repeat(8)
    })
  }
} as const satisfies Record<string, LoadCommand>

export type LoadCommandName = keyof typeof loadCommands
